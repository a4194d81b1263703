import jinja2
from jinja2 import Environment, FileSystemLoader, select_autoescape

# ruleid: python-autoescape-off
first = Environment(loader=FileSystemLoader("templates"))
# ruleid: python-autoescape-off
second = jinja2.Environment(autoescape=False)
# ok: python-autoescape-off
third = Environment(loader=FileSystemLoader("templates"), autoescape=select_autoescape())
# ok: python-autoescape-off
fourth = jinja2.Environment(autoescape=True)
