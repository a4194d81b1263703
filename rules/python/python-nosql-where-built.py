from flask import request


def search(collection, name):
    # ruleid: python-nosql-where-built
    collection.find({"$where": "this.name == '" + name + "'"})
    # ok: python-nosql-where-built
    collection.find({"name": {"$eq": name}})


@app.get("/orders")
def orders():
    year = request.args["year"]
    # ruleid: python-nosql-where-built
    rows = db.orders.find({"$where": f"this.year == {year}"})
    # ok: python-nosql-where-built
    return db.orders.find({"$where": "this.paid > this.total"})
