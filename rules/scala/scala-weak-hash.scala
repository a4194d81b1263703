object Digests {
  // ruleid: scala-weak-hash
  def old(data: Array[Byte]) = MessageDigest.getInstance("MD5").digest(data)
  def older(data: Array[Byte]) = {
    // ruleid: scala-weak-hash
    val digest = java.security.MessageDigest.getInstance("SHA-1")
    digest.digest(data)
  }
  // ruleid: scala-weak-hash
  def hex(data: Array[Byte]) = DigestUtils.md5Hex(data)
  // ok: scala-weak-hash
  def good(data: Array[Byte]) = MessageDigest.getInstance("SHA-256").digest(data)
  // ok: scala-weak-hash
  def goodHex(data: Array[Byte]) = DigestUtils.sha256Hex(data)
}
