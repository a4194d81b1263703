func tokens() {
    // ruleid: swift-weak-randomness
    srand(UInt32(time(nil)))
    // ruleid: swift-weak-randomness
    let token = String(rand())
    // ruleid: swift-weak-randomness
    let other = drand48()
    // ok: swift-weak-randomness
    let good = UInt64.random(in: 0...UInt64.max)
    // ok: swift-weak-randomness
    let fine = arc4random_uniform(100)
    // ok: swift-weak-randomness
    let color = Color.random()
}
