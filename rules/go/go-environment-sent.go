package main

import (
	"bytes"
	"encoding/json"
	"net/http"
	"os"
	"os/exec"
	"strings"
)

func report(url string) {
	// ruleid: go-environment-sent
	http.Post(url, "text/plain", strings.NewReader(strings.Join(os.Environ(), "\n")))
	data, _ := json.Marshal(os.Environ())
	// ruleid: go-environment-sent
	http.Post(url, "application/json", bytes.NewReader(data))
	// ok: go-environment-sent
	http.Post(url, "text/plain", strings.NewReader(os.Getenv("NAME")))
	cmd := exec.Command("make")
	// ok: go-environment-sent
	cmd.Env = append(os.Environ(), "A=b")
	cmd.Run()
}
