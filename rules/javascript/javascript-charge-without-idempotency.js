async function pay(stripe, order, shop) {
  // ruleid: javascript-charge-without-idempotency
  await stripe.charges.create({ amount: order.cents, currency: "eur", source: order.token });
  // ruleid: javascript-charge-without-idempotency
  await this.stripe.paymentIntents.create({ amount: order.cents, currency: "eur" });
  // ok: javascript-charge-without-idempotency
  await stripe.paymentIntents.create({ amount: 1 }, { idempotencyKey: `order-${order.id}` });
  // ok: javascript-charge-without-idempotency
  await stripe.customers.create({ email: order.email });
  // ok: javascript-charge-without-idempotency
  await shop.refunds.create({ id: order.id });
}
