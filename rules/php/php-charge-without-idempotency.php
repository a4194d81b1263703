<?php
function pay($stripe, $order)
{
    // ruleid: php-charge-without-idempotency
    $stripe->charges->create(["amount" => $order->cents, "currency" => "eur"]);
    // ruleid: php-charge-without-idempotency
    $stripe->paymentIntents->create(["amount" => $order->cents, "currency" => "eur"]);
    // ruleid: php-charge-without-idempotency
    \Stripe\Charge::create(["amount" => $order->cents, "currency" => "eur"]);
    // ok: php-charge-without-idempotency
    $stripe->charges->create(["amount" => 1], ["idempotency_key" => "order-" . $order->id]);
    // ok: php-charge-without-idempotency
    $stripe->customers->create(["email" => $order->email]);
}
