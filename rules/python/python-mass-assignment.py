from flask import request


@app.post("/users")
def create():
    body = request.get_json()
    # ruleid: python-mass-assignment
    user = User(**body)
    # ok: python-mass-assignment
    other = User(name=body["name"], mail=body["mail"])
    # ok: python-mass-assignment
    third = User(**UserSchema().load(body))
    return save(user, other, third)


@app.patch("/users/<int:number>")
def change(number):
    user = users.get(number)
    for key, value in request.json.items():
        # ruleid: python-mass-assignment
        setattr(user, key, value)
    return save(user)
