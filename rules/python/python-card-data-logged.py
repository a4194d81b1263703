import logging

logger = logging.getLogger(__name__)


def pay(card_number, cvv, card, out, masked_card_number):
    # ruleid: python-card-data-logged
    print(card_number)
    # ruleid: python-card-data-logged
    print(f"card {card_number} code {cvv}")
    # ruleid: python-card-data-logged
    logger.info("paying with %s", card.card_number)
    # ruleid: python-card-data-logged
    logger.debug("code " + cvv)
    # ruleid: python-card-data-logged
    print("card", card["cvc"])
    # ruleid: python-card-data-logged
    out.write(f"{card_number};")
    # ok: python-card-data-logged
    logger.info("paying with %s", masked_card_number)
    # ok: python-card-data-logged
    logger.info("paying with %s", card_number[-4:])
    # ok: python-card-data-logged
    print("card number is missing")
    # ok: python-card-data-logged
    logger.info("order %s", card.id)
