<?php
function pay($cardNumber, $cvv, $card, $maskedCardNumber, $logger)
{
    // ruleid: php-card-data-logged
    error_log("paying with " . $cardNumber);
    // ruleid: php-card-data-logged
    error_log("paying with $cardNumber");
    // ruleid: php-card-data-logged
    $logger->info("code " . $cvv);
    // ruleid: php-card-data-logged
    file_put_contents("cards.txt", $_POST["card_number"]);
    // ok: php-card-data-logged
    error_log("paying with " . $maskedCardNumber);
    // ok: php-card-data-logged
    error_log("paying with " . substr($cardNumber, -4));
    // ok: php-card-data-logged
    $logger->info("order " . $card->id);
}
