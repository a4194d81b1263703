-- ruleid: sql-xp-cmdshell
EXEC sp_configure 'xp_cmdshell', 1;
-- ruleid: sql-xp-cmdshell
EXEC xp_cmdshell 'dir';
-- ruleid: sql-xp-cmdshell
EXEC master..xp_cmdshell @command;
-- ok: sql-xp-cmdshell
EXEC sp_configure 'xp_cmdshell', 0;
-- ok: sql-xp-cmdshell
EXEC sp_configure 'show advanced options', 1;
-- ok: sql-xp-cmdshell
-- EXEC xp_cmdshell 'dir';
