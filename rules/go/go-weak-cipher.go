package main
func encrypt(key []byte) {
	// ruleid: go-weak-cipher
	a, _ := des.NewCipher(key)
	// ruleid: go-weak-cipher
	b, _ := rc4.NewCipher(key)
	// ok: go-weak-cipher
	c, _ := aes.NewCipher(key)
	// ok: go-weak-cipher
	d, _ := chacha20poly1305.New(key)
}
