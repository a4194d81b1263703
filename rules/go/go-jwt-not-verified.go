package main
func read(text string) {
	// ruleid: go-jwt-not-verified
	a, _, _ := parser.ParseUnverified(text, claims)
	// ruleid: go-jwt-not-verified
	b := jwt.NewWithClaims(jwt.SigningMethodNone, claims)
	// ok: go-jwt-not-verified
	c, _ := jwt.Parse(text, key, jwt.WithValidMethods([]string{"HS256"}))
	// ok: go-jwt-not-verified
	d := jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
}
