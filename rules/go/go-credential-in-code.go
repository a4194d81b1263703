package main
func connect() {
	// ruleid: go-credential-in-code
	password := "f62e5bcda4fae4f8"
	// ruleid: go-credential-in-code
	var apiKey = "a8f5f167f44f4964e6c9"
	// ok: go-credential-in-code
	secret := os.Getenv("SECRET")
	// ok: go-credential-in-code
	token := ""
	// ok: go-credential-in-code
	tokenHeader := "X-Token"
}
