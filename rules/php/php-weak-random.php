<?php
// ruleid: php-weak-random
$token = md5(uniqid());
// ruleid: php-weak-random
$password = mt_rand(100000, 999999);
// ok: php-weak-random
$token = bin2hex(random_bytes(16));
// ok: php-weak-random
$side = mt_rand(1, 6);
