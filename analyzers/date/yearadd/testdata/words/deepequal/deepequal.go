// Package deepequal is looked at for one word.
package deepequal

import (
	"reflect"
	"time"
)

func year(from time.Time) bool {
	return reflect.DeepEqual(from.AddDate(1, 0, 0), from.AddDate(0, 0, 365)) // want `compared with 365 days`
}
