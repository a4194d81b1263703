-- ruleid: sql-table-dropped
DROP TABLE orders;
-- ruleid: sql-table-dropped
TRUNCATE TABLE orders CASCADE;
-- ok: sql-table-dropped
DROP TABLE IF EXISTS orders;
-- ok: sql-table-dropped
DROP TABLE #picked;
-- ok: sql-table-dropped
DROP INDEX orders_by_name;
-- ok: sql-table-dropped
TRUNCATE TABLE staging_orders;
