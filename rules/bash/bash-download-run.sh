# ruleid: bash-download-run
curl -fsSL https://example.com/install.sh | bash
# ruleid: bash-download-run
wget -qO- https://example.com/install.sh | sudo -E sh -s -- --yes
# ruleid: bash-download-run
curl -s https://example.com/x.gz | gunzip | python3 -
# ruleid: bash-download-run
bash -c "$(curl -fsSL https://example.com/install.sh)"
# ruleid: bash-download-run
source <(curl -s https://example.com/env.sh)
# ruleid: bash-download-run
eval "$(wget -qO- https://example.com/env.sh)"
# ruleid: bash-download-run
true && curl https://example.com/a 2>/dev/null | sh > log.txt

# ok: bash-download-run
curl -fsSL https://example.com/data.json | jq .name
# ok: bash-download-run
curl -fsSL -o install.sh https://example.com/v1/install.sh
# ok: bash-download-run
echo "$DIGEST  install.sh" | sha256sum -c -
# ok: bash-download-run
cat install.sh | bash
# ok: bash-download-run
eval "$(ssh-agent -s)"
