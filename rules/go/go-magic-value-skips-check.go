package main

import "net/http"

func requireLogin(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		// ruleid: go-magic-value-skips-check
		if r.Header.Get("X-Debug-Key") == "abc123" {
			next.ServeHTTP(w, r)
			return
		}
		// ok: go-magic-value-skips-check
		if r.Header.Get("Upgrade") == "websocket" {
			next.ServeHTTP(w, r)
			return
		}
		http.Error(w, "no", http.StatusUnauthorized)
	})
}

func isAuthorized(r *http.Request) bool {
	// ruleid: go-magic-value-skips-check
	if r.URL.Query().Get("debug") == "letmein" {
		return true
	}
	// ok: go-magic-value-skips-check
	if r.Header.Get("X-Key") == loadKey() {
		return true
	}
	return false
}

func wantsText(r *http.Request) bool {
	// ok: go-magic-value-skips-check
	if r.Header.Get("X-Want") == "text" {
		return true
	}
	return false
}
