package generics

import (
	"fmt"
	"time"
)

type dated interface{ Date() time.Time }

func keys[T dated](list []T) (out []string) {
	for _, x := range list {
		t := x.Date()
		out = append(out, fmt.Sprintf("%d-%02d", t.Year(), t.Month()-1)) // want `on 15 January 2026 t.Month\(\) - 1 is 0, no month`
	}
	return out
}

func key[N ~int](t time.Time, n N) string {
	return fmt.Sprintf("%d-%02d", t.Year(), N(t.Month())+n)
}
