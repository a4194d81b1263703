void twice(char *name) {
  // ruleid: c-double-free
  free(name);
  log_it();
  free(name);
}
void again(char *text) {
  // ruleid: c-double-free
  free(text);
  free(text);
}
void once(char *name) {
  // ok: c-double-free
  free(name);
  name = NULL;
  free(name);
}
void two(char *name, char *other) {
  // ok: c-double-free
  free(name);
  free(other);
}
