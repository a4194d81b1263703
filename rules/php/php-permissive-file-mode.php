<?php
// ruleid: php-permissive-file-mode
chmod($file, 0777);
// ruleid: php-permissive-file-mode
umask(0);
// ok: php-permissive-file-mode
chmod($file, 0600);
// ok: php-permissive-file-mode
mkdir($folder, 0750, true);
