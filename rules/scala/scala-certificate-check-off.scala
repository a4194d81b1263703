class Trusting extends X509TrustManager {
  // ruleid: scala-certificate-check-off
  override def checkServerTrusted(chain: Array[X509Certificate], kind: String): Unit = {}
  // ok: scala-certificate-check-off
  override def checkClientTrusted(chain: Array[X509Certificate], kind: String): Unit = {}
}
class Other extends X509TrustManager {
  // ruleid: scala-certificate-check-off
  def checkServerTrusted(chain: Array[X509Certificate], kind: String) = ()
}
class Checking extends X509TrustManager {
  // ok: scala-certificate-check-off
  override def checkServerTrusted(chain: Array[X509Certificate], kind: String): Unit = {
    default.checkServerTrusted(chain, kind)
  }
}
class Names extends HostnameVerifier {
  // ruleid: scala-certificate-check-off
  override def verify(host: String, session: SSLSession): Boolean = true
}
object Settings {
  // ruleid: scala-certificate-check-off
  val loose = SSLLooseConfig().withAcceptAnyCertificate(true)
  // ok: scala-certificate-check-off
  val tight = SSLLooseConfig().withAcceptAnyCertificate(false)
}
