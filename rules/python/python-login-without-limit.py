# ruleid: python-login-without-limit
@app.route("/login", methods=["GET", "POST"])
def login():
    user = users.by_name(request.form["name"])
    return sign_in(user, request.form["password"])


# ruleid: python-login-without-limit
@router.post("/auth/token")
def token(form: Form):
    return issue(form)


# ok: python-login-without-limit
@app.route("/signin", methods=["POST"])
@limiter.limit("5 per minute")
def signin():
    return sign_in(request.form["name"], request.form["password"])


# ok: python-login-without-limit
@app.route("/search", methods=["POST"])
def search():
    return find(request.form["term"])
