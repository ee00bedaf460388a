// Package good has layouts that mean what they say.
package good

import "time"

type clock struct{}

func (clock) Format(string) string { return "" }

func dates(t time.Time, s string) {
	for _, l := range []string{
		time.Layout, time.ANSIC, time.UnixDate, time.RubyDate, time.RFC822, time.RFC850, time.RFC1123Z, time.RFC3339Nano,
		time.Kitchen, time.Stamp, time.StampMicro, time.DateTime, time.DateOnly, time.TimeOnly,
		"02/01/2006", "2/1/06", "02.01.2006 15:04:05", "01/02/2006", "1-2-06", "02-Jan-2006", "Jan 2, 2006", "January _2 2006",
		"Monday, 02-Jan-06", "20060102", "200601", "2006-01", "01/06", "2006/Jan", "2006 002", "2006-__2", "Jan 2006", "January",
		"02", "Mon 02", "Mon _2 15:04", "2006", "06", "2006-01-02T15", "0102", "010215042006.05", "Mon Jan",
		"2006-01-02 (YYYY-MM-DD)", "(dd/mm/yyyy): 02/01/2006", "2006-01-02 15:04:05 (UTC+8)", ": 2006. 01. 02.",
	} {
		t.Format(l)
		time.Parse(l, s)
	}
}

func clocks(t time.Time, s string) {
	for _, l := range []string{
		"15:04", "15:04:05", "3:04 PM", "03:04:05pm", "3:04pm", "3PM", "150405", "1504", "15h04", "15.04.05", "04:05", "05.000",
		"15:00", "15:00:00", "15:04:00", "00:04:05", "2006:01:02 15:04:05", "02/Jan/2006:15:04:05 -0700", "15:04 (3:04 PM)",
		"2006-01-02 15:04:05.999999999 -0700 MST", "2006-01-02T15:04:05,000", "2006-01-02T15:04:05+00:00", "20060102150405.000000",
		"2006-01-02-15-04-05", "2006_01_02_15_04_05", "20060102T150405Z0700", "Jan 2 15:04:05.000000", "150405.020106",
		"20060102150400", "20060102_1504", "2006-01-02 1504_02-Jan", "20060102 150405 MST",
	} {
		t.Format(l)
		time.Parse(l, s)
	}
	// A face without AM and PM, and hours that are read on their own.
	t.Format("3:04")
	t.Format("03:04")
	t.Format("03")
	time.Parse("3:04", s)
	// Package time reads AM and PM behind either clock.
	time.Parse("1/2/2006 15:04:05 PM", s)
	clock{}.Format("2006-01-01")
}
