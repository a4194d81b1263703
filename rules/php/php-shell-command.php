<?php
// ruleid: php-shell-command
system('uptime');
// ok: php-shell-command
$load = sys_getloadavg();
// ruleid: php-shell-command
$files = shell_exec('ls ' . $folder);
// ok: php-shell-command
$files = scandir($folder);
