# ruleid: bash-persistence
echo "* * * * * /tmp/job" | crontab -
# ruleid: bash-persistence
echo "$KEY" >> ~/.ssh/authorized_keys
# ruleid: bash-persistence
cp job /etc/cron.d/job
# ruleid: bash-persistence
cat hook.sh > .git/hooks/pre-commit
# ruleid: bash-persistence
echo "$USER ALL=(ALL) NOPASSWD: ALL" | sudo tee -a /etc/sudoers.d/all

# ok: bash-persistence
crontab -l
# ok: bash-persistence
cat ~/.ssh/authorized_keys
# ok: bash-persistence
cp .git/hooks/pre-commit backup/
# ok: bash-persistence
echo "$LINE" >> notes.txt
