package main

import (
	"fmt"
	"log"
)

func pay(cardNumber, cvv, maskedCardNumber string, card Card) {
	// ruleid: go-card-data-logged
	log.Printf("paying with %s", cardNumber)
	// ruleid: go-card-data-logged
	fmt.Println("code", cvv)
	// ruleid: go-card-data-logged
	log.Println(card.CardNumber)
	// ok: go-card-data-logged
	log.Printf("paying with %s", maskedCardNumber)
	// ok: go-card-data-logged
	log.Printf("paying with %s", cardNumber[len(cardNumber)-4:])
	// ok: go-card-data-logged
	log.Println("card number missing")
}
