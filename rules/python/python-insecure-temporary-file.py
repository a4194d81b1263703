import tempfile

# ruleid: python-insecure-temporary-file
name = tempfile.mktemp()
# ruleid: python-insecure-temporary-file
other = tempfile.mktemp(suffix=".txt")
# ok: python-insecure-temporary-file
handle, path = tempfile.mkstemp()
# ok: python-insecure-temporary-file
folder = tempfile.mkdtemp()
