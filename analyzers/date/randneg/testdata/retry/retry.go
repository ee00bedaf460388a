// Package retry uses functions of other modules.
package retry

import (
	"math/rand"
	"net/http"
	"time"

	"github.com/hashicorp/go-retryablehttp"
)

func spread(d time.Duration) time.Duration {
	return d + time.Duration(rand.Int63n(int64(d))) // want `rand.Int63n\(int64\(d\)\) panics: retryablehttp.DefaultBackoff\(least, most, n, resp\), passed as d, is 0 for a response 429 with "Retry-After: 0"`
}

func Backoff(least, most time.Duration, n int, resp *http.Response) time.Duration {
	return spread(retryablehttp.DefaultBackoff(least, most, n, resp))
}

func guarded(d time.Duration) time.Duration {
	if d <= 0 {
		return d
	}
	return d + time.Duration(rand.Int63n(int64(d)))
}

func Guarded(least, most time.Duration, n int, resp *http.Response) time.Duration {
	return guarded(retryablehttp.DefaultBackoff(least, most, n, resp))
}
