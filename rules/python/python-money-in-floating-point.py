from decimal import Decimal

from django.db import models


class Order(models.Model):
    # ruleid: python-money-in-floating-point
    price = models.FloatField()
    # ok: python-money-in-floating-point
    weight = models.FloatField()
    # ok: python-money-in-floating-point
    total_price = models.DecimalField(max_digits=10, decimal_places=2)


def total(price, amount, weight, form):
    # ruleid: python-money-in-floating-point
    gross = float(price) * 1.19
    # ruleid: python-money-in-floating-point
    cents = int(float(form["amount"]) * 100)
    # ruleid: python-money-in-floating-point
    balance: float = 0.0
    # ok: python-money-in-floating-point
    net = Decimal(price) * Decimal("1.19")
    # ok: python-money-in-floating-point
    tons = float(weight) * 0.001
    # ok: python-money-in-floating-point
    count = int(amount)
    return gross, cents, balance, net, tons, count
