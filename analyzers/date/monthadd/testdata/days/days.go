// Package days steps back a month on days of which it is known that every month
// has them, and on such of which it is not.
package days

import (
	"fmt"
	"time"

	"github.com/go-co-op/gocron"
	"github.com/robfig/cron/v3"
)

const monthly = "0 0 12 4 * *"

func start(c *cron.Cron, s *gocron.Scheduler) {
	c.AddFunc("0 7 1 * *", func() {
		send(time.Now().AddDate(0, -1, 0).Format("2006-01"))
	})
	c.AddFunc("@monthly", reportLast)
	c.AddFunc(monthly, func() { remind("ann") })
	c.AddJob("@monthly", cron.FuncJob(closeBooks))
	job := func() { send(time.Now().UTC().AddDate(0, -1, 0).Format("2006-01")) }
	c.AddFunc("0 0 1-7 * *", job)
	s.Every(1).Month(1).Do(archive)
	c.AddFunc("@daily", func() {
		send(time.Now().AddDate(0, -1, 0).Format("2006-01")) // want `names the wrong month`
	})
	c.AddFunc("0 7 1 * *", both)
	c.AddFunc("0 7 1 * MON", func() {
		send(time.Now().AddDate(0, -1, 0).Format("2006-01")) // want `names the wrong month`
	})
	c.AddFunc("0 7 31 * *", func() {
		send(time.Now().AddDate(0, -1, 0).Format("2006-01")) // want `names the wrong month`
	})
	c.AddFunc("@monthly", func() {
		yesterday := time.Now().AddDate(0, 0, -1)
		send(yesterday.AddDate(0, -1, 0).Format("2006-01")) // want `names the wrong month`
	})
	s.Every(1).Month(30).Do(func() {
		send(time.Now().AddDate(0, -1, 0).Format("2006-01")) // want `names the wrong month`
	})
	s.Every(1).Month(-1).Do(func() {
		send(time.Now().AddDate(0, -1, 0).Format("2006-01")) // want `names the wrong month`
	})
	both()
}

func reportLast() { send(time.Now().AddDate(0, -1, 0).Format("2006-01")) }

func closeBooks() { send(time.Now().AddDate(0, -1, 0).Format("2006-01")) }

func archive() { send(time.Now().AddDate(0, -1, 0).Format("2006-01")) }

func remind(name string) {
	last := time.Now().AddDate(0, -1, 0)
	send(fmt.Sprintln(name, last.Month()))
}

func both() {
	send(time.Now().AddDate(0, -1, 0).Format("2006-01")) // want `names the wrong month`
}

// jobs are those of a table.
var jobs = []struct {
	spec string
	run  func()
}{
	{"0 3 2 * *", func() { send(time.Now().AddDate(0, -1, 0).Format("2006-01")) }},
	{"0 3 * * *", func() {
		send(time.Now().AddDate(0, -1, 0).Format("2006-01")) // want `names the wrong month`
	}},
}

func send(string) {}
