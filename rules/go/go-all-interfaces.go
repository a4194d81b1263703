package main
func listen() {
	// ruleid: go-all-interfaces
	a, _ := net.Listen("tcp", "0.0.0.0:2000")
	// ruleid: go-all-interfaces
	b, _ := net.Listen("tcp", ":2000")
	// ok: go-all-interfaces
	c, _ := net.Listen("tcp", "127.0.0.1:2000")
	// ok: go-all-interfaces
	d, _ := net.Listen("unix", "/run/app.sock")
}
