object Tokens {
  // ruleid: scala-weak-randomness
  val token = Random.alphanumeric.take(32).mkString
  // ruleid: scala-weak-randomness
  def resetToken(): String = scala.util.Random.nextLong().toString
  // ruleid: scala-weak-randomness
  val password: String = new Random().nextInt(1000000).toString
  // ok: scala-weak-randomness
  val delay = Random.nextInt(1000)
  // ok: scala-weak-randomness
  val color: Int = scala.util.Random.nextInt(255)
  // ok: scala-weak-randomness
  val secret = new SecureRandom().nextLong()
}
