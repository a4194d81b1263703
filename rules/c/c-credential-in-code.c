void connect_all(void) {
  // ruleid: c-credential-in-code
  mysql_real_connect(db, "host", "root", "s3cret-9", "bank", 0, NULL, 0);
  // ruleid: c-credential-in-code
  curl_easy_setopt(curl, CURLOPT_USERPWD, "admin:s3cret-9");
  // ok: c-credential-in-code
  mysql_real_connect(db, "host", "root", getenv("DB_PASSWORD"), "bank", 0, NULL, 0);
  // ok: c-credential-in-code
  curl_easy_setopt(curl, CURLOPT_USERPWD, login);
}
