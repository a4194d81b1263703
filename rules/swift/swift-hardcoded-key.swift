func keys() {
    // ruleid: swift-hardcoded-key
    let key = SymmetricKey(data: Data("0123456789abcdef".utf8))
    // ruleid: swift-hardcoded-key
    let other = SymmetricKey(data: "0123456789abcdef".data(using: .utf8)!)
    // ruleid: swift-hardcoded-key
    app.jwt.signers.use(.hs256(key: "s3cr3t-of-the-shop"))
    // ok: swift-hardcoded-key
    let derived = SymmetricKey(data: Data("\(salt)\(phrase)".utf8))
    // ok: swift-hardcoded-key
    let fresh = SymmetricKey(size: .bits256)
    // ok: swift-hardcoded-key
    app.jwt.signers.use(.hs256(key: Environment.get("JWT_KEY")!))
}
