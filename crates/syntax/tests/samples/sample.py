#!/usr/bin/env python3
"""Accounts, in most of the forms that Python has."""
import os.path as p, sys
from accounts.store import Store as S, connect
from . import settings

# A comment.
LIMIT: int = 10
RATES = {"eur": 1.0, **settings.RATES}


@app.route("/accounts", methods=["GET"])
async def list_accounts(request, *args, limit: int = LIMIT, **options) -> str:
    global LIMIT
    name = request.args.get("name") or None
    if (size := len(name)) > limit and not args:
        raise ValueError(f"{name!r} is {size:>{limit}} long") from None
    elif name is not None and "a" not in name:
        size += 1
    else:
        del options["limit"], size
    async with connect(p.join("a", "b")) as db, S():
        rows = await db.execute("SELECT * FROM accounts WHERE name = '%s'" % name)
    for row, *rest in rows:
        if row[0] == 1:
            continue
        yield row[1:], rest[::2]
    else:
        print("no more", file=sys.stderr)


class Account(Base, metaclass=Meta):
    """One account."""

    owners = [owner.name for owner in OWNERS if owner.active]
    by_name = {owner: i for i, owner in enumerate(owners)}

    def __init__(self, balance=0.5):
        self.balance = balance
        self.check = lambda x, y=1: x + y if x else ~y

    def withdraw(self, amount):
        try:
            assert amount > 0, "must be positive"
            self.balance -= amount
        except (TypeError, ValueError) as error:
            return error
        finally:
            self.log("done")
        while True:
            break
        match amount:
            case [first, *others] if first:
                pass
            case {"amount": 1} | None:
                pass
            case _:
                return (1, 2), {3, 4}
