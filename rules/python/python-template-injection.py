from flask import render_template, render_template_string, request
from jinja2 import Template


@app.route("/hello")
def hello():
    name = request.args.get("name", "you")
    # ruleid: python-template-injection
    page = render_template_string("<h1>Hello " + name + "</h1>")
    # ruleid: python-template-injection
    other = Template(f"Hello {name}").render()
    # ok: python-template-injection
    third = render_template_string("<h1>Hello {{ name }}</h1>", name=name)
    # ok: python-template-injection
    return render_template("hello.html", name=name)


def greeting(name):
    # ruleid: python-template-injection
    return render_template_string("<p>%s</p>" % name)
