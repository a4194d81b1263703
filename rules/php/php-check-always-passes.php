<?php
// ruleid: php-check-always-passes
function verifySignature($body, $signature)
{
    return true;
}

class Gate
{
    // ruleid: php-check-always-passes
    public function authenticateUser(string $name, string $password): bool
    {
        return true;
    }
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
