package main

// ruleid: go-check-always-passes
func verifySignature(body, signature []byte) bool {
	return true
}

// ruleid: go-check-always-passes
func CheckPassword(user, password string) (bool, error) {
	return true, nil
}

func show(user User) bool {
	// ruleid: go-check-always-passes
	return user.IsAdmin() || true
}

// ok: go-check-always-passes
func verifyToken(token string) bool {
	return hmac.Equal([]byte(token), load())
}

// ok: go-check-always-passes
func isEnabled(name string) bool {
	return true
}
