<?php
function total($price, $weight, $balance)
{
    // ruleid: php-money-in-floating-point
    $gross = floatval($price) * 1.19;
    // ruleid: php-money-in-floating-point
    $rest = $balance - floatval($_POST["amount"]);
    // ok: php-money-in-floating-point
    $tons = floatval($weight) * 0.001;
    // ok: php-money-in-floating-point
    $shown = floatval($price);
    return [$gross, $rest, $tons, $shown];
}
