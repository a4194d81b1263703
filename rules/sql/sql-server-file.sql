-- ruleid: sql-server-file
SELECT LOAD_FILE('/etc/hosts');
-- ruleid: sql-server-file
SELECT * FROM orders INTO OUTFILE '/var/www/orders.csv';
-- ruleid: sql-server-file
SELECT pg_read_file('/etc/hosts');
-- ruleid: sql-server-file
LOAD DATA LOCAL INFILE 'orders.csv' INTO TABLE orders;
-- ok: sql-server-file
REVOKE EXECUTE ON FUNCTION pg_read_file(text) FROM public;
-- ok: sql-server-file
SELECT id INTO n FROM orders;
-- ok: sql-server-file
-- SELECT LOAD_FILE('/etc/hosts');
-- ok: sql-server-file
SELECT load_file_id FROM orders;
