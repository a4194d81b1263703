import os

# ruleid: python-django-debug-on
DEBUG = True
# ruleid: python-django-debug-on
DEBUG_PROPAGATE_EXCEPTIONS = True
# ok: python-django-debug-on
DEBUG = os.environ.get("DEBUG") == "1"
# ok: python-django-debug-on
DEBUG = False
