// Package bad holds what is reported with the option only.
package bad

import (
	"strconv"
	"time"
)

func Days(n int) time.Duration {
	return time.Duration(n) * 24 * time.Hour // want `time\.Duration\(n\) \* 24 \* time\.Hour overflows for n = 106752: added to 2026-01-01 it gives 1733-09-22`
}

type Config struct{ RetentionDays int }

func (c *Config) Retention() time.Duration {
	return time.Hour * 24 * time.Duration(c.RetentionDays) // want `overflows for c\.RetentionDays = 106752: `
}

func Parsed(text string) (time.Duration, error) {
	n, err := strconv.Atoi(text)
	if err != nil {
		return 0, err
	}
	return time.Duration(n) * 7 * 24 * time.Hour, nil // want `overflows for n = 15251: `
}

func NotTooMany(n int) time.Duration {
	if n > 150000 {
		return 0
	}
	return time.Duration(n) * 24 * time.Hour // want `overflows for n = 106752: `
}

func Above(n int) time.Duration {
	if n < 2000 {
		return 0
	}
	return time.Duration(n) * 30 * 24 * time.Hour // want `overflows for n = 3559: `
}
