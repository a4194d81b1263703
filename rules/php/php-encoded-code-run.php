<?php
function start($token, $packed)
{
    // ruleid: php-encoded-code-run
    eval(base64_decode("ZWNobyAxOw=="));
    // ruleid: php-encoded-code-run
    eval(gzinflate(base64_decode($packed)));
    $code = str_rot13($packed);
    // ruleid: php-encoded-code-run
    eval("?>" . $code);
    // ok: php-encoded-code-run
    system("mount -o password=" . base64_decode($token));
    // ok: php-encoded-code-run
    $claims = json_decode(base64_decode($token), true);
    // ok: php-encoded-code-run
    eval("return 1;");
    // ok: php-encoded-code-run
    assert($claims !== null);
    return $claims;
}
