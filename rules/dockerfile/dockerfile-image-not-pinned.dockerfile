# ruleid: dockerfile-image-not-pinned
FROM debian
# ruleid: dockerfile-image-not-pinned
FROM node:latest
# ruleid: dockerfile-image-not-pinned
FROM registry.example.com:5000/team/base AS base
# ok: dockerfile-image-not-pinned
FROM base
# ok: dockerfile-image-not-pinned
FROM python:3.12-slim
# ok: dockerfile-image-not-pinned
FROM scratch
# ok: dockerfile-image-not-pinned
FROM debiandockerfile-image-not-pinnedsha256:2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae
# ok: dockerfile-image-not-pinned
FROM $BASE_IMAGE
