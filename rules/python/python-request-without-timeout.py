import requests

# ruleid: python-request-without-timeout
first = requests.get("https://example.com")
# ruleid: python-request-without-timeout
second = requests.post("https://example.com", json={})
# ok: python-request-without-timeout
third = requests.get("https://example.com", timeout=5)
# ok: python-request-without-timeout
fourth = cache.get("https://example.com")
