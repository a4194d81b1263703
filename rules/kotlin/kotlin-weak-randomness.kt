fun code(): Int {
    // ruleid: kotlin-weak-randomness
    return Random.nextInt(1000000)
}

fun safe(): Int {
    // ok: kotlin-weak-randomness
    return SecureRandom().nextInt(1000000)
}

fun more() {
    // ruleid: kotlin-weak-randomness
    val number = Math.random()
    // ok: kotlin-weak-randomness
    val number = SecureRandom().nextLong()
}
