void copy(char *to, const char *from) {
  char name[16];
  // ruleid: c-copy-length-of-source
  strncpy(name, from, strlen(from));
  // ruleid: c-copy-length-of-source
  memcpy(name, from, strlen(from) + 1);
  // ok: c-copy-length-of-source
  strncpy(name, from, sizeof(name) - 1);
  // ok: c-copy-length-of-source
  memcpy(name, from, 16);
}
