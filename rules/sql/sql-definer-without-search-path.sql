CREATE FUNCTION pay(id int) RETURNS void
    -- ruleid: sql-definer-without-search-path
    LANGUAGE sql SECURITY DEFINER
    AS $$ UPDATE orders SET paid = true WHERE orders.id = pay.id $$;

CREATE OR REPLACE FUNCTION pay(id int) RETURNS void
    -- ok: sql-definer-without-search-path
    LANGUAGE sql SECURITY DEFINER
    SET search_path = shop, pg_temp
    AS $$ UPDATE orders SET paid = true WHERE orders.id = pay.id $$;

CREATE OR REPLACE FUNCTION refund(id int) RETURNS void AS $$
BEGIN
    UPDATE orders SET paid = false WHERE orders.id = refund.id;
-- ruleid: sql-definer-without-search-path
END $$ LANGUAGE plpgsql SECURITY DEFINER;

-- ok: sql-definer-without-search-path
CREATE FUNCTION sent(id int) RETURNS void SECURITY DEFINER AS $$
BEGIN
    UPDATE orders SET sent = true WHERE orders.id = sent.id;
END $$ LANGUAGE plpgsql SET search_path = '';

-- ok: sql-definer-without-search-path
CREATE DEFINER = shop SQL SECURITY DEFINER VIEW open_orders AS SELECT id FROM orders;
-- ok: sql-definer-without-search-path
CREATE FUNCTION connect(text) RETURNS text AS 'lib', 'c' LANGUAGE C STRICT SECURITY DEFINER;
-- ok: sql-definer-without-search-path
CREATE FUNCTION total() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
