void digest(void) {
  // ruleid: c-weak-hash
  EVP_DigestInit_ex(context, EVP_md5(), NULL);
  // ruleid: c-weak-hash
  SHA1(data, length, out);
  // ok: c-weak-hash
  EVP_DigestInit_ex(context, EVP_sha256(), NULL);
  // ok: c-weak-hash
  SHA256(data, length, out);
}
