import hmac


def check(request, expected_signature, signature, api_key):
    # ruleid: python-timing-unsafe-comparison
    if signature == request.headers["X-Signature"]:
        return True
    # ruleid: python-timing-unsafe-comparison
    if request.headers["X-Key"] != api_key:
        return False
    # ok: python-timing-unsafe-comparison
    if api_key == "":
        return False
    # ok: python-timing-unsafe-comparison
    return hmac.compare_digest(signature, expected_signature)
