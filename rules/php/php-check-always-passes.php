<?php
// ruleid: php-check-always-passes
function verifySignature($body, $signature)
{
    return true;
}

// ok: php-check-always-passes
function verifyToken($token)
{
    return hash_equals(load(), $token);
}

// ok: php-check-always-passes
function isEnabled($name)
{
    return true;
}
