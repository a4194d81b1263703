package main
func check(signature, expected string) {
	// ruleid: go-secret-compared
	if signature == expected {
	}
	// ruleid: go-secret-compared
	if apiKey != expected {
	}
	// ok: go-secret-compared
	if signature == "" {
	}
	// ok: go-secret-compared
	if subtle.ConstantTimeCompare(a, b) == 1 {
	}
}
