// Package years takes care of the years elsewhere.
package years

import (
	"fmt"
	"time"
)

func days(t time.Time, n int) (out []string) {
	for d := t.Day(); d <= t.Day()+n; d++ {
		out = append(out, fmt.Sprintf("%d-%02d", t.Month(), d))
	}
	return out
}

func loop(t time.Time) (out []string) {
	for m := t.Month() - 1; m >= time.January; m-- {
		out = append(out, fmt.Sprintf("%d-%02d", t.Year(), m))
	}
	return out
}

func literal(t time.Time) func() string {
	m := int(t.Month()) - 1
	return func() string {
		if m == 0 {
			return ""
		}
		return fmt.Sprintf("%d-%02d", t.Year(), m)
	}
}

func either(t time.Time, next bool) string {
	m := t.Month()
	if next {
		m++
	}
	return fmt.Sprintf("%d-%02d", t.Year(), m)
}
