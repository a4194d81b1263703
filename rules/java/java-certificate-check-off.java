class Trust {
    static class Everybody implements X509TrustManager {
        // ruleid: java-certificate-check-off
        public void checkServerTrusted(X509Certificate[] chain, String type) {
        }
    }

    static class Checked implements X509TrustManager {
        // ok: java-certificate-check-off
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            parent.checkServerTrusted(chain, type);
        }
    }

    void open(HttpsURLConnection connection) {
        // ruleid: java-certificate-check-off
        connection.setHostnameVerifier((host, session) -> true);
        // ok: java-certificate-check-off
        connection.setHostnameVerifier((host, session) -> host.equals("db.internal"));
    }

    SSLContext apache() throws Exception {
        // ruleid: java-certificate-check-off
        return SSLContexts.custom().loadTrustMaterial(null, (chain, type) -> true).build();
    }

    SSLContext store(KeyStore authorities) throws Exception {
        // ok: java-certificate-check-off
        return SSLContexts.custom().loadTrustMaterial(authorities, null).build();
    }
}
