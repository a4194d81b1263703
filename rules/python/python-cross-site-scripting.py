from django.http import HttpResponse
from flask import jsonify, make_response, render_template, request
from markupsafe import Markup, escape


@app.route("/hello")
def hello():
    name = request.args.get("name", "")
    # ruleid: python-cross-site-scripting
    return "<h1>Hello " + name + "</h1>"


@app.route("/greet/<name>")
def greet(name):
    page = f"<h1>Hello {name}</h1>"
    # ruleid: python-cross-site-scripting
    return make_response(page)


@app.route("/safe")
def safe():
    name = request.args.get("name", "")
    if request.args.get("json"):
        # ok: python-cross-site-scripting
        return jsonify(name=name)
    if request.args.get("template"):
        # ok: python-cross-site-scripting
        return render_template("hello.html", name=name)
    # ok: python-cross-site-scripting
    return f"<h1>Hello {escape(name)}</h1>"


@app.route("/page/<int:number>")
def numbered(number):
    # ok: python-cross-site-scripting
    return f"<p>Page {number}</p>"


def view(request):
    # ruleid: python-cross-site-scripting
    return HttpResponse("Welcome, " + request.GET["user"])


def banner():
    # ruleid: python-cross-site-scripting
    return Markup("<b>" + request.form["title"] + "</b>")
