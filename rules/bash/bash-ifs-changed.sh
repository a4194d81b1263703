# ruleid: bash-ifs-changed
IFS=,
# ruleid: bash-ifs-changed
IFS='/'

# ok: bash-ifs-changed
IFS=$'\n\t'
# ok: bash-ifs-changed
IFS=, read -r a b <<< "$LINE"
# ok: bash-ifs-changed
IFS="$OLD_IFS"
split() {
  # ok: bash-ifs-changed
  local IFS=,
  echo "$*"
}
