package randneg

import (
	"math/rand"
	"time"
)

func Until(expires time.Time) int64 {
	return rand.Int63n(int64(time.Until(expires) / 2))
}

func Between(low, high time.Duration) int64 {
	return rand.Int63n(int64(high - low))
}

func Whole(d time.Duration) *time.Ticker {
	if d <= 0 {
		return nil
	}
	return time.NewTicker(time.Duration(int(d.Seconds())) * time.Second)
}

func Weak(d time.Duration) int64 {
	if d != 0 {
		return rand.Int63n(int64(d))
	}
	return 0
}
