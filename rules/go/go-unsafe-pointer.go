package main
func cast(p *int) {
	// ruleid: go-unsafe-pointer
	a := unsafe.Pointer(p)
	// ruleid: go-unsafe-pointer
	b := unsafe.Slice(p, 4)
	// ok: go-unsafe-pointer
	c := unsafe.Sizeof(p)
	// ok: go-unsafe-pointer
	d := *p
}
