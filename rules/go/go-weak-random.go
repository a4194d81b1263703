package main

import "math/rand"

func token() {
	// ruleid: go-weak-random
	a := rand.Int()
	// ruleid: go-weak-random
	b := rand.Intn(10)
}
func other(source Source) {
	// ok: go-weak-random
	c := source.Int()
	// ok: go-weak-random
	d := time.Now()
}
