object Cors {
  // ruleid: scala-cors-any-origin
  val header = RawHeader("Access-Control-Allow-Origin", "*")
  // ruleid: scala-cors-any-origin
  def answer = Ok("a").withHeaders("Access-Control-Allow-Origin" -> "*")
  // ruleid: scala-cors-any-origin
  val settings = CorsSettings.defaultSettings.withAllowedOrigins(HttpOriginMatcher.*)
  // ruleid: scala-cors-any-origin
  val model = `Access-Control-Allow-Origin`.*
  // ok: scala-cors-any-origin
  val one = RawHeader("Access-Control-Allow-Origin", "https://shop.example.com")
  // ok: scala-cors-any-origin
  def other = Ok("a").withHeaders("Cache-Control" -> "no-store")
}
