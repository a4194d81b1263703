-- ruleid: sql-policy-always-true
CREATE POLICY open ON orders USING (true);
-- ruleid: sql-policy-always-true
CREATE POLICY "anyone may add" ON orders FOR INSERT TO anon
    WITH CHECK (true);
-- ok: sql-policy-always-true
CREATE POLICY seen ON countries FOR SELECT USING (true);
-- ok: sql-policy-always-true
CREATE POLICY jobs ON orders FOR ALL TO service_role USING (true);
-- ok: sql-policy-always-true
CREATE POLICY own ON orders USING (owner_id = auth.uid());
