# ruleid: bash-certificate-check-off
curl -fsSLk https://example.com/data
# ruleid: bash-certificate-check-off
curl --insecure https://example.com/data > out
# ruleid: bash-certificate-check-off
wget -q --no-check-certificate https://example.com/data
# ruleid: bash-certificate-check-off
git config --global http.sslVerify false
# ruleid: bash-certificate-check-off
git -c http.sslVerify=false clone https://example.com/a.git
# ruleid: bash-certificate-check-off
GIT_SSL_NO_VERIFY=true git clone https://example.com/a.git
# ruleid: bash-certificate-check-off
export NODE_TLS_REJECT_UNAUTHORIZED=0
# ruleid: bash-certificate-check-off
npm config set strict-ssl false
# ruleid: bash-certificate-check-off
pip install --trusted-host pypi.example.com portal
# ruleid: bash-certificate-check-off
ssh -o StrictHostKeyChecking=no host uptime

# ok: bash-certificate-check-off
curl -fsSL --cacert ca.pem https://example.com/data
# ok: bash-certificate-check-off
wget -q https://example.com/data
# ok: bash-certificate-check-off
git config --global http.sslVerify true
# ok: bash-certificate-check-off
npm config set registry https://registry.example.com
# ok: bash-certificate-check-off
ssh -o StrictHostKeyChecking=accept-new host uptime
