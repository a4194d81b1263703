void fetch(CURL *curl) {
  // ruleid: c-certificate-check-off
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 0L);
  // ruleid: c-certificate-check-off
  SSL_CTX_set_verify(context, SSL_VERIFY_NONE, NULL);
  // ok: c-certificate-check-off
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
  // ok: c-certificate-check-off
  SSL_CTX_set_verify(context, SSL_VERIFY_PEER, NULL);
}
