void make(size_t count, size_t size) {
  // ruleid: c-stack-allocation
  char *a = alloca(count);
  // ruleid: c-stack-allocation
  char *b = alloca(count * size);
  // ok: c-stack-allocation
  char *c = malloc(count);
  // ok: c-stack-allocation
  char *d = alloca(64);
}
