let item: [String: Any] = [
    // ruleid: swift-keychain-always
    kSecAttrAccessible as String: kSecAttrAccessibleAlways,
]
func more() {
    // ruleid: swift-keychain-always
    keychain.accessible = kSecAttrAccessibleAlwaysThisDeviceOnly
    // ok: swift-keychain-always
    keychain.accessible = kSecAttrAccessibleWhenUnlockedThisDeviceOnly
    // ok: swift-keychain-always
    keychain.accessible = kSecAttrAccessibleAfterFirstUnlock
}
