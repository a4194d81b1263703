-- ruleid: sql-row-security-off
ALTER TABLE orders DISABLE ROW LEVEL SECURITY;
-- ruleid: sql-row-security-off
ALTER TABLE orders NO FORCE ROW LEVEL SECURITY;
-- ruleid: sql-row-security-off
ALTER ROLE shop BYPASSRLS;
-- ok: sql-row-security-off
ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
-- ok: sql-row-security-off
ALTER ROLE shop NOBYPASSRLS;
