object Cookies {
  // ruleid: scala-insecure-cookie
  val open = Cookie("session", id, secure = false, httpOnly = true)
  // ruleid: scala-insecure-cookie
  val read = Cookie(name = "session", value = id, httpOnly = false)
  // ruleid: scala-insecure-cookie
  servletCookie.setSecure(false)
  // ok: scala-insecure-cookie
  val good = Cookie("session", id, secure = true, httpOnly = true)
  // ok: scala-insecure-cookie
  servletCookie.setSecure(true)
}
