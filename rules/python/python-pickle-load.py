import json
import pickle


def cached(path, data):
    # ruleid: python-pickle-load
    value = pickle.load(open(path, "rb"))
    # ruleid: python-pickle-load
    other = pickle.Unpickler(data).load()
    # ok: python-pickle-load
    copy = pickle.loads(pickle.dumps(value))
    # ok: python-pickle-load
    pickle.dump(value, open(path, "wb"))
    # ok: python-pickle-load
    return json.load(open(path)), other, copy
