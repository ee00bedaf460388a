// Package cross makes weeks for another package.
package cross

import (
	"time"

	"example.com/isoyear/helper"
)

func week(t time.Time) helper.Week {
	_, number := t.ISOWeek()
	return helper.Week{Year: t.Year(), Number: number} // want `joins week 1 with 2024 on 30 December 2024`
}

func name(t time.Time) string {
	_, number := t.ISOWeek()
	return helper.Name(t.Year(), number) // want `helper.Name\(t.Year\(\), number\) joins week 1 with 2024`
}

func right(t time.Time) string { return helper.Name(t.ISOWeek()) }
