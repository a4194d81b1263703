# ruleid: bash-predictable-temp-file
echo "$TOKEN" > /tmp/token.txt
# ruleid: bash-predictable-temp-file
work=/tmp/work.$$
# ruleid: bash-predictable-temp-file
dump | tee /tmp/dump.sql
# ruleid: bash-predictable-temp-file
report >> "/tmp/report-$USER.log"

# ok: bash-predictable-temp-file
work=$(mktemp -d)
# ok: bash-predictable-temp-file
echo "$TOKEN" > "$work/token.txt"
# ok: bash-predictable-temp-file
cat /tmp/input.txt > out.txt
# ok: bash-predictable-temp-file
rm -f /tmp/old.log
