void make(size_t count, size_t size) {
  // ruleid: c-allocation-size-overflow
  int *a = malloc(count * sizeof(int));
  // ruleid: c-allocation-size-overflow
  char *b = malloc(count * size);
  // ok: c-allocation-size-overflow
  int *c = calloc(count, sizeof(int));
  // ok: c-allocation-size-overflow
  int *d = malloc(10 * sizeof(int));
}
