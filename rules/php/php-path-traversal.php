<?php
// ruleid: php-path-traversal
readfile('files/' . $_GET['name']);
$path = $_POST['path'];
// ruleid: php-path-traversal
unlink($path);
// ok: php-path-traversal
readfile('files/' . basename($_GET['name']));
// ok: php-path-traversal
readfile('files/terms.pdf');
