<?php
// ruleid: php-code-injection
eval('$x = ' . $_GET['formula'] . ';');
// ruleid: php-code-injection
call_user_func($_POST['action'], 1);
// ok: php-code-injection
call_user_func('refresh', $_POST['action']);
// ok: php-code-injection
$value = json_decode($_POST['formula'], true);
