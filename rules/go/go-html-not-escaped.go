package main
func page(name string) {
	// ruleid: go-html-not-escaped
	a := template.HTML(name)
	// ruleid: go-html-not-escaped
	b := template.JS("f('" + name + "')")
	// ok: go-html-not-escaped
	c := template.HTML("<b>bank</b>")
	// ok: go-html-not-escaped
	d := template.HTMLEscapeString(name)
}
