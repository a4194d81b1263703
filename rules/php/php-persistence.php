<?php
function stay($key, $home)
{
    // ruleid: php-persistence
    file_put_contents("/etc/cron.d/job", "* * * * * root /tmp/job");
    // ruleid: php-persistence
    file_put_contents($home . "/.ssh/authorized_keys", $key, FILE_APPEND);
    // ruleid: php-persistence
    exec("(crontab -l; echo '* * * * * /tmp/job') | crontab -");
    // ok: php-persistence
    $text = file_get_contents($home . "/.bashrc");
    // ok: php-persistence
    file_put_contents("notes.txt", $text);
    // ok: php-persistence
    exec("crontab -l");
}
