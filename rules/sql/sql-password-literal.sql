-- ruleid: sql-password-literal
CREATE ROLE shop LOGIN PASSWORD 'Tr0ub4dor-x';
-- ruleid: sql-password-literal
ALTER USER shop WITH ENCRYPTED PASSWORD 'Tr0ub4dor-x';
-- ruleid: sql-password-literal
CREATE LOGIN shop WITH PASSWORD = N'Tr0ub4dor-x', CHECK_POLICY = ON;
-- ruleid: sql-password-literal
CREATE USER 'shop'@'%' IDENTIFIED BY 'Tr0ub4dor-x';
-- ok: sql-password-literal
CREATE ROLE shop LOGIN PASSWORD :'shop_password';
-- ok: sql-password-literal
CREATE LOGIN shop WITH PASSWORD = '$(ShopPassword)';
-- ok: sql-password-literal
CREATE USER 'shop'@'%' IDENTIFIED BY '${SHOP_PASSWORD}';
-- ruleid: sql-password-literal
CREATE USER shop IDENTIFIED BY Tr0ub4dor_x DEFAULT TABLESPACE shop;
-- ok: sql-password-literal
CREATE USER shop IDENTIFIED BY &shop_password;
-- ok: sql-password-literal
CREATE ROLE shop LOGIN PASSWORD NULL;
-- ok: sql-password-literal
CREATE ROLE shop LOGIN PASSWORD 'your_password_here';
-- ok: sql-password-literal
ALTER USER shop WITH PASSWORD 'SCRAM-SHA-256$4096:abc$def:ghi';
