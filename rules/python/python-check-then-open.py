import os


def read(path):
    # ruleid: python-check-then-open
    if os.path.exists(path):
        with open(path) as file:
            return file.read()
    # ruleid: python-check-then-open
    if os.access(path, os.R_OK):
        with open(path) as file:
            return file.read()
    # ok: python-check-then-open
    if os.path.exists(path):
        print("there")
    # ok: python-check-then-open
    try:
        with open(path) as file:
            return file.read()
    except FileNotFoundError:
        return None
