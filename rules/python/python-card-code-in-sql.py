def save(db, cursor, row):
    # ruleid: python-card-code-in-sql
    cursor.execute("INSERT INTO cards (number, cvv) VALUES (?, ?)", row)
    # ruleid: python-card-code-in-sql
    db.execute("CREATE TABLE cards (id INTEGER, cvv VARCHAR(4))")
    # ok: python-card-code-in-sql
    cursor.execute("INSERT INTO cards (token, last_four) VALUES (?, ?)", row)
    # ok: python-card-code-in-sql
    cursor.execute("ALTER TABLE cards DROP COLUMN cvv")
