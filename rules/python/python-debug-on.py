from flask import Flask

app = Flask(__name__)
# ruleid: python-debug-on
app.config["DEBUG"] = True

if __name__ == "__main__":
    # ruleid: python-debug-on
    app.run(host="127.0.0.1", debug=True)
    # ok: python-debug-on
    app.run(host="127.0.0.1")
    # ok: python-debug-on
    app.run(debug=False)
    # ok: python-debug-on
    solver.solve(debug=True)
