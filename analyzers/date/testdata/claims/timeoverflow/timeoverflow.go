package timeoverflow

import "time"

func Years(n int) time.Duration {
	return time.Duration(n) * 365 * 24 * time.Hour
}

func Forever() int64 {
	return time.Date(9999, 12, 31, 0, 0, 0, 0, time.UTC).UnixNano()
}

func Less(a, b time.Time) bool {
	return a.UnixNano() < b.UnixNano()
}

func Later(t time.Time) int32 {
	return int32(t.Unix()) + 60
}
