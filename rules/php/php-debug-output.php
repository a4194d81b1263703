<?php
// ruleid: php-debug-output
phpinfo();
// ruleid: php-debug-output
ini_set('display_errors', 1);
// ok: php-debug-output
ini_set('display_errors', 0);
// ok: php-debug-output
echo phpversion();
