run() {
  # ruleid: bash-eval-input
  eval "$1"
}

name=$2
# ruleid: bash-eval-input
bash -c "convert $name out.png"
read -r -p "command: " answer
# ruleid: bash-eval-input
eval "run_$answer"
# ruleid: bash-eval-input
sh -c "$*"

# ok: bash-eval-input
eval "$(ssh-agent -s)"
# ok: bash-eval-input
convert "$name" out.png
# ok: bash-eval-input
bash -c 'convert "$0" out.png' "$name"
safe=$(printf '%q' "$name")
# ok: bash-eval-input
bash -c "convert $safe out.png"
kind=fast
# ok: bash-eval-input
eval "run_$kind"
options=$(getopt -o v -- "$bash-eval-input")
# ok: bash-eval-input
eval set -- "$options"
