fun old(): Cipher {
    // ruleid: kotlin-weak-cipher
    return Cipher.getInstance("AES/ECB/PKCS5Padding")
}

fun safe(): Cipher {
    // ok: kotlin-weak-cipher
    return Cipher.getInstance("AES/GCM/NoPadding")
}
