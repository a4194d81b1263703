-- ruleid: sql-copy-program
COPY orders FROM PROGRAM 'curl -s https://example.com/orders.csv' CSV;
-- ruleid: sql-copy-program
COPY (SELECT id FROM orders) TO PROGRAM 'gzip > /tmp/orders.gz';
-- ok: sql-copy-program
COPY orders FROM STDIN CSV;
-- ok: sql-copy-program
COPY program (id) FROM STDIN CSV;
-- ok: sql-copy-program
-- COPY orders FROM PROGRAM 'cat';
