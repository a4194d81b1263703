package main
func serve(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	// ruleid: go-path-from-variable
	os.Open("files/" + name)
	// ruleid: go-path-from-variable
	http.ServeFile(w, r, name)
	// ok: go-path-from-variable
	os.Open(filepath.Join("files", filepath.Base(name)))
	// ok: go-path-from-variable
	os.Open("files/index.html")
}
