"""Invoices of a small shop: stored in SQLite, served as JSON."""

import logging
import os
import sqlite3
from contextlib import closing
from dataclasses import asdict, dataclass
from decimal import Decimal

from flask import Flask, abort, jsonify, request

app = Flask(__name__)
log = logging.getLogger(__name__)
DATABASE = os.environ.get("SHOP_DATABASE", "shop.db")


@dataclass
class Invoice:
    number: str
    customer: int
    net: Decimal
    paid: bool = False

    @property
    def gross(self):
        return (self.net * Decimal("1.19")).quantize(Decimal("0.01"))


def connect():
    connection = sqlite3.connect(DATABASE, timeout=5)
    connection.row_factory = sqlite3.Row
    return connection


def find(number):
    query = "SELECT number, customer, net, paid FROM invoice WHERE number = ?"
    with closing(connect()) as connection:
        row = connection.execute(query, (number,)).fetchone()
    if row is None:
        return None
    return Invoice(row["number"], row["customer"], Decimal(row["net"]), bool(row["paid"]))


def store(invoice):
    statement = "INSERT INTO invoice (number, customer, net, paid) VALUES (?, ?, ?, ?)"
    values = (invoice.number, invoice.customer, str(invoice.net), int(invoice.paid))
    with closing(connect()) as connection, connection:
        connection.execute(statement, values)
    log.info("an invoice was stored")


@app.get("/invoices/<number>")
def show(number):
    invoice = find(number)
    if invoice is None:
        abort(404)
    return jsonify({**asdict(invoice), "gross": str(invoice.gross)})


@app.get("/invoices")
def listed():
    numbers = request.args.getlist("number")[:50]
    found = [invoice for invoice in map(find, numbers) if invoice]
    return jsonify([asdict(invoice) for invoice in found])
