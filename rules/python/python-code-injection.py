import ast

from flask import request


@app.route("/calculate")
def calculate():
    expression = request.args["expression"]
    # ruleid: python-code-injection
    result = eval(expression)
    # ruleid: python-code-injection
    exec("value = " + expression)
    # ok: python-code-injection
    values = ast.literal_eval(expression)
    # ok: python-code-injection
    return eval("1 + 1")


def shell():
    # ruleid: python-code-injection
    print(eval(input("> ")))


def table():
    name = request.args["operation"]
    # ok: python-code-injection
    return OPERATIONS[name](1, 2)


def agent(client, question):
    answer = client.chat.completions.create(model="m", messages=[question])
    # ruleid: python-code-injection
    exec(answer.choices[0].message.content)
