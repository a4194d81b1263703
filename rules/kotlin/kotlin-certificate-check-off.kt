fun client(): OkHttpClient {
    // ruleid: kotlin-certificate-check-off
    return OkHttpClient.Builder().hostnameVerifier { host, session -> true }.build()
}

fun safe(): OkHttpClient {
    // ok: kotlin-certificate-check-off
    return OkHttpClient.Builder().build()
}

fun more() {
    // ruleid: kotlin-certificate-check-off
    val verifier = HostnameVerifier { host, session -> true }
    // ok: kotlin-certificate-check-off
    val verifier = HostnameVerifier { host, session -> host == "example.com" }
}

class Open : X509TrustManager {
    // ruleid: kotlin-certificate-check-off
    override fun checkServerTrusted(chain: Array<X509Certificate>, type: String) {}
}

class Delegating(val default: X509TrustManager) : X509TrustManager {
    // ok: kotlin-certificate-check-off
    override fun checkServerTrusted(chain: Array<X509Certificate>, type: String) {
        default.checkServerTrusted(chain, type)
    }
}
