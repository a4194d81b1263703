-- ruleid: sql-grant-to-public
GRANT ALL PRIVILEGES ON ALL TABLES IN SCHEMA shop TO PUBLIC;
-- ruleid: sql-grant-to-public
grant all on orders to public;
-- ruleid: sql-grant-to-public
GRANT SELECT, INSERT ON orders
    TO PUBLIC WITH GRANT OPTION;
-- ok: sql-grant-to-public
GRANT SELECT ON countries TO PUBLIC;
-- ok: sql-grant-to-public
GRANT ALL ON FUNCTION total(integer) TO PUBLIC;
-- ok: sql-grant-to-public
GRANT INSERT ON orders TO shop_app
GO
GRANT SELECT ON countries TO public
GO
-- ok: sql-grant-to-public
GRANT SELECT, INSERT ON orders TO shop_app;
-- ok: sql-grant-to-public
GRANT EXECUTE ON FUNCTION version() TO PUBLIC;
-- ok: sql-grant-to-public
-- GRANT ALL ON orders TO PUBLIC;
-- ok: sql-grant-to-public
GRANT ALL ON SCHEMA public TO PUBLIC;
