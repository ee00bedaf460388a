package bad

import (
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"time"
	clock "time"
)

type date struct {
	Year  int
	Month time.Month
	Day   int
}

func midnight(loc *time.Location) time.Time {
	today := time.Date(time.Now().Year(), time.Now().Month(), time.Now().Day(), 0, 0, 0, 0, loc) // want `read between 31 December 2026 and 1 January 2027, the 3 calls of time.Now make 1 January 2026`
	return today
}

func stamp() string {
	if true {
		return fmt.Sprintf("%d-%02d-%02d %02d:%02d", time.Now().Year(), int(time.Now().Month()), time.Now().Day(), // want `the 5 calls of time.Now make 1 January 2026 00:00`
			time.Now().Hour(), time.Now().Minute())
	}
	return ""
}

func civil() date {
	return date{Year: time.Now().UTC().Year(), Month: time.Now().UTC().Month(), Day: time.Now().UTC().Day()} // want `the 3 calls of time.Now make 1 January 2026`
}

func concatenated() (key string) {
	key = strconv.Itoa(clock.Now().Year()) + "-" + clock.Now().Month().String() // want `the 2 calls of time.Now make January 2026`
	return
}

func text(now string) string {
	return now + time.Now().Format("20060102") + time.Now().Format("150405") // want `the 2 calls of time.Now make "20261231" and "000000"`
}

func dir(root string) string {
	switch root {
	case "":
		return filepath.Join("tmp", time.Now().Format("2006"), time.Now().Format("01")) // want `the 2 calls of time.Now make "2026" and "01"`
	}
	return strings.Join([]string{root, time.Now().Format("2006"), time.Now().Format("01-02")}, "/") // want `the 2 calls of time.Now make "2026" and "01-01"`
}

func minutes() int {
	return time.Now().Hour()*60 + time.Now().Minute() // want `read between 23:59:59 and 00:00:00, the 2 calls of time.Now make 23:00`
}

func call(f func(date), g func(year, month int)) {
	g2(time.Now().Year(), int(time.Now().Month()))       // want `the 2 calls of time.Now make January 2026`
	defer g2(time.Now().Year(), int(time.Now().Month())) // want `the 2 calls of time.Now make January 2026`
}

func g2(year, month int) {}

func yesterday() string {
	return fmt.Sprint(time.Now().AddDate(0, 0, -1).Day(), time.Now().AddDate(0, 0, -1).Month()) // want `the 2 calls of time.Now make 30 December`
}

func literal() func() string {
	return func() string {
		return fmt.Sprint(time.Now().Year(), time.Now().YearDay()) // want `the 2 calls of time.Now make day 1 2026`
	}
}

type ticket struct{ Serial int }

func number() ticket {
	return ticket{Serial: time.Now().Year()*10000 + int(time.Now().Month())*100} // want `the 2 calls of time.Now make`
}
