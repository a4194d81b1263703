void work(struct entry *entry, char *name) {
  free(entry);
  // ruleid: c-use-after-free
  entry->count = 1;
  free(name);
  // ruleid: c-use-after-free
  printf("%s", name);
}
void fine(struct entry *entry, char *name) {
  // ok: c-use-after-free
  entry->count = 1;
  free(entry);
  entry = make();
  // ok: c-use-after-free
  entry->count = 2;
}
