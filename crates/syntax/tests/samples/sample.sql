-- Accounts and what they may do.
CREATE TABLE account (id INT PRIMARY KEY, name VARCHAR(20) NOT NULL);

SELECT a.id, count(*) AS n, md5(a.name)
FROM account AS a
WHERE a.name = 'x' AND a.city LIKE '%y'
ORDER BY a.id DESC;

UPDATE account SET name = 'abc' WHERE id = 1;
DELETE FROM account;
/* Gone. */
DROP TABLE IF EXISTS public.account;
