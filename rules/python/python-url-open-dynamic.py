import urllib.request


def read(url, name):
    # ruleid: python-url-open-dynamic
    first = urllib.request.urlopen(url)
    # ruleid: python-url-open-dynamic
    second = urllib.request.urlretrieve(url, "out")
    # ok: python-url-open-dynamic
    third = urllib.request.urlopen("https://example.com/list")
    # ok: python-url-open-dynamic
    return urllib.request.urlopen("https://example.com/" + name), first, second, third
