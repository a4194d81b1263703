int token() {
  // ruleid: cpp-weak-random
  int a = std::rand();
  // ruleid: cpp-weak-random
  std::mt19937 token_engine;
  // ok: cpp-weak-random
  std::random_device device;
  // ok: cpp-weak-random
  std::mt19937 dice;
}
