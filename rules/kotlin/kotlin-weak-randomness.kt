fun code(): Int {
    // ruleid: kotlin-weak-randomness
    return Random.nextInt(1000000)
}

fun safe(): Int {
    // ok: kotlin-weak-randomness
    return SecureRandom().nextInt(1000000)
}
