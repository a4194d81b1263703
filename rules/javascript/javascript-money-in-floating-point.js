function total(price, req, balance, weight) {
  // ruleid: javascript-money-in-floating-point
  const gross = parseFloat(price) * 1.19;
  // ruleid: javascript-money-in-floating-point
  const cents = parseFloat(req.body.amount) * 100;
  // ruleid: javascript-money-in-floating-point
  const rest = balance - parseFloat(req.body.amount);
  // ok: javascript-money-in-floating-point
  const tons = parseFloat(weight) * 0.001;
  // ok: javascript-money-in-floating-point
  const whole = Number.parseInt(req.body.cents, 10);
  // ok: javascript-money-in-floating-point
  const shown = parseFloat(price);
  return [gross, cents, rest, tons, whole, shown];
}
