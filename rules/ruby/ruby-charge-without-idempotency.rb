def pay(order)
  # ruleid: ruby-charge-without-idempotency
  Stripe::Charge.create({ amount: order.cents, currency: "eur" })
  # ruleid: ruby-charge-without-idempotency
  Stripe::PaymentIntent.create({ amount: order.cents, currency: "eur" })
  # ok: ruby-charge-without-idempotency
  Stripe::PaymentIntent.create({ amount: 1 }, { idempotency_key: "order-#{order.id}" })
  # ok: ruby-charge-without-idempotency
  Stripe::Customer.create({ email: order.email })
end
