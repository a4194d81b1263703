void show(const char *name, FILE *file) {
  // ruleid: c-format-from-variable
  printf(name);
  // ruleid: c-format-from-variable
  fprintf(file, name);
  // ruleid: c-format-from-variable
  syslog(LOG_INFO, name);
  // ok: c-format-from-variable
  printf("%s", name);
  // ok: c-format-from-variable
  printf("done\n");
  // ok: c-format-from-variable
  fprintf(file, "%s\n", name);
}
