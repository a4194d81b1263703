import traceback

from flask import jsonify


@app.route("/orders")
def orders():
    try:
        return jsonify(load_orders())
    except Exception as error:
        # ruleid: python-error-details-exposed
        return jsonify({"error": str(error)}), 500


@app.route("/bills")
def bills():
    try:
        return jsonify(load_bills())
    except Exception:
        # ruleid: python-error-details-exposed
        return traceback.format_exc(), 500


@app.route("/items")
def items():
    try:
        return jsonify(load_items())
    except OSError as error:
        # ok: python-error-details-exposed
        logger.exception("items: %s", str(error))
        # ok: python-error-details-exposed
        return jsonify({"error": "internal error"}), 500


def parse(text):
    try:
        return int(text)
    except ValueError as error:
        # ok: python-error-details-exposed
        return str(error)
