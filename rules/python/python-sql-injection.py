import sqlite3

import pandas as pd
from flask import request
from sqlalchemy import select, text


@app.route("/account")
def account():
    reference = request.args.get("reference")
    # ruleid: python-sql-injection
    cursor.execute("SELECT * FROM accounts WHERE reference = '" + reference + "'")
    # ok: python-sql-injection
    cursor.execute("SELECT * FROM accounts WHERE reference = ?", (reference,))


def find_account(db, reference):
    # ruleid: python-sql-injection
    return db.execute(f"SELECT * FROM accounts WHERE reference = '{reference}'").fetchone()


def find_typed(connection, reference: str = ""):
    statement = "SELECT * FROM accounts WHERE reference = '%s'" % reference
    cursor = connection.cursor()
    # ruleid: python-sql-injection
    cursor.execute(statement)


class Accounts:
    def by_owner(self, owner):
        statement = "SELECT * FROM accounts WHERE owner = '{}'".format(owner)
        # ruleid: python-sql-injection
        self.connection.execute(text(statement))

    def by_number(self, number: int):
        # ok: python-sql-injection
        return self.connection.execute(f"SELECT * FROM accounts WHERE number = {number}")

    def run(self, query):
        # ok: python-sql-injection
        return self.cursor.execute(query)


def report(connection):
    name = input("report: ")
    # ruleid: python-sql-injection
    return pd.read_sql("SELECT * FROM " + name, connection)


def search(request):
    term = request.GET["term"]
    # ruleid: python-sql-injection
    return Product.objects.raw("SELECT * FROM product WHERE name LIKE '%" + term + "%'")


def search_bound(request):
    term = request.GET["term"]
    # ok: python-sql-injection
    return Product.objects.raw("SELECT * FROM product WHERE name = %s", [term])


@router.get("/users")
async def users(name: str, age: int):
    # ruleid: python-sql-injection
    await pool.fetch(f"SELECT * FROM users WHERE name = '{name}'")
    # ok: python-sql-injection
    await pool.fetch(f"SELECT * FROM users WHERE age = {age}")
    # ok: python-sql-injection
    await pool.fetch("SELECT * FROM users WHERE name = $1", name)
    # ok: python-sql-injection
    return await session.execute(select(User).where(User.name == name))


TABLE = "accounts"
COLUMNS = {"name": "name", "age": "age_years"}


def ordered(cursor):
    number = int(request.args["number"])
    # ok: python-sql-injection
    cursor.execute(f"SELECT * FROM {TABLE} WHERE number = {number}")
    column = COLUMNS[request.args["order"]]
    # ok: python-sql-injection
    cursor.execute("SELECT * FROM accounts ORDER BY " + column)


def sorted_by(cursor):
    column = request.args["order"]
    if column not in ALLOWED_COLUMNS:
        raise ValueError(column)
    # ok: python-sql-injection
    cursor.execute("SELECT * FROM accounts ORDER BY " + column)
