func seal() {
    // ruleid: swift-weak-cipher
    CCCrypt(op, CCAlgorithm(kCCAlgorithmDES), options, key, 8, nil, text, n, out, size, &moved)
    // ruleid: swift-weak-cipher
    CCCrypt(op, algorithm, CCOptions(kCCOptionECBMode), key, 16, nil, text, n, out, size, &moved)
    // ok: swift-weak-cipher
    CCCrypt(op, CCAlgorithm(kCCAlgorithmAES), options, key, 16, iv, text, n, out, size, &moved)
    // ok: swift-weak-cipher
    let box = try AES.GCM.seal(text, using: key)
    // ok: swift-weak-cipher
    if algorithm == kCCAlgorithmDES { throw Refused.algorithm }
}
