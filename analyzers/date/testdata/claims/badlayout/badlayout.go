package badlayout

import "time"

func Stamp(t time.Time) string {
	return t.Format("20060201150405")
}

func Clock(t time.Time) string {
	return t.Format("2006-01-02 15:01:05")
}

func Half(t time.Time) string {
	return t.Format("2006-01-02 03:04")
}
