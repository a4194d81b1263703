CREATE PROCEDURE find @name nvarchar(100), @table sysname AS
BEGIN
    -- ruleid: sql-dynamic-tsql
    EXEC('SELECT * FROM orders WHERE name = ''' + @name + '''');
    DECLARE @text nvarchar(max);
    -- ruleid: sql-dynamic-tsql
    SET @text = N'SELECT * FROM orders WHERE name = ''' + @name + N'''';
    -- ruleid: sql-dynamic-tsql
    EXECUTE ('DROP TABLE ' + @table);
    -- ok: sql-dynamic-tsql
    EXEC('DROP TABLE ' + QUOTENAME(@table));
    -- ok: sql-dynamic-tsql
    SET @text = N'SELECT * FROM orders WHERE name = @name';
    -- ok: sql-dynamic-tsql
    EXEC sp_executesql @text, N'@name nvarchar(100)', @name = @name;
    -- ok: sql-dynamic-tsql
    EXEC('DROP TABLE old_orders')
    PRINT 'The order of ' + @name
    -- ok: sql-dynamic-tsql
    SET @message = 'No table ''' + @name + ''' in this database';
    -- ok: sql-dynamic-tsql
    SET @message = 'The order of ' + @name;
END
