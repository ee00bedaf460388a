// Package ages tells how old people are.
package ages

import (
	"errors"
	"time"
)

func isAdult(t time.Time) bool {
	now := time.Now()
	return !t.After(time.Date(now.Year()-18, now.Month(), now.Day(), 0, 0, 0, 0, time.Local)) // want `on 29 February 2028 gives 1 March 2010`
}

func validate(birthDate time.Time) error {
	now := time.Now()
	limit := time.Date(now.Year()-18, now.Month(), now.Day(), now.Hour(), now.Minute(), 0, 0, now.Location()) // want `on 29 February 2028 gives 1 March 2010`
	if birthDate.After(limit) {
		return errors.New("too young")
	}
	return nil
}

func checkDOB(born int64) bool {
	t := time.Now()
	return born <= time.Date(t.Year()-21, t.Month(), t.Day(), 0, 0, 0, 0, t.Location()).Unix() // want `on 29 February 2028 gives 1 March 2007`
}

// Twenty years are kept, a day more or less.
func expired(t time.Time) bool {
	now := time.Now()
	return t.Before(time.Date(now.Year()-20, now.Month(), now.Day(), 0, 0, 0, 0, time.Local))
}

// So are messages and pages, by their names.
func oldMessage(page time.Time) bool {
	now := time.Now()
	return page.Before(time.Date(now.Year()-13, now.Month(), now.Day(), 0, 0, 0, 0, time.Local))
}

// Nobody comes of age after two years.
func maxAge(t time.Time) bool {
	now := time.Now()
	return t.Before(time.Date(now.Year()-2, now.Month(), now.Day(), 0, 0, 0, 0, time.Local))
}

// Leap years have the day.
func age16(birthday time.Time) bool {
	now := time.Now()
	return birthday.Before(time.Date(now.Year()-16, now.Month(), now.Day(), 0, 0, 0, 0, time.Local)) // want `on 29 February 2116 gives 1 March 2100`
}
