// Package retryablehttp is a stub.
package retryablehttp

import (
	"net/http"
	"time"
)

// DefaultBackoff returns how long to wait.
func DefaultBackoff(least, most time.Duration, attempt int, resp *http.Response) time.Duration {
	return min(least<<attempt, most)
}
