FROM debian:12.5
# ruleid: dockerfile-download-run
RUN curl -fsSL https://example.com/install.sh | bash
# ruleid: dockerfile-download-run
RUN set -e; wget -qO- https://example.com/install.sh | sh -s -- --yes
# ruleid: dockerfile-download-run
RUN bash -c "$(curl -fsSL https://example.com/install.sh)"
# ruleid: dockerfile-download-run
RUN curl -s https://example.com/x.gz | gunzip | python3 -
# ok: dockerfile-download-run
RUN curl -fsSL -o install.sh https://example.com/v1/install.sh \
    && echo "0a1b2c  install.sh" | sha256sum -c - \
    && sh install.sh
# ok: dockerfile-download-run
RUN curl -fsSL https://example.com/x.tgz | tar -xz
USER app
