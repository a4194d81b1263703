package main

import "os/exec"

func install() {
	// ruleid: go-download-piped-to-shell
	exec.Command("sh", "-c", "curl -s https://example.com/install.sh | sh").Run()
	// ruleid: go-download-piped-to-shell
	exec.Command("bash", "-c", "echo aWQ= | base64 -d | bash").Run()
	// ok: go-download-piped-to-shell
	exec.Command("sh", "-c", "curl -o a.zip https://example.com/a.zip").Run()
	// ok: go-download-piped-to-shell
	exec.Command("curl", "-o", "a.zip", "https://example.com/a.zip").Run()
}
