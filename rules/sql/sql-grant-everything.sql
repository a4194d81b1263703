-- ruleid: sql-grant-everything
GRANT ALL PRIVILEGES ON *.* TO 'shop'@'%';
-- ruleid: sql-grant-everything
grant all on *.* to shop with grant option;
-- ok: sql-grant-everything
GRANT SELECT ON *.* TO 'reader'@'localhost';
-- ok: sql-grant-everything
GRANT ALL PRIVILEGES ON shop.* TO 'shop'@'10.0.0.5';
-- ok: sql-grant-everything
/* GRANT ALL PRIVILEGES ON *.* TO 'shop'; */
