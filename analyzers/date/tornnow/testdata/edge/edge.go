// Package edge has findings without a fix, and names that are taken.
package edge

import (
	"fmt"
	"math/rand"
	"time"
)

var started = fmt.Sprint(time.Now().Year(), time.Now().Month()) // want `the 2 calls of time.Now make January 2026`

func loop() (n int) {
	for fmt.Sprint(time.Now().Year(), time.Now().Month()) == "2026January" { // want `the 2 calls of time.Now make January 2026`
		n++
	}
	return n
}

func condition(limit int) bool {
	if time.Now().Hour()*60+time.Now().Minute() > limit { // want `the 2 calls of time.Now make 23:00`
		return true
	}
	return false
}

func taken(now time.Time) string {
	now2 := now.Year()
	return fmt.Sprint(now2, time.Now().Year(), time.Now().Month()) // want `the 2 calls of time.Now make January 2026`
}

func twice() (string, string) {
	a := fmt.Sprint(time.Now().Year(), time.Now().Month()) // want `the 2 calls of time.Now make January 2026`
	b := fmt.Sprint(time.Now().Year(), time.Now().Month()) // want `the 2 calls of time.Now make January 2026`
	return a, b
}

func sameStatement() (a, b string) {
	a, b = fmt.Sprint(time.Now().Year(), time.Now().Month()), "" // want `the 2 calls of time.Now make January 2026`
	return a, b
}

func oneLine(ok bool) string {
	f := func() string { return fmt.Sprint(time.Now().Year(), time.Now().Month()) } // want `the 2 calls of time.Now make January 2026`
	if ok {
		return f()
	}
	return fmt.Sprint(time.Now().Month(), (time.Now()).Weekday()) // want `the 2 calls of time.Now make Friday December`
}

func label() string {
again:
	s := fmt.Sprint(time.Now().Minute(), time.Now().Second()) // want `the 2 calls of time.Now make 59:00`
	if s == "" {
		goto again
	}
	return s
}

func local() string {
	return fmt.Sprint(time.Now().Local().Hour(), time.Now().In(time.UTC).Second(), time.Now().Month()) // want `the 3 calls of time.Now make January 23:00`
}

// What is drawn elsewhere, or becomes part of a date, makes no name of it.
func drawn() (string, time.Time) {
	n := rand.Intn(28)
	label := fmt.Sprintf("%04d-%02d", time.Now().Year(), time.Now().Month())                // want `make`
	return label, time.Date(time.Now().Year(), time.Now().Month(), n, 0, 0, 0, 0, time.UTC) // want `make`
}
