<?php
// ruleid: php-magic-value-skips-check
if ($_GET["debug"] === "letmein") {
    $_SESSION["is_admin"] = true;
}
// ruleid: php-magic-value-skips-check
if ($_SERVER["HTTP_X_SUPPORT"] == "yes-please") {
    $_SESSION["user"] = "admin";
}
// ok: php-magic-value-skips-check
if ($_SERVER["REQUEST_METHOD"] === "POST") {
    $_SESSION["user"] = login($_POST);
}
// ok: php-magic-value-skips-check
if ($_GET["lang"] === "german") {
    $_SESSION["lang"] = "de";
}
