package rand

import (
	"math/rand"
	"time"
)

func Jitter(text string) (int64, error) {
	d, err := time.ParseDuration(text)
	return rand.Int63n(int64(d)), err // want `panics: nothing keeps time.ParseDuration\(text\) = 0s out`
}
