package work

import (
	"context"
	"time"
)

func lost(parent context.Context) {
	// ruleid: go-context-not-cancelled
	ctx, _ := context.WithTimeout(parent, time.Second)
	run(ctx)
}

func kept(parent context.Context) {
	// ok: go-context-not-cancelled
	ctx, cancel := context.WithTimeout(parent, time.Second)
	defer cancel()
	run(ctx)
}

func more(parent context.Context) context.Context {
	// ruleid: go-context-not-cancelled
	ctx, _ := context.WithCancel(parent)
	return ctx
}

func value(parent context.Context) context.Context {
	// ok: go-context-not-cancelled
	return context.WithValue(parent, key, 1)
}
