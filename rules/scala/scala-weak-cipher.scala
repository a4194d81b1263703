object Ciphers {
  // ruleid: scala-weak-cipher
  val des = Cipher.getInstance("DES/CBC/PKCS5Padding")
  // ruleid: scala-weak-cipher
  val ecb = Cipher.getInstance("AES/ECB/PKCS5Padding")
  // ruleid: scala-weak-cipher
  val plain = Cipher.getInstance("AES")
  // ok: scala-weak-cipher
  val gcm = Cipher.getInstance("AES/GCM/NoPadding")
  // ok: scala-weak-cipher
  val rsa = Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding")
}
