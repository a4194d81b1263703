package main
func key() {
	// ruleid: go-small-rsa-key
	a, _ := rsa.GenerateKey(rand.Reader, 1024)
	// ruleid: go-small-rsa-key
	b, _ := rsa.GenerateKey(rand.Reader, 512)
	// ok: go-small-rsa-key
	c, _ := rsa.GenerateKey(rand.Reader, 3072)
	// ok: go-small-rsa-key
	d, _ := rsa.GenerateKey(rand.Reader, 4096)
}
