def configure(app, response):
    # ruleid: python-cors-wildcard
    CORS(app, origins="*")
    # ruleid: python-cors-wildcard
    response.headers["Access-Control-Allow-Origin"] = "*"
    # ok: python-cors-wildcard
    CORS(app, origins="https://shop.example")
    # ok: python-cors-wildcard
    response.headers["Access-Control-Allow-Methods"] = "*"
