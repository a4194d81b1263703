void take(Base* base) {
  // ruleid: cpp-type-confusion
  auto a = reinterpret_cast<Derived*>(base);
  // ruleid: cpp-type-confusion
  auto b = reinterpret_cast<Other&>(*base);
  // ok: cpp-type-confusion
  auto c = static_cast<Derived*>(base);
  // ok: cpp-type-confusion
  auto d = reinterpret_cast<const char*>(base);
}
