class Mail {
    // ruleid: kotlin-hardcoded-credential
    private val smtpPassword = "Tr0ub4dor&3"

    // ok: kotlin-hardcoded-credential
    private val fromEnvironment = System.getenv("SMTP_PASSWORD")
}

fun more() {
    // ruleid: kotlin-hardcoded-credential
    val apiKey = "k3y-9f8e7d6c5b4a"
    // ok: kotlin-hardcoded-credential
    val apiKey = System.getenv("API_KEY")
}
