<?php
// ruleid: php-weak-cipher
$sealed = openssl_encrypt($text, 'des-ede3-cbc', $key);
// ruleid: php-weak-cipher
$sealed = openssl_encrypt($text, 'aes-256-ecb', $key);
// ok: php-weak-cipher
$sealed = openssl_encrypt($text, 'aes-256-gcm', $key, 0, $nonce, $tag);
// ok: php-weak-cipher
$plain = openssl_decrypt($sealed, 'chacha20-poly1305', $key, 0, $nonce, $tag);
