FROM debian:12.5
# ruleid: dockerfile-sudo
RUN sudo apt-get update
# ruleid: dockerfile-sudo
RUN apt-get update && apt-get install -y sudo
# ok: dockerfile-sudo
RUN apt-get update
# ok: dockerfile-sudo
RUN echo sudo
USER app
