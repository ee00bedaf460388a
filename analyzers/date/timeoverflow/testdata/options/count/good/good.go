// Package good holds counts that are kept small, or units that are short.
package good

import "time"

func Few(n int) time.Duration {
	if n > 100000 {
		return 0
	}
	return time.Duration(n) * 24 * time.Hour
}

// Hours overflow at 2562048 only.
func Hours(n int) time.Duration { return time.Duration(n) * time.Hour }

func Seconds(n int) time.Duration { return time.Duration(n) * time.Second }

func Small(n uint16) time.Duration { return time.Duration(n) * 24 * time.Hour }

func helper(n int) time.Duration { return time.Duration(n) * 24 * time.Hour }

func Both() time.Duration { return helper(1) + helper(365) }

// Many are more than the option says.
func Many(n int) time.Duration {
	if n < 300000 {
		return 0
	}
	return time.Duration(n) * 24 * time.Hour
}
