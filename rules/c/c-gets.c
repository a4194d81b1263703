void read_name(void) {
  char name[32];
  // ruleid: c-gets
  gets(name);
  // ruleid: c-gets
  char *line = gets(name);
  // ok: c-gets
  fgets(name, sizeof(name), stdin);
  // ok: c-gets
  getline(&line, &size, stdin);
}
