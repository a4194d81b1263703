import re

from flask import request


@app.route("/search")
def search():
    expression = request.args["expression"]
    # ruleid: python-regex-from-input
    first = re.findall(expression, TEXT)
    # ruleid: python-regex-from-input
    second = re.compile("^" + expression + "$")
    # ok: python-regex-from-input
    third = re.findall(re.escape(expression), TEXT)
    # ok: python-regex-from-input
    fourth = re.findall("[a-z]+", expression)
    return str([first, second, third, fourth])
