<?php
// ruleid: php-cross-site-scripting
echo 'Hello ' . $_GET['name'];
$name = $_POST['name'];
// ruleid: php-cross-site-scripting
print("<b>$name</b>");
// ok: php-cross-site-scripting
echo htmlspecialchars($name, ENT_QUOTES);
// ok: php-cross-site-scripting
echo (int) $_GET['page'];
