FROM debian:12.5
RUN make install
HEALTHCHECK CMD ["/app", "check"]
# ruleid: dockerfile-runs-as-root
ENTRYPOINT ["/app"]
CMD ["serve"]
