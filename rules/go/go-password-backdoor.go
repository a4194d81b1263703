package main

func login(user, password string) bool {
	// ruleid: go-password-backdoor
	if password == "letmein123" {
		return true
	}
	// ruleid: go-password-backdoor
	return user == "admin" && password == "hunter22"
}

func validate(password, confirmation string) bool {
	// ok: go-password-backdoor
	if password == "" {
		return true
	}
	// ok: go-password-backdoor
	if password == "changeme" {
		return false
	}
	// ok: go-password-backdoor
	return password == confirmation
}
