package main

type Order struct {
	// ruleid: go-money-in-floating-point
	TotalPrice float64
	// ok: go-money-in-floating-point
	Weight float64
	// ok: go-money-in-floating-point
	PriceCents int64
}

func total() {
	// ruleid: go-money-in-floating-point
	var balance float64
	// ok: go-money-in-floating-point
	var ratio float64
	_, _ = balance, ratio
}
