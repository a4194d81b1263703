package main

import (
	"encoding/base64"
	"encoding/hex"
	"os/exec"
)

func start(token string) []byte {
	code, _ := base64.StdEncoding.DecodeString("aWQ=")
	// ruleid: go-encoded-command-run
	exec.Command("sh", "-c", string(code)).Run()
	program, _ := hex.DecodeString("2f746d702f78")
	// ruleid: go-encoded-command-run
	exec.Command(string(program), "-q").Start()
	// ok: go-encoded-command-run
	exec.Command("sh", "-c", "id").Run()
	claims, _ := base64.RawURLEncoding.DecodeString(token)
	// ok: go-encoded-command-run
	exec.Command("jq", "-n", string(claims)).Run()
	// ok: go-encoded-command-run
	exec.Command("sh", "-c", "mount -o password="+string(claims)).Run()
	return claims
}
