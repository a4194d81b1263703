<?php
// ruleid: php-request-data-stored-unchecked
$stored = serialize($_POST);
// ok: php-request-data-stored-unchecked
$stored = json_encode(['name' => $_POST['name']]);
