package main
func client() {
	// ruleid: go-certificate-check-off
	a := &tls.Config{InsecureSkipVerify: true}
	// ruleid: go-certificate-check-off
	b := ssh.InsecureIgnoreHostKey()
	// ok: go-certificate-check-off
	c := &tls.Config{MinVersion: tls.VersionTLS12}
	// ok: go-certificate-check-off
	d := ssh.FixedHostKey(key)
}
