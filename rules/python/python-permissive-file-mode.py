import os
import stat

# ruleid: python-permissive-file-mode
os.chmod("key.pem", 0o777)
# ruleid: python-permissive-file-mode
os.chmod("key.pem", stat.S_IRUSR | stat.S_IWOTH)
# ruleid: python-permissive-file-mode
os.umask(0)
# ok: python-permissive-file-mode
os.chmod("key.pem", 0o600)
# ok: python-permissive-file-mode
os.chmod("run.sh", 0o755)
# ok: python-permissive-file-mode
os.umask(0o077)
