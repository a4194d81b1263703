struct Config {
    // ruleid: swift-hardcoded-credential
    let dbPassword = "Tr0ub4dor-x"
    // ruleid: swift-hardcoded-credential
    static let apiKey = "k8s9d7f6g5h4j3"
    // ruleid: swift-hardcoded-credential
    private let clientSecret: String = "9f8e7d6c5b4a"
    // ok: swift-hardcoded-credential
    let password = Environment.get("DB_PASSWORD")
    // ok: swift-hardcoded-credential
    static let apiKey = "user_defaults.api_key"
    // ok: swift-hardcoded-credential
    let title = "Tr0ub4dor-x"
}
