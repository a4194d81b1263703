func login(password: String, token: String, user: User) {
    // ruleid: swift-secret-in-log
    print("password: \(password)")
    // ruleid: swift-secret-in-log
    NSLog("token %@", token)
    // ruleid: swift-secret-in-log
    print(user.password)
    // ruleid: swift-secret-in-log
    os_log("token %{public}@", log: log, user.accessToken)
    // ok: swift-secret-in-log
    print("signed in as \(user.name)")
    // ok: swift-secret-in-log
    print("the password is wrong")
    // ok: swift-secret-in-log
    print("tokens: \(tokens.count)")
}
