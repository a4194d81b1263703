fun digest(data: ByteArray): ByteArray {
    // ruleid: kotlin-weak-hash
    return MessageDigest.getInstance("MD5").digest(data)
}

fun safe(data: ByteArray): ByteArray {
    // ok: kotlin-weak-hash
    return MessageDigest.getInstance("SHA-256").digest(data)
}

fun more() {
    // ruleid: kotlin-weak-hash
    MessageDigest.getInstance("SHA-1")
    // ok: kotlin-weak-hash
    MessageDigest.getInstance("SHA-512")
}
