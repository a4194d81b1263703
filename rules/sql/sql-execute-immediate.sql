CREATE PROCEDURE find(p_name VARCHAR2, p_table VARCHAR2) AS
    n NUMBER;
BEGIN
    -- ruleid: sql-execute-immediate
    EXECUTE IMMEDIATE 'SELECT count(*) FROM orders WHERE name = ''' || p_name || '''' INTO n;
    -- ruleid: sql-execute-immediate
    EXECUTE IMMEDIATE 'TRUNCATE TABLE ' || p_table;
    -- ok: sql-execute-immediate
    EXECUTE IMMEDIATE 'SELECT count(*) FROM orders WHERE name = :1' INTO n USING p_name;
    -- ok: sql-execute-immediate
    EXECUTE IMMEDIATE 'TRUNCATE TABLE ' || DBMS_ASSERT.SQL_OBJECT_NAME(p_table);
    -- ok: sql-execute-immediate
    EXECUTE IMMEDIATE 'DROP TABLE ' || item.table_name;
END;
