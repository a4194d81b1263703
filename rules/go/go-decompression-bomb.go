package main
func unpack(data io.Reader, out io.Writer) {
	r, err := gzip.NewReader(data)
	// ruleid: go-decompression-bomb
	io.Copy(out, r)
	z, err := zlib.NewReader(data)
	// ruleid: go-decompression-bomb
	io.Copy(out, z)
	// ok: go-decompression-bomb
	io.CopyN(out, r, 1024)
	// ok: go-decompression-bomb
	io.Copy(out, data)
}
