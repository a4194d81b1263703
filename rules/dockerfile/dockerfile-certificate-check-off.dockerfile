FROM debian:12.5
# ruleid: dockerfile-certificate-check-off
RUN apt-get update && apt-get install -y --allow-unauthenticated portal
# ruleid: dockerfile-certificate-check-off
RUN pip install --trusted-host pypi.example.com portal
# ruleid: dockerfile-certificate-check-off
RUN npm config set strict-ssl false && npm ci
# ruleid: dockerfile-certificate-check-off
RUN curl -kfsSLO https://example.com/x.tgz
# ruleid: dockerfile-certificate-check-off
ENV A=b NODE_TLS_REJECT_UNAUTHORIZED=0
# ruleid: dockerfile-certificate-check-off
RUN git -c http.sslVerify=false clone https://example.com/a.git
# ok: dockerfile-certificate-check-off
RUN apt-get update && apt-get install -y --no-install-recommends portal
# ok: dockerfile-certificate-check-off
RUN curl -fsSLO --cacert ca.pem https://example.com/x.tgz
# ok: dockerfile-certificate-check-off
RUN npm config set registry https://registry.example.com
# ok: dockerfile-certificate-check-off
ENV NODE_TLS_REJECT_UNAUTHORIZED=1
USER app
