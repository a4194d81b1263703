CREATE FUNCTION count_of(tab text, who text) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
    n int;
BEGIN
    -- ruleid: sql-dynamic-plpgsql
    EXECUTE 'SELECT count(*) FROM orders WHERE name = ''' || who || '''' INTO n;
    -- ok: sql-dynamic-plpgsql
    EXECUTE 'SELECT count(*) FROM ' || tab INTO n;
    -- ruleid: sql-dynamic-plpgsql
    EXECUTE 'SELECT count(*) FROM ' || p_table INTO n;
    -- ruleid: sql-dynamic-plpgsql
    EXECUTE 'SELECT count(*) FROM ' || quote_ident(tab)
        || ' WHERE name = ''' || who || '''' INTO n;
    -- ok: sql-dynamic-plpgsql
    EXECUTE 'SELECT count(*) FROM ' || quote_ident(tab) INTO n;
    -- ok: sql-dynamic-plpgsql
    EXECUTE format('SELECT count(*) FROM %I WHERE name = $1', tab) INTO n USING who;
    -- ok: sql-dynamic-plpgsql
    EXECUTE 'ANALYZE ' || tab::regclass;
    -- ok: sql-dynamic-plpgsql
    EXECUTE 'SELECT count(*) FROM orders WHERE name = $1' INTO n USING who;
    -- ok: sql-dynamic-plpgsql
    EXECUTE 'SELECT 1 FROM ' || TG_TABLE_NAME INTO n;
    RETURN n;
END $$;
