from flask import request


def login(users, name, password):
    user = users.by_name(name)
    # ruleid: python-plaintext-password
    if user.password == password:
        return user
    # ruleid: python-plaintext-password
    if user["password"] != request.form["password"]:
        return None
    # ok: python-plaintext-password
    if hasher.verify(user.password_hash, password):
        return user
    # ok: python-plaintext-password
    if password == "":
        return None


def register(name):
    # ruleid: python-plaintext-password
    user = User(name=name, password=request.form["password"])
    # ok: python-plaintext-password
    other = User(name=name, password=hasher.hash(request.form["password"]))
    # ok: python-plaintext-password
    connection = connect(name, password=password)
    return user, other, connection
