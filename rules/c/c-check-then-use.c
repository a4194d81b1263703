void work(const char *path) {
  // ruleid: c-check-then-use
  if (access(path, W_OK) == 0) {
    FILE *file = fopen(path, "w");
  }
  // ruleid: c-check-then-use
  if (stat(path, &info) == 0) {
    unlink(path);
  }
  // ok: c-check-then-use
  FILE *file = fopen(path, "w");
  // ok: c-check-then-use
  if (access(path, R_OK) != 0) { return; }
}
