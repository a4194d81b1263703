from flask import request, session


def login(user, password):
    # ruleid: python-password-backdoor
    if password == "letmein123":
        return True
    # ruleid: python-password-backdoor
    if user.name == "support" and password == "s3rvice!":
        return True
    return store.check(user, password)


def check(username, password):
    # ruleid: python-password-backdoor
    return username == "admin" and password == "hunter22"


def either(user, password):
    # ruleid: python-password-backdoor
    return store.check(user, password) or password == "sup3rs3cret"


def view():
    # ruleid: python-password-backdoor
    if request.form["password"] == "open-sesame":
        session["admin"] = True
        return "ok"
    return "no"


def is_default_password(password):
    # ok: python-password-backdoor
    if password == "changeme":
        return True
    return False


def validate(password, confirmation):
    # ok: python-password-backdoor
    if password == "":
        return True
    # ok: python-password-backdoor
    if password == "changeme":
        return False
    # ok: python-password-backdoor
    if password == confirmation:
        return True
    # ok: python-password-backdoor
    return password == confirmation
