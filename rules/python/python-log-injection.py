import logging

from flask import request

logger = logging.getLogger(__name__)


@app.route("/login", methods=["POST"])
def login():
    name = request.form["name"]
    # ruleid: python-log-injection
    logger.info("login of " + name)
    # ruleid: python-log-injection
    logging.warning("failed login of %s", name)
    # ok: python-log-injection
    logger.info("login of %r", name)
    # ok: python-log-injection
    logger.info("login of %s", name.replace("\n", ""))
    # ok: python-log-injection
    logger.info("login from number %d", int(request.form["number"]))
    return "ok"
