package main
func run(name string, ctx context.Context) {
	// ruleid: go-command-from-variable
	exec.Command(name).Run()
	// ruleid: go-command-from-variable
	exec.CommandContext(ctx, "ls", name).Run()
	// ok: go-command-from-variable
	exec.Command("ls", "-l").Run()
	// ok: go-command-from-variable
	exec.CommandContext(ctx, "date").Run()
}
