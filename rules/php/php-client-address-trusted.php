<?php
$ip = $_SERVER['REMOTE_ADDR'];
// ruleid: php-client-address-trusted
$internal = $ip === '10.0.0.1';
// ruleid: php-client-address-trusted
$known = in_array($_SERVER['HTTP_X_FORWARDED_FOR'], $addresses);
// ok: php-client-address-trusted
error_log('asked by ' . $ip);
// ok: php-client-address-trusted
$allowed = $token === $expected;
