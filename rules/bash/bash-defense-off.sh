# ruleid: bash-defense-off
setenforce 0
# ruleid: bash-defense-off
sudo true; ufw --force disable
# ruleid: bash-defense-off
iptables -F
# ruleid: bash-defense-off
systemctl disable --now auditd
# ruleid: bash-defense-off
sed -i 's/SELINUX=enforcing/SELINUX=disabled/' /etc/selinux/config

# ok: bash-defense-off
setenforce 1
# ok: bash-defense-off
ufw allow 443/tcp
# ok: bash-defense-off
iptables -L
# ok: bash-defense-off
systemctl stop nginx
