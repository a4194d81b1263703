void copy(char* to, const char* from) {
  // ruleid: cpp-unbounded-copy
  std::strcpy(to, from);
  // ruleid: cpp-unbounded-copy
  std::sprintf(to, "%s", from);
  // ok: cpp-unbounded-copy
  std::snprintf(to, 32, "%s", from);
  // ok: cpp-unbounded-copy
  std::string text = from;
}
