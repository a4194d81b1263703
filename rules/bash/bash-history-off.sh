# ruleid: bash-history-off
unset HISTFILE
# ruleid: bash-history-off
export HISTFILE=/dev/null
# ruleid: bash-history-off
set +o history
# ruleid: bash-history-off
history -c
# ruleid: bash-history-off
rm -f ~/.bash_history

# ok: bash-history-off
HISTSIZE=10000
# ok: bash-history-off
history | tail
# ok: bash-history-off
set -o pipefail
# ok: bash-history-off
unset HISTCONTROL
