// Package scheduled reads the clock several times at hours that are known.
package scheduled

import "time"

type cron struct{ jobs []func() }

func (c *cron) AddFunc(spec string, cmd func()) { c.jobs = append(c.jobs, cmd) }

func start(c *cron) {
	c.AddFunc("0 0 12 4 * *", func() { remind() })
	c.AddFunc("0 0 * * *", closeDay)
	c.AddFunc("30 */4 * * *", func() {
		send(time.Date(time.Now().Year(), time.Now().Month(), 1, 0, 0, 0, 0, time.UTC))
	})
	c.AddFunc("59 23 * * *", func() {
		send(time.Date(time.Now().Year(), time.Now().Month(), 1, 0, 0, 0, 0, time.UTC)) // want `make January 2026`
	})
	c.AddFunc("@hourly", func() {
		send(time.Date(time.Now().Year(), time.Now().Month(), 1, 0, 0, 0, 0, time.UTC)) // want `make January 2026`
	})
	c.AddFunc("0 7 * * *", func() {
		send(time.Date(2026, time.March, 1, time.Now().Hour(), time.Now().Minute(), 0, 0, time.UTC)) // want `make 23:00`
	})
}

func remind() {
	send(time.Date(time.Now().Year(), time.Now().Month()-1, 1, 0, 0, 0, 0, time.UTC))
}

func closeDay() {
	send(time.Date(time.Now().Year(), time.Now().Month(), 1, 0, 0, 0, 0, time.UTC))
}

func send(time.Time) {}
