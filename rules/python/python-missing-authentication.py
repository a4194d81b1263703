from flask import Flask, request
from flask_login import current_user, login_required

app = Flask(__name__)


# ruleid: python-missing-authentication
@app.route("/admin/users/<int:number>/delete", methods=["POST"])
def delete_user(number):
    users.delete(number)
    return "", 204


# ruleid: python-missing-authentication
@app.delete("/accounts/{number}")
def close(number: int):
    return accounts.close(number)


# ok: python-missing-authentication
@app.route("/admin/orders/<int:number>/delete", methods=["POST"])
@login_required
def delete_order(number):
    orders.delete(number)
    return "", 204


# ok: python-missing-authentication
@app.delete("/items/{number}")
def drop(number: int, user=Depends(administrator)):
    return items.drop(number)


# ok: python-missing-authentication
@app.route("/admin/report")
def report():
    if not current_user.is_admin:
        abort(403)
    return build_report()


# ok: python-missing-authentication
@app.route("/products")
def products():
    return list_products()
