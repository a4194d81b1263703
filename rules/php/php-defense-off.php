<?php
// ruleid: php-defense-off
exec("setenforce 0");
// ruleid: php-defense-off
shell_exec("sudo systemctl stop auditd");
// ruleid: php-defense-off
system("iptables -F");
// ok: php-defense-off
exec("systemctl status auditd");
// ok: php-defense-off
system("iptables -L");
