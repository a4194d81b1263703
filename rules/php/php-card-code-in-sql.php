<?php
function save($db)
{
    // ruleid: php-card-code-in-sql
    $db->prepare("INSERT INTO cards (number, cvv) VALUES (?, ?)");
    // ruleid: php-card-code-in-sql
    mysqli_query($db, "CREATE TABLE cards (id INTEGER, cvv VARCHAR(4))");
    // ok: php-card-code-in-sql
    $db->prepare("INSERT INTO cards (token, last_four) VALUES (?, ?)");
    // ok: php-card-code-in-sql
    mysqli_query($db, "UPDATE cards SET cvv_checked = 1 WHERE id = 7");
}
