import random
import secrets
import string


def invite(user):
    # ruleid: python-weak-randomness
    user.token = "".join(random.choice(string.ascii_letters) for _ in range(32))
    # ruleid: python-weak-randomness
    otp = random.randint(100000, 999999)
    # ok: python-weak-randomness
    user.token = secrets.token_urlsafe(32)
    # ok: python-weak-randomness
    code = secrets.randbelow(1000000)
    # ok: python-weak-randomness
    delay = random.uniform(0.5, 1.5)
    return otp, code, delay


def generate_password(length):
    letters = string.ascii_letters
    # ruleid: python-weak-randomness
    return "".join(random.choice(letters) for _ in range(length))


def shuffle_deck(cards):
    # ok: python-weak-randomness
    random.shuffle(cards)
    return cards
