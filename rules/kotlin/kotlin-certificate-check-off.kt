fun client(): OkHttpClient {
    // ruleid: kotlin-certificate-check-off
    return OkHttpClient.Builder().hostnameVerifier { host, session -> true }.build()
}

fun safe(): OkHttpClient {
    // ok: kotlin-certificate-check-off
    return OkHttpClient.Builder().build()
}
