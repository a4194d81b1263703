package main
func fetch(url string, r *http.Request) {
	// ruleid: go-request-from-variable
	http.Get(url)
	// ruleid: go-request-from-variable
	http.Get(r.FormValue("u"))
	// ok: go-request-from-variable
	http.Get("https://bank.example/rates")
	const rates = "https://bank.example/rates"
	// ok: go-request-from-variable
	http.Get(rates)
}
