package main
func open(path string) {
	// ruleid: go-permissive-mode
	os.Chmod(path, 0777)
	// ruleid: go-permissive-mode
	os.WriteFile(path, data, 0666)
	// ok: go-permissive-mode
	os.Chmod(path, 0600)
	// ok: go-permissive-mode
	os.MkdirAll(path, 0750)
}
