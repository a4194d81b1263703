package main

import (
	"os"
	"path/filepath"
)

func stay(home string, key []byte) {
	// ruleid: go-persistence
	os.WriteFile("/etc/cron.d/job", []byte("* * * * * root /tmp/job"), 0o644)
	file := filepath.Join(home, ".ssh/authorized_keys")
	// ruleid: go-persistence
	f, _ := os.OpenFile(file, os.O_APPEND|os.O_WRONLY, 0o600)
	f.Write(key)
	// ruleid: go-persistence
	os.WriteFile(home+"/.bashrc", key, 0o644)
	// ok: go-persistence
	text, _ := os.ReadFile(home + "/.bashrc")
	// ok: go-persistence
	os.WriteFile("notes.txt", text, 0o600)
}
