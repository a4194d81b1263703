func copy(password: String, wallet: Wallet) {
    // ruleid: swift-secret-on-pasteboard
    UIPasteboard.general.string = password
    // ruleid: swift-secret-on-pasteboard
    UIPasteboard.general.string = wallet.privateKey
    // ok: swift-secret-on-pasteboard
    UIPasteboard.general.string = link
    // ok: swift-secret-on-pasteboard
    UIPasteboard.general.setItems([["text": password]], options: [.localOnly: true])
}
