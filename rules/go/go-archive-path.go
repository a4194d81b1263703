package main
func unpack(r *zip.ReadCloser, folder string) {
	for _, file := range r.File {
		// ruleid: go-archive-path
		p := filepath.Join(folder, file.Name)
		// ruleid: go-archive-path
		q := path.Join(folder, file.Name)
	}
	for _, file := range r.File {
		// ok: go-archive-path
		p := filepath.Join(folder, filepath.Base(file.Name))
		// ok: go-archive-path
		q := filepath.Join(folder, "fixed")
	}
}
