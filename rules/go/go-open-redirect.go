package main
func jump(w http.ResponseWriter, r *http.Request) {
	// ruleid: go-open-redirect
	http.Redirect(w, r, r.FormValue("next"), 302)
	next := r.URL.Query().Get("next")
	// ruleid: go-open-redirect
	http.Redirect(w, r, next, 302)
	// ok: go-open-redirect
	http.Redirect(w, r, "/home", 302)
	// ok: go-open-redirect
	http.Redirect(w, r, home, 302)
}
