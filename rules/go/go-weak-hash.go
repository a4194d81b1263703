package main
func digest(data []byte) {
	// ruleid: go-weak-hash
	h := md5.New()
	// ruleid: go-weak-hash
	s := sha1.Sum(data)
	// ok: go-weak-hash
	t := sha256.Sum256(data)
	// ok: go-weak-hash
	u := sha512.New()
}
