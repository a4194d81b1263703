import re

# ruleid: python-regex-backtracking
first = re.compile(r"^(a+)+$")
# ruleid: python-regex-backtracking
second = re.match("^([a-zA-Z0-9]+)*@example$", text)
# ok: python-regex-backtracking
third = re.compile(r"^a+$")
# ok: python-regex-backtracking
fourth = re.match(r"^([a-z]+)@([a-z]+)$", text)
