void copy(char *to, const char *from) {
  // ruleid: c-unbounded-copy
  strcpy(to, from);
  // ruleid: c-unbounded-copy
  strcat(to, from);
  // ok: c-unbounded-copy
  snprintf(to, 32, "%s", from);
  // ok: c-unbounded-copy
  strcpy(to, "");
  // ok: c-unbounded-copy
  strlcpy(to, from, 32);
}
