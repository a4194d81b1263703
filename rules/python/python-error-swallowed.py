def read(path):
    # ruleid: python-error-swallowed
    try:
        load(path)
    except Exception:
        pass
    # ruleid: python-error-swallowed
    try:
        load(path)
    except:
        pass
    # ok: python-error-swallowed
    try:
        load(path)
    except FileNotFoundError:
        pass
    # ok: python-error-swallowed
    try:
        load(path)
    except Exception:
        logger.exception("load")
