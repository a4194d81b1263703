import base64
import importlib


def run(name, tool):
    # ruleid: python-hidden-dynamic-call
    __import__("os").system("id")
    # ruleid: python-hidden-dynamic-call
    getattr(__import__("os"), "system")("id")
    # ruleid: python-hidden-dynamic-call
    exec("".join(map(chr, [112, 114, 105, 110, 116, 40, 49, 41])))
    # ruleid: python-hidden-dynamic-call
    getattr(__builtins__, "cexe"[::-1])("print(1)")
    # ruleid: python-hidden-dynamic-call
    __import__(base64.b64decode("b3M=").decode())
    # ruleid: python-hidden-dynamic-call
    exec(")1(tnirp"[::-1])
    # ok: python-hidden-dynamic-call
    importlib.import_module(name)
    # ok: python-hidden-dynamic-call
    __import__("pkg_resources").declare_namespace(__name__)
    # ok: python-hidden-dynamic-call
    __import__(".".join([tool, name]))
    # ok: python-hidden-dynamic-call
    getattr(tool, "run")()
    # ok: python-hidden-dynamic-call
    text = "".join(map(chr, [72, 105]))
    return text
