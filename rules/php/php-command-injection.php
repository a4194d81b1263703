<?php
// ruleid: php-command-injection
system('ping -c 1 ' . $_GET['host']);
$file = $_POST['file'];
// ruleid: php-command-injection
$lines = shell_exec("wc -l $file");
// ok: php-command-injection
$lines = shell_exec('wc -l -- ' . escapeshellarg($file));
// ok: php-command-injection
system('uptime');
