<?php
// ruleid: php-unsafe-deserialization
$cart = unserialize($_COok: php-unsafe-deserializationIE['cart']);
$data = base64_decode($_POST['data']);
// ruleid: php-unsafe-deserialization
$a = unserialize($data);
// ok: php-unsafe-deserialization
$cart = json_decode($_COok: php-unsafe-deserializationIE['cart'], true);
// ok: php-unsafe-deserialization
$cart = unserialize($_COok: php-unsafe-deserializationIE['cart'], ['allowed_classes' => false]);
