<?php
// ruleid: php-client-address-trusted
$ip = $_SERVER['REMOTE_ADDR'];
// ok: php-client-address-trusted
$method = $_SERVER['REQUEST_METHOD'];
