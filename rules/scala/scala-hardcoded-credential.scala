object Config {
  // ruleid: scala-hardcoded-credential
  val dbPassword = "Tr0ub4dor-x"
  // ruleid: scala-hardcoded-credential
  private val apiKey: String = "k8s9d7f6g5h4j3"
  // ruleid: scala-hardcoded-credential
  val connection = DriverManager.getConnection(url, "shop", "Tr0ub4dor-x")
  // ruleid: scala-hardcoded-credential
  val key = new SecretKeySpec("0123456789abcdef".getBytes("UTF-8"), "AES")
  // ok: scala-hardcoded-credential
  val password = sys.env("DB_PASSWORD")
  // ok: scala-hardcoded-credential
  val apiKeyHeader = "X-Api-Key-Header"
  // ok: scala-hardcoded-credential
  val passwordKey = "shop.password"
  // ok: scala-hardcoded-credential
  val dbPasswd = "changeme"
}
