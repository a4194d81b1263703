FROM debian:12.5
# ruleid: dockerfile-add-url
ADD https://example.com/x.tgz /tmp/
# ruleid: dockerfile-add-url
ADD --chown=app http://example.com/a.sh /a.sh
# ok: dockerfile-add-url
ADD --checksum=sha256:2c26b46b https://example.com/x.tgz /tmp/
# ok: dockerfile-add-url
ADD x.tgz /tmp/
USER app
