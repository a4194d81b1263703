<?php
// ruleid: php-unsafe-deserialization
$cart = unserialize($_COOKIE['cart']);
$data = base64_decode($_POST['data']);
// ruleid: php-unsafe-deserialization
$a = unserialize($data);
// ok: php-unsafe-deserialization
$cart = json_decode($_COOKIE['cart'], true);
// ok: php-unsafe-deserialization
$cart = unserialize($_COOKIE['cart'], ['allowed_classes' => false]);
