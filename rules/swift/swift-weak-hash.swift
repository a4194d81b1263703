func digests(_ data: Data) {
    // ruleid: swift-weak-hash
    let old = Insecure.MD5.hash(data: data)
    // ruleid: swift-weak-hash
    let older = Insecure.SHA1.hash(data: data)
    // ruleid: swift-weak-hash
    CC_MD5(bytes, CC_LONG(count), &digest)
    // ok: swift-weak-hash
    let good = SHA256.hash(data: data)
    // ok: swift-weak-hash
    CC_SHA256(bytes, CC_LONG(count), &digest)
}
