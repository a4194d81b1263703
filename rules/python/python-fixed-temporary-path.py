import os
import tempfile

# ruleid: python-fixed-temporary-path
out = open("/tmp/report.txt", "w")
# ruleid: python-fixed-temporary-path
os.makedirs("/tmp/cache")
# ok: python-fixed-temporary-path
text = open("/tmp/report.txt").read()
# ok: python-fixed-temporary-path
out = tempfile.NamedTemporaryFile("w")
