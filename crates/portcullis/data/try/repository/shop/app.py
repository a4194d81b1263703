"""A small shop: products, accounts and orders over SQLite."""

import os
import sqlite3

from flask import Flask, abort, g, jsonify

app = Flask(__name__)


def database():
    if "database" not in g:
        g.database = sqlite3.connect(os.environ["SHOP_DATABASE"])
        g.database.row_factory = sqlite3.Row
    return g.database


@app.get("/products/<int:number>")
def product(number):
    row = database().execute(
        "SELECT number, name, price_cents FROM product WHERE number = ?", (number,)
    ).fetchone()
    if row is None:
        abort(404)
    return jsonify(dict(row))


if __name__ == "__main__":
    app.run()
