package main
func write() {
	// ruleid: go-predictable-temp-file
	os.WriteFile("/tmp/demo", data, 0600)
	// ruleid: go-predictable-temp-file
	os.Create(filepath.Join(os.TempDir(), "demo"))
	// ok: go-predictable-temp-file
	os.CreateTemp("", "demo")
	// ok: go-predictable-temp-file
	os.Create("/var/lib/app/demo")
}
