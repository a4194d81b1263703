package main
func config() {
	// ruleid: go-old-tls
	a := &tls.Config{MinVersion: tls.VersionTLS10}
	// ruleid: go-old-tls
	b := &tls.Config{MaxVersion: tls.VersionTLS11}
	// ok: go-old-tls
	c := &tls.Config{MinVersion: tls.VersionTLS12}
	// ok: go-old-tls
	d := &tls.Config{MinVersion: tls.VersionTLS13}
}
