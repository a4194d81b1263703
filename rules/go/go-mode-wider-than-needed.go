package main
func open(path string) {
	// ruleid: go-mode-wider-than-needed
	os.WriteFile(path, data, 0644)
	// ruleid: go-mode-wider-than-needed
	os.Chmod(path, 0640)
	// ok: go-mode-wider-than-needed
	os.WriteFile(path, data, 0600)
	// ok: go-mode-wider-than-needed
	os.Chmod(path, 0400)
}
