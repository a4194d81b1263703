FROM debian:12.5
# ruleid: dockerfile-host-access
VOLUME /var/run/docker.sock
# ruleid: dockerfile-host-access
VOLUME ["/data", "/run/podman/podman.sock"]
# ok: dockerfile-host-access
VOLUME /data
# ok: dockerfile-host-access
VOLUME ["/var/run/app.sock"]
USER app
