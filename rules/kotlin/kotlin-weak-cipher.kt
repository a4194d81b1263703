fun old(): Cipher {
    // ruleid: kotlin-weak-cipher
    return Cipher.getInstance("AES/ECB/PKCS5Padding")
}

fun safe(): Cipher {
    // ok: kotlin-weak-cipher
    return Cipher.getInstance("AES/GCM/NoPadding")
}

fun more() {
    // ruleid: kotlin-weak-cipher
    Cipher.getInstance("DES/CBC/PKCS5Padding")
    // ok: kotlin-weak-cipher
    Cipher.getInstance("ChaCha20-Poly1305")
}
