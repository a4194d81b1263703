<?php
// ruleid: php-server-side-request-forgery
$curl = curl_init($_GET['url']);
// ruleid: php-server-side-request-forgery
curl_setopt($curl, CURLOPT_URL, $_POST['url']);
// ok: php-server-side-request-forgery
$curl = curl_init('https://example.org/?q=' . urlencode($_GET['q']));
// ok: php-server-side-request-forgery
curl_setopt($curl, CURLOPT_URL, 'https://example.org/status');
