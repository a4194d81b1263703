package main
func list(folder string) {
	// ruleid: go-shell-command
	exec.Command("sh", "-c", "ls "+folder).Run()
	// ruleid: go-shell-command
	exec.Command("/bin/bash", "-c", folder).Run()
	// ok: go-shell-command
	exec.Command("ls", "--", folder).Run()
	// ok: go-shell-command
	exec.Command("sh", "-c", "ls /tmp").Run()
}
