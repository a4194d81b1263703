# ruleid: ruby-defense-off
system("setenforce 0")
# ruleid: ruby-defense-off
system("sudo systemctl stop auditd")
# ruleid: ruby-defense-off
spawn("iptables -F")
# ok: ruby-defense-off
system("systemctl status auditd")
# ok: ruby-defense-off
system("iptables -L")
