FROM debian:12.5
USER app
RUN make
# ruleid: dockerfile-runs-as-root
USER root
CMD ["/app"]
