-- ruleid: sql-trustworthy-on
ALTER DATABASE [Shop] SET TRUSTWORTHY ON;
-- ruleid: sql-trustworthy-on
alter database Reports
    set trustworthy on with rollback immediate;
-- ok: sql-trustworthy-on
ALTER DATABASE [Shop] SET TRUSTWORTHY OFF;
-- ok: sql-trustworthy-on
-- ALTER DATABASE Shop SET TRUSTWORTHY ON;
