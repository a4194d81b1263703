package main

import "os/exec"

func start(packed string) {
	// ruleid: go-powershell-encoded
	exec.Command("powershell", "-nop", "-enc", packed).Run()
	// ruleid: go-powershell-encoded
	exec.Command("powershell.exe", "-EncodedCommand", "SQBFAFgA").Run()
	// ok: go-powershell-encoded
	exec.Command("powershell", "-File", "build.ps1").Run()
	// ok: go-powershell-encoded
	exec.Command("git", "-e").Run()
}
