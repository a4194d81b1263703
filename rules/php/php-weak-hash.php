<?php
// ruleid: php-weak-hash
$digest = md5($password);
// ruleid: php-weak-hash
$digest = hash('sha1', $text);
// ok: php-weak-hash
$digest = hash('sha256', $text);
// ok: php-weak-hash
$stored = password_hash($password, PASSWORD_DEFAULT);
