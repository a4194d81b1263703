import stripe


def pay(order, options):
    # ruleid: python-charge-without-idempotency
    stripe.Charge.create(amount=order.cents, currency="eur", source=order.token)
    # ruleid: python-charge-without-idempotency
    stripe.PaymentIntent.create(amount=order.cents, currency="eur")
    # ok: python-charge-without-idempotency
    stripe.PaymentIntent.create(amount=1, currency="eur", idempotency_key=f"order-{order.id}")
    # ok: python-charge-without-idempotency
    stripe.Charge.create(**options)
    # ok: python-charge-without-idempotency
    stripe.Customer.create(email=order.email)
