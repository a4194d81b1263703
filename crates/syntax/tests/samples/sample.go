// Package shop serves orders.
package shop

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	log "log/slog"
	"net/http"
	_ "embed"
)

const (
	limit      = 10
	name, unit = "orders", 'u'
)

var ErrGone = errors.New("gone")

/* A set
   of orders. */
type Order struct {
	ID, Owner int64 `json:"id"`
	Lines     []Line
	notes     map[string][]byte
	http.Handler
}

type Store interface {
	Find(ctx context.Context, id int64) (*Order, error)
	fmt.Stringer
}

type ID = int64
type Pair[K comparable, V any] struct {
	key   K
	value V
}

func Map[T, U any](items []T, with func(T) U) []U {
	out := make([]U, 0, len(items))
	for _, item := range items {
		out = append(out, with(item))
	}
	return out
}

func (s *Server) find(w http.ResponseWriter, r *http.Request) (order *Order, err error) {
	id := r.URL.Query().Get("id")
	if id == "" {
		http.Error(w, "no id", http.StatusBadRequest)
		return nil, ErrGone
	} else if n, err := strconv.Atoi(id); err != nil || n < 0 {
		return nil, fmt.Errorf("id %q: %w", id, err)
	}
	rows, err := s.db.QueryContext(r.Context(), "SELECT * FROM orders WHERE id = ?", id)
	defer rows.Close()
	go func(done chan<- bool) {
		done <- true
	}(s.done)
	switch kind := err.(type) {
	case nil:
	case *sql.Tx, error:
		log.Error("failed", "kind", kind)
	default:
		panic(kind)
	}
	switch {
	case len(id) > limit:
		fallthrough
	case id[0] == 'x' && id[1:] != "":
		id += `raw
text`
	}
	order = &Order{ID: 1, Lines: []Line{{"a", 1}, {"b", 2}}, notes: map[string][]byte{"k": []byte("v")}}
	for i := 0; i < 3; i++ {
		order.ID <<= 1
	}
	for rows.Next() {
		if err := rows.Scan(&order.ID, &order.Owner); err != nil {
			break
		}
	}
loop:
	for {
		select {
		case v, ok := <-s.queue:
			if !ok {
				break loop
			}
			order.Owner, order.ID = int64(v), order.Owner
		case <-r.Context().Done():
			continue loop
		}
	}
	sum := *order.total ^ ^0x1f&^3 + -1.5e3
	_ = Map[int, string](nil, func(n int) string { return fmt.Sprint(n, sum...) })
	return order, nil
}
