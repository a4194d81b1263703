<?php
// ruleid: php-shell-command
system('uptime');
// ok: php-shell-command
$load = sys_getloadavg();
