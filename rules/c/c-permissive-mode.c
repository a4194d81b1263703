void open_all(const char *path) {
  // ruleid: c-permissive-mode
  chmod(path, 0777);
  // ruleid: c-permissive-mode
  int file = open(path, O_CREAT | O_WRONLY, 0666);
  // ok: c-permissive-mode
  chmod(path, 0640);
  // ok: c-permissive-mode
  umask(0027);
}
