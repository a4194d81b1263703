<?php
// ruleid: php-file-inclusion
include 'pages/' . $_GET['page'];
$module = $_POST['module'];
// ruleid: php-file-inclusion
require_once("modules/$module.php");
// ok: php-file-inclusion
include 'pages/' . basename($_GET['page']) . '.php';
// ok: php-file-inclusion
require 'pages/home.php';
