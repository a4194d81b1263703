FROM debian:12.5
# ok: dockerfile-runs-as-root
USER root
RUN apt-get update
USER app
# ok: dockerfile-runs-as-root
CMD ["/app"]
