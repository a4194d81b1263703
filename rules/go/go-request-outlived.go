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

func work(ctx context.Context, items []string) {
	for _, item := range items {
		go func(item string) {
			// ruleid: go-request-outlived
			store(context.TODO(), item)
		}(item)
	}
}

func follow(w http.ResponseWriter, r *http.Request) {
	// ok: go-request-outlived
	store(context.Background(), r.URL.Path)
}
