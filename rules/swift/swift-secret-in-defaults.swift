func keep(password: String, token: Token) {
    // ruleid: swift-secret-in-defaults
    UserDefaults.standard.set(password, forKey: "password")
    // ruleid: swift-secret-in-defaults
    UserDefaults.standard.set(token.value, forKey: "accessToken")
    // ruleid: swift-secret-in-defaults
    defaults.set(session.accessToken, forKey: Keys.session)
    // ok: swift-secret-in-defaults
    UserDefaults.standard.set(true, forKey: "hasPassword")
    // ok: swift-secret-in-defaults
    UserDefaults.standard.set(theme, forKey: "theme")
    // ruleid: swift-secret-in-defaults
    UserDefaults.standard.setValue(password, forKey: "userPassword")
    // ok: swift-secret-in-defaults
    keychain.set(password, forKey: "password")
    // ok: swift-secret-in-defaults
    UserDefaults.standard.set(false, forKey: "showPassword")
}
