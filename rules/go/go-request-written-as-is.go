package main
func page(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	// ruleid: go-request-written-as-is
	fmt.Fprintf(w, "hello %s", name)
	// ruleid: go-request-written-as-is
	w.Write([]byte(name))
	// ok: go-request-written-as-is
	fmt.Fprintf(w, "hello %s", html.EscapeString(name))
	// ok: go-request-written-as-is
	fmt.Fprintf(w, "hello")
}
