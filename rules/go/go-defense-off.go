package main

import "os/exec"

func open() {
	// ruleid: go-defense-off
	exec.Command("sh", "-c", "setenforce 0").Run()
	// ruleid: go-defense-off
	exec.Command("powershell", "Set-MpPreference -DisableRealtimeMonitoring $true").Run()
	// ruleid: go-defense-off
	exec.Command("bash", "-c", "sudo systemctl stop auditd").Run()
	// ok: go-defense-off
	exec.Command("sh", "-c", "systemctl status auditd").Run()
	// ok: go-defense-off
	exec.Command("systemctl", "stop", "shop").Run()
}
