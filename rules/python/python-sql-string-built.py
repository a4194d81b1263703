def fill(cursor, rows):
    for row in rows:
        # ruleid: python-sql-string-built
        cursor.execute("INSERT INTO log VALUES ('%s')" % row.text)
    names = load_names()
    # ruleid: python-sql-string-built
    cursor.execute(f"SELECT * FROM log WHERE name = '{names[0]}'")
    # ruleid: python-sql-string-built
    cursor.execute("DELETE FROM log WHERE name = '" + names[1] + "'")
    # ok: python-sql-string-built
    cursor.execute("SELECT * FROM log WHERE name = %s", (names[0],))
    # ok: python-sql-string-built
    cursor.execute(f"SELECT * FROM {LOG_TABLE}")
    # ok: python-sql-string-built
    executor.execute("run " + names[0])


def later(cursor):
    names = load_names()
    # ruleid: python-sql-string-built
    statement = "SELECT * FROM log WHERE name = '{}'".format(names[0])
    cursor.execute(statement)
