from django.db import models
from sqlalchemy import Column, String


class Card(models.Model):
    # ruleid: python-card-code-stored
    cvv = models.CharField(max_length=4)
    # ok: python-card-code-stored
    last_four = models.CharField(max_length=4)
    # ok: python-card-code-stored
    security_code = models.CharField(max_length=12)


class Payment(Base):
    # ruleid: python-card-code-stored
    card_cvc = Column(String(4))
    # ok: python-card-code-stored
    token = Column(String(64))
