import hashlib
import logging
import subprocess
from pathlib import Path

from flask import Blueprint, current_app, request

ledger = Blueprint("ledger", __name__)
log = logging.getLogger(__name__)


class LedgerError(Exception):
    """What is wrong with an entry of the ledger."""


def digest(path):
    sha = hashlib.sha256()
    with open(path, "rb") as file:
        for chunk in iter(lambda: file.read(65536), b""):
            sha.update(chunk)
    return sha.hexdigest()


def total(entries, currency="EUR"):
    amounts = [entry["amount"] for entry in entries if entry["currency"] == currency]
    if not amounts:
        raise LedgerError(f"no entry in {currency}")
    return sum(amounts) / 100


def export(folder, name):
    target = Path(folder) / f"{name}.csv"
    with target.open("w", encoding="utf-8") as out:
        for entry in current_app.ledger.entries(name):
            out.write(",".join([entry["id"], str(entry["amount"]), entry["currency"]]))
            out.write("\n")
    subprocess.run(["gzip", str(target)], check=True)
    return target.with_suffix(".csv.gz")


@ledger.route("/search")
def search():
    term = request.args.get("term", "")
    cursor = current_app.db.cursor()
    cursor.execute("SELECT id, amount FROM entry WHERE note LIKE '%" + term + "%'")
    rows = cursor.fetchall()
    return {"entries": [{"id": row[0], "amount": row[1]} for row in rows]}


__all__ = ["LedgerError", "digest", "export", "ledger", "search", "total"]
