class Mail {
    // ruleid: kotlin-hardcoded-credential
    private val smtpPassword = "Tr0ub4dor&3"

    // ok: kotlin-hardcoded-credential
    private val fromEnvironment = System.getenv("SMTP_PASSWORD")
}
