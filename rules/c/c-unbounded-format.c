void show(char *to, const char *name, va_list list) {
  // ruleid: c-unbounded-format
  sprintf(to, "hello %s", name);
  // ruleid: c-unbounded-format
  vsprintf(to, name, list);
  // ok: c-unbounded-format
  snprintf(to, 32, "hello %s", name);
  // ok: c-unbounded-format
  sprintf(to, "hello");
}
