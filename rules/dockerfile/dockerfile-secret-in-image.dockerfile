FROM debian:12.5
# ruleid: dockerfile-secret-in-image
ENV DB_PASSWORD=hunter2-prod
# ruleid: dockerfile-secret-in-image
ENV A=b API_KEY="9f8b2c7d" C=d
# ruleid: dockerfile-secret-in-image
ARG NPM_TOKEN
# ruleid: dockerfile-secret-in-image
ARG GITHUB_TOKEN=ghp_x
# ok: dockerfile-secret-in-image
ENV PASSWORD_FILE=/run/secrets/db
# ok: dockerfile-secret-in-image
ENV API_KEY=""
# ok: dockerfile-secret-in-image
ARG VERSION=1.0
# ok: dockerfile-secret-in-image
RUN --mount=type=secret,id=npm_token npm ci
USER app
