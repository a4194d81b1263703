def remove(user, item, items):
    # ruleid: python-assert-authorization
    assert user.is_admin
    # ruleid: python-assert-authorization
    assert user.has_permission("delete"), "not allowed"
    # ok: python-assert-authorization
    assert len(items) > 0
    # ok: python-assert-authorization
    if not user.is_admin:
        raise PermissionError(item)
