import logging


def login(logger, user, password, password_hash):
    # ruleid: python-secret-logged
    logger.info(f"login {user} with {password}")
    # ruleid: python-secret-logged
    logging.debug("key %s", user.api_key)
    # ok: python-secret-logged
    logger.info("login %s", user)
    # ok: python-secret-logged
    logger.info("password changed for %s", user)
