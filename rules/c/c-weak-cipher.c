void encrypt(void) {
  // ruleid: c-weak-cipher
  EVP_EncryptInit_ex(context, EVP_des_cbc(), NULL, key, iv);
  // ruleid: c-weak-cipher
  EVP_EncryptInit_ex(context, EVP_aes_256_ecb(), NULL, key, iv);
  // ok: c-weak-cipher
  EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), NULL, key, iv);
  // ok: c-weak-cipher
  EVP_EncryptInit_ex(context, EVP_chacha20_poly1305(), NULL, key, iv);
}
