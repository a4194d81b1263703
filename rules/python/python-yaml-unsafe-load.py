import yaml
from yaml import SafeLoader


def read(text):
    # ruleid: python-yaml-unsafe-load
    first = yaml.load(text)
    # ruleid: python-yaml-unsafe-load
    second = yaml.load(text, Loader=yaml.Loader)
    # ruleid: python-yaml-unsafe-load
    third = yaml.unsafe_load(text)
    # ok: python-yaml-unsafe-load
    fourth = yaml.safe_load(text)
    # ok: python-yaml-unsafe-load
    fifth = yaml.load(text, Loader=SafeLoader)
    # ok: python-yaml-unsafe-load
    return json.load(text), first, second, third, fourth, fifth
