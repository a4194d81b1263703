<?php
$id = $_GET['id'];
// ruleid: php-sql-injection
$a = mysqli_query($db, "SELECT * FROM users WHERE id = $id");
// ruleid: php-sql-injection
$b = $pdo->query('SELECT * FROM users WHERE id = ' . $id);
$n = (int) $_GET['n'];
// ok: php-sql-injection
$c = $pdo->query('SELECT * FROM users WHERE id = ' . $n);
$statement = $pdo->prepare('SELECT * FROM users WHERE id = ?');
// ok: php-sql-injection
$statement->execute([$id]);
