# ruleid: bash-hardcoded-credential
DB_PASSWORD="hunter2-prod"
# ruleid: bash-hardcoded-credential
export API_KEY=9f8b2c7d41e0
# ruleid: bash-hardcoded-credential
curl -u admin:s3cr3t! https://example.com/api
# ruleid: bash-hardcoded-credential
sshpass -ps3cr3t ssh host

# ok: bash-hardcoded-credential
DB_PASSWORD="${DB_PASSWORD:?not set}"
# ok: bash-hardcoded-credential
API_KEY=$(vault kv get -field=key secret/app)
# ok: bash-hardcoded-credential
PASSWORD_FILE=/run/secrets/db
# ok: bash-hardcoded-credential
curl -u "admin:$PASSWORD" https://example.com/api
# ok: bash-hardcoded-credential
read -rs PASSWORD
