-- ruleid: sql-superuser-role
CREATE ROLE shop WITH LOGIN SUPERUSER;
-- ruleid: sql-superuser-role
ALTER SERVER ROLE sysadmin ADD MEMBER shop;
-- ruleid: sql-superuser-role
EXEC sp_addsrvrolemember 'shop', 'sysadmin';
-- ruleid: sql-superuser-role
GRANT DBA TO shop;
-- ok: sql-superuser-role
CREATE ROLE shop WITH LOGIN NOSUPERUSER;
-- ok: sql-superuser-role
ALTER ROLE postgres WITH SUPERUSER LOGIN;
-- ok: sql-superuser-role
ALTER SERVER ROLE dbcreator ADD MEMBER shop;
