#!/usr/bin/env bash
# Builds and ships a release.
set -euo pipefail

readonly NAME="portal"
declare -a parts=(one "two words" 'three' ${EXTRA:-none})
export PATH="$HOME/bin:$PATH" LANG=C
count=0
empty=
text+=" and more"
parts[3]=last

usage() {
  cat <<EOF
usage: $0 [-v] target
  built on $(date +%F) by ${USER:-nobody}
EOF
  return 1
}

function log {
  local level=$1
  shift
  printf '%s %s\n' "$level" "$*" >&2
}

if [[ -z "${1:-}" || $# -gt 2 ]]; then
  usage
elif [ "$1" = "-v" ] && test -n "$2"; then
  set -x
  shift
else
  log info "plain run"
fi

for part in "${parts[@]}" extra*; do
  [[ $part =~ ^o ]] || continue
  echo "part: ${part##*/} ${#part} ${part/o/0}"
done

for ((i = 0; i < 3; i++)); do
  count=$((count + i * 2))
done

while read -r line; do
  case "$line" in
    \#* | "")
      continue
      ;;
    start)
      ( cd /tmp && ls -la ) | sort -r > list.txt 2>&1
      ;;
    *)
      echo "unknown: $line" >> errors.log
  esac
done < input.txt

until ping -c 1 "$HOST" > /dev/null; do
  sleep 1
done

select answer in yes no; do
  break
done

curl -fsSL "https://example.com/${NAME}.tgz" | tar -xz -C "$TARGET" --strip-components=1
GIT_PAGER=cat git log --oneline -n 5 | head -n 1 || { echo failed; exit 1; }
! grep -q "$NAME" <<< "$text"
diff <(sort a.txt) <(sort b.txt)
sleep 5 &
trap 'rm -rf "$tmp"' EXIT INT
unset count
latest=`ls -t | head -1`
tmp=$(mktemp -d); cp "$latest" "$tmp"/copy.$$
eval "$COMMAND"
(( count > 2 )) && echo many
