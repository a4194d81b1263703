from flask import redirect, request, url_for


@app.route("/login")
def login():
    target = request.args.get("next")
    if request.args.get("home"):
        # ok: python-open-redirect
        return redirect(url_for("home", page=target))
    # ruleid: python-open-redirect
    return redirect(target)


def view(request):
    # ruleid: python-open-redirect
    return HttpResponseRedirect(request.GET["url"])


@app.route("/user")
def user():
    # ok: python-open-redirect
    return redirect(f"/users/{request.args['name']}")


def checked(request):
    target = request.GET["next"]
    if not url_has_allowed_host_and_scheme(target, allowed_hosts=None):
        target = "/"
    # ok: python-open-redirect
    return HttpResponseRedirect(target)
