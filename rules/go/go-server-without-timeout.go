package main
func serve() {
	// ruleid: go-server-without-timeout
	http.ListenAndServe("localhost:8080", nil)
	// ruleid: go-server-without-timeout
	a := &http.Server{Addr: "localhost:8080"}
	// ok: go-server-without-timeout
	b := &http.Server{Addr: "localhost:8080", ReadHeaderTimeout: time.Second}
	// ok: go-server-without-timeout
	c := &http.Client{Timeout: time.Second}
}
