from flask import request


@app.post("/login")
def login():
    body = request.get_json()
    # ruleid: python-nosql-injection
    user = db.users.find_one({"name": body["name"], "password": body["password"]})
    # ruleid: python-nosql-injection
    db.users.delete_many(request.json)
    # ok: python-nosql-injection
    other = db.users.find_one({"name": str(body["name"])})
    # ok: python-nosql-injection
    return "name".find("n")
