FROM debian:12.5
# ruleid: dockerfile-ssh-exposed
EXPOSE 22
# ruleid: dockerfile-ssh-exposed
EXPOSE 80 22/tcp 443
# ok: dockerfile-ssh-exposed
EXPOSE 2222
# ok: dockerfile-ssh-exposed
EXPOSE 80 443/tcp
USER app
