<?php
function login($user, $password)
{
    // ruleid: php-password-backdoor
    if ($password === "letmein123") {
        return true;
    }
    // ruleid: php-password-backdoor
    return $user == "admin" && $password == "hunter22";
}

function page()
{
    // ruleid: php-password-backdoor
    if ($_POST["password"] == "open-sesame") {
        $_SESSION["admin"] = true;
    }
    // ok: php-password-backdoor
    if ($_POST["password"] === "") {
        return true;
    }
    // ok: php-password-backdoor
    if ($_POST["password"] === "changeme") {
        return false;
    }
    // ok: php-password-backdoor
    return password_verify($_POST["password"], $hash);
}
