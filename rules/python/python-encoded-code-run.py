import base64
import json
import marshal
import os
import zlib


def start(key, token):
    # ruleid: python-encoded-code-run
    exec(base64.b64decode("cHJpbnQoMSk="))
    # ruleid: python-encoded-code-run
    exec(zlib.decompress(base64.b64decode(b"eJwr")).decode())
    text = bytes.fromhex("7072696e74283129").decode("utf-8")
    # ruleid: python-encoded-code-run
    eval(text)
    # ruleid: python-encoded-code-run
    exec(compile(base64.b64decode("cHJpbnQoMSk="), "<s>", "exec"))
    program = marshal.loads(zlib.decompress(b"eJwr"))
    # ruleid: python-encoded-code-run
    exec(program)
    secret = base64.b64decode(key).decode()
    # ok: python-encoded-code-run
    os.system(f"mount -o password={secret} /mnt")
    # ok: python-encoded-code-run
    claims = json.loads(base64.b64decode(token))
    # ok: python-encoded-code-run
    data = zlib.decompress(base64.b64decode(token))
    # ok: python-encoded-code-run
    exec("x = 1")
    return claims, data
