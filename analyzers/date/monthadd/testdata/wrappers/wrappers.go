// Package wrappers adds months to what embeds a time.Time.
package wrappers

import "time"

// A Date is a date.
type Date struct{ time.Time }

// Next names the month after that of the date.
func (d Date) Next() time.Month {
	return d.AddDate(0, 1, 0).Month() // want `d\.AddDate\(0, 1, 0\) on 31 January 2026 gives 3 March, so Month names the wrong month`
}

// Previous names the month before that of the date.
func (d *Date) Previous() string {
	return d.AddDate(0, -1, 0).Format("2006-01") // want `d\.AddDate\(0, -1, 0\) on 31 March 2026 gives 3 March, so "2006-01" names the wrong month`
}

// Label names the month after that of the date.
func (d *Date) Label() time.Month {
	d.Time = time.Date(d.Year(), d.Month(), 1, 0, 0, 0, 0, time.UTC)
	return d.AddDate(0, 1, 0).Month()
}

// Settled names the month after that of the date.
func (d *Date) Settled() time.Month {
	d.settle()
	return d.AddDate(0, 1, 0).Month()
}

func (d *Date) settle() {
	d.Time = time.Date(d.Year(), d.Month(), 1, 0, 0, 0, 0, time.UTC)
}

// A Month is the first of a month.
type Month struct{ time.Time }

// Next names the next month.
func (m Month) Next() time.Month { return m.AddDate(0, 1, 0).Month() }

// An Invoice has its dates in fields, which may be firsts.
type Invoice struct {
	Due    Date
	Issued time.Time
}

// Next names the months after those of the dates.
func (i *Invoice) Next() (issued, due time.Month) {
	return i.Issued.AddDate(0, 1, 0).Month(), i.Due.AddDate(0, 1, 0).Month()
}
