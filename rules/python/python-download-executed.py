import requests


def install():
    # ruleid: python-download-executed
    exec(requests.get("https://example.com/setup.py", timeout=5).text)
    script = requests.get("https://example.com/run.py", timeout=5).text
    # ruleid: python-download-executed
    exec(script)
    # ok: python-download-executed
    print(requests.get("https://example.com/data.json", timeout=5).json())
    # ok: python-download-executed
    exec("x = 1")
