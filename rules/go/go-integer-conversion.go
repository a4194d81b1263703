package main
func number(text string) {
	n, err := strconv.Atoi(text)
	// ruleid: go-integer-conversion
	a := int32(n)
	// ruleid: go-integer-conversion
	b := int16(n)
	// ok: go-integer-conversion
	c := int64(n)
	// ok: go-integer-conversion
	d := len(text)
}
