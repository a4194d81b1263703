-- ok: sql-checks-off
SET FOREIGN_KEY_CHECKS = 0;
INSERT INTO orders VALUES (1);
SET FOREIGN_KEY_CHECKS = 1;
-- ok: sql-checks-off
ALTER TABLE customers DISABLE TRIGGER USER;
INSERT INTO customers VALUES (1);
ALTER TABLE customers ENABLE TRIGGER USER;
-- ruleid: sql-checks-off
ALTER TABLE orders DISABLE TRIGGER ALL;
-- ruleid: sql-checks-off
SET session_replication_role = replica;
-- ruleid: sql-checks-off
ALTER TABLE orders NOCHECK CONSTRAINT ALL;
-- ruleid: sql-checks-off
SET FOREIGN_KEY_CHECKS = 0;
