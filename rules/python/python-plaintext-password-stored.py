from argon2 import PasswordHasher
from flask import request


def register(db):
    data = request.get_json()
    password = data["password"]
    # ruleid: python-plaintext-password-stored
    db.execute("INSERT INTO users (name, password) VALUES (?, ?)", (data["name"], password))


def change(db, user, password):
    # ruleid: python-plaintext-password-stored
    db.execute("UPDATE users SET password = ? WHERE id = ?", (password, user.id))


def hashed(db):
    data = request.get_json()
    password = PasswordHasher().hash(data["password"])
    # ok: python-plaintext-password-stored
    db.execute("INSERT INTO users (name, password) VALUES (?, ?)", (data["name"], password))


def other(db, name):
    # ok: python-plaintext-password-stored
    db.execute("INSERT INTO users (name) VALUES (?)", (name,))
