package web

import (
	"context"
	"net/http"
)

func handle(w http.ResponseWriter, r *http.Request) {
	go func() {
		// ruleid: go-request-outlived
		store(context.Background(), r.URL.Path)
	}()
}

func start() {
	go func() {
		// ok: go-request-outlived
		store(context.Background(), "start")
	}()
}
