# ruleid: bash-world-writable
chmod 777 /srv/app
# ruleid: bash-world-writable
chmod -R 0777 "$DIR"
# ruleid: bash-world-writable
chmod o+w config.ini
# ruleid: bash-world-writable
chmod a+rwx data
# ruleid: bash-world-writable
umask 000

# ok: bash-world-writable
chmod 755 run.sh
# ok: bash-world-writable
chmod +x run.sh
# ok: bash-world-writable
chmod u+w config.ini
# ok: bash-world-writable
chmod 1770 shared
# ok: bash-world-writable
umask 077
