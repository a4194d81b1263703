package sizes

import "errors"

func narrow(size uint64) int {
	// ruleid: go-integer-narrowed
	return int(size)
}

func shorter(count int) int32 {
	var n int64 = int64(count)
	// ruleid: go-integer-narrowed
	return int32(n)
}

func checked(size uint64) (int32, error) {
	if size > 1<<31-1 {
		return 0, errors.New("too large")
	}
	// ok: go-integer-narrowed
	return int32(size), nil
}

func wider(size uint16) int64 {
	// ok: go-integer-narrowed
	return int64(size)
}

func indexes(names []string) (sum int32) {
	for i := range names {
		// ok: go-integer-narrowed
		sum += int32(i)
	}
	for i, _ := range names {
		// ok: go-integer-narrowed
		sum += int32(i)
	}
	return sum
}

func plain() int64 {
	days := 30
	// ok: go-integer-narrowed
	return int64(days)
}
