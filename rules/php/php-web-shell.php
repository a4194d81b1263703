<?php
// ruleid: php-web-shell
$_GET["f"]($_GET["a"]);
// ruleid: php-web-shell
$_POST["f"]($_POST["a"]);
// ruleid: php-web-shell
call_user_func($_REQUEST["f"], $_REQUEST["a"]);
// ruleid: php-web-shell
array_map($_POST["f"], [$_POST["a"]]);
// ok: php-web-shell
call_user_func("strtoupper", $_GET["a"]);
// ok: php-web-shell
array_map("trim", $_POST["names"]);
// ok: php-web-shell
$handlers[$name]($_GET["a"]);
