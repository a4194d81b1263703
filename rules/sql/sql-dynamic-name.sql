CREATE FUNCTION count_of(tab text, who text) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
    n int;
BEGIN
    -- ruleid: sql-dynamic-name
    EXECUTE 'SELECT count(*) FROM ' || tab INTO n;
    -- ruleid: sql-dynamic-name
    EXECUTE IMMEDIATE 'TRUNCATE TABLE ' || tab;
    -- ok: sql-dynamic-name
    EXECUTE 'SELECT count(*) FROM ' || quote_ident(tab) INTO n;
    -- ok: sql-dynamic-name
    EXECUTE format('SELECT count(*) FROM %I', tab) INTO n;
    -- ok: sql-dynamic-name
    EXECUTE 'ANALYZE ' || tab::regclass;
    -- ok: sql-dynamic-name
    EXECUTE IMMEDIATE 'DROP TABLE ' || item.table_name;
    RETURN n;
END $$;
