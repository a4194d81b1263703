import jwt


def read(token, key):
    # ruleid: python-jwt-not-verified
    first = jwt.decode(token, options={"verify_signature": False})
    # ruleid: python-jwt-not-verified
    second = jwt.decode(token, key, algorithms=["HS256", "none"])
    # ok: python-jwt-not-verified
    third = jwt.decode(token, key, algorithms=["HS256"])
    # ok: python-jwt-not-verified
    fourth = jwt.decode(token, key, algorithms=["HS256"], options={"verify_aud": False})
    return first, second, third, fourth
