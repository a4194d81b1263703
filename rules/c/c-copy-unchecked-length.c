void take(const char *from, size_t length) {
  char buffer[64];
  // ruleid: c-copy-unchecked-length
  memcpy(buffer, from, length);
}
void header(const char *packet) {
  char buffer[64];
  unsigned size = ntohl(*packet);
  // ruleid: c-copy-unchecked-length
  memcpy(buffer, packet, size);
}
void checked(const char *from, size_t length) {
  char buffer[64];
  if (length > sizeof(buffer)) { return; }
  // ok: c-copy-unchecked-length
  memcpy(buffer, from, length);
}
void constant(const char *from, size_t length) {
  char buffer[64];
  // ok: c-copy-unchecked-length
  memcpy(buffer, from, sizeof(buffer));
}
