-- ruleid: sql-trustworthy-on
ALTER DATABASE [Shop] SET TRUSTWORTHY ON;
-- ok: sql-trustworthy-on
ALTER DATABASE [Shop] SET TRUSTWORTHY OFF;
-- ok: sql-trustworthy-on
-- ALTER DATABASE Shop SET TRUSTWORTHY ON;
