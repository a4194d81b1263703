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
