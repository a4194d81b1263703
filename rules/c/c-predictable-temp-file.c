void work(char *name) {
  // ruleid: c-predictable-temp-file
  char *a = tmpnam(NULL);
  // ruleid: c-predictable-temp-file
  char *b = mktemp(name);
  // ok: c-predictable-temp-file
  int c = mkstemp(name);
  // ok: c-predictable-temp-file
  FILE *d = tmpfile();
}
