# ruleid: bash-encoded-code-run
echo aWQ= | base64 -d | bash
# ruleid: bash-encoded-code-run
base64 --decode payload.txt | sh
# ruleid: bash-encoded-code-run
eval "$(echo aWQ= | base64 -d)"
# ruleid: bash-encoded-code-run
echo 6964 | xxd -r -p | sudo bash
# ruleid: bash-encoded-code-run
python3 -c 'import base64; exec(base64.b64decode("cHJpbnQoMSk="))'
# ruleid: bash-encoded-code-run
bash <(echo aWQ= | base64 -d)

# ok: bash-encoded-code-run
echo "$KEY" | base64 -d > key.bin
# ok: bash-encoded-code-run
echo "$CONFIG" | base64 -d | jq .name
# ok: bash-encoded-code-run
kubectl get secret a -o json | base64 -d | sha256sum
# ok: bash-encoded-code-run
python3 -c 'import base64; print(base64.b64decode("YQ=="))'
# ok: bash-encoded-code-run
eval "$(ssh-agent -s)"
