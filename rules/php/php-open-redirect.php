<?php
// ruleid: php-open-redirect
header('Location: ' . $_GET['next']);
$to = $_POST['to'];
// ruleid: php-open-redirect
wp_redirect($to);
// ok: php-open-redirect
header('Location: /home.php?from=' . urlencode($_GET['from']));
// ok: php-open-redirect
header('Location: /home.php');
