from flask import make_response, request


@app.route("/page")
def page():
    answer = make_response("ok")
    # ruleid: python-header-injection
    answer.headers["X-Name"] = request.args["name"]
    # ruleid: python-header-injection
    answer.headers.add("X-Other", "v=" + request.args["other"])
    # ok: python-header-injection
    answer.headers["X-Count"] = str(int(request.args["count"]))
    # ok: python-header-injection
    answer.headers["X-Version"] = "1"
    return answer
