int token(void) {
  // ruleid: c-weak-random
  int a = rand();
  // ruleid: c-weak-random
  long b = random();
  // ok: c-weak-random
  getrandom(&a, sizeof(a), 0);
  // ok: c-weak-random
  b = arc4random();
}
