package fieldmath

import (
	"fmt"
	"time"
)

func LastMonth(t time.Time) string {
	return fmt.Sprintf("%d-%d", t.Year(), t.Month()-1)
}

func Tomorrow(t time.Time) string {
	return fmt.Sprintf("%d-%d-%d", t.Year(), t.Month(), t.Day()+1)
}

func NextMonth(t time.Time) string {
	return (t.Month() + 1).String()
}
