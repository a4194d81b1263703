import random
import secrets

# ruleid: python-random-value
number = random.randint(1, 6)
# ruleid: python-random-value
name = random.choice(["a", "b"])
# ok: python-random-value
number = secrets.randbelow(6)
# ok: python-random-value
number = random.SystemRandom().randint(1, 6)
