// Package bad joins ISO weeks with calendar years and ISO years with months.
package bad

import (
	"fmt"
	"log"
	"strconv"
	"time"
)

func label(t time.Time) string {
	_, week := t.ISOWeek()
	return fmt.Sprintf("%d-W%02d", t.Year(), week) // want `fmt.Sprintf\("%d-W%02d", t.Year\(\), week\) on 30 December 2024 gives "2024-W01", but the day is in week 1 of 2025`
}

func present() string {
	_, week := time.Now().ISOWeek()
	return fmt.Sprintf("%d-%d", time.Now().Year(), week) // want `gives "2024-1"`
}

func concatenated(t time.Time) string {
	_, w := t.ISOWeek()
	return strconv.Itoa(t.Year()) + "-W" + strconv.Itoa(w) // want `on 30 December 2024 gives "2024-W1"`
}

func formatted(t time.Time) string {
	_, w := t.ISOWeek()
	return t.Format("2006") + fmt.Sprintf("-W%02d", w) // want `on 30 December 2024 gives "2024-W01"`
}

func nested(t time.Time) string {
	_, w := t.ISOWeek()
	return fmt.Sprintf("%s/%s", t.Format("2006"), strconv.Itoa(w)) // want `gives "2024/1"`
}

func fromDate(t time.Time) string {
	year, _, _ := t.Date()
	_, week := t.ISOWeek()
	return fmt.Sprintf("%d week %d", year, week) // want `gives "2024 week 1"`
}

func partly(prefix string, t time.Time) string {
	_, week := t.ISOWeek()
	return prefix + strconv.Itoa(t.Year()) + strconv.Itoa(week) // want `joins week 1 with 2024 on 30 December 2024, a day in week 1 of 2025`
}

type key struct{ year, week int }

func count(times []time.Time) map[key]int {
	counts := make(map[key]int)
	for _, t := range times {
		_, week := t.ISOWeek()
		counts[key{t.Year(), week}]++ // want `key\{t.Year\(\), week\} joins week 1 with 2024 on 30 December 2024`
	}
	return counts
}

func named(t time.Time) key {
	_, w := t.ISOWeek()
	k := key{year: t.Year(), week: w} // want `key\{year: t.Year\(\), week: w\} joins week 1 with 2024`
	return k
}

func fieldwise(t time.Time) *key {
	k := new(key)
	k.year = t.Year()
	_, k.week = t.ISOWeek() // want `_, k.week = t.ISOWeek\(\) joins week 1 with 2024`
	return k
}

func array(t time.Time) [2]int {
	_, w := t.ISOWeek()
	return [2]int{t.Year(), w} // want `\[2\]int\{t.Year\(\), w\} joins week 1 with 2024`
}

func results(t time.Time) (int, int) {
	_, week := t.ISOWeek()
	return t.Year(), week // want `return t.Year\(\), week joins week 1 with 2024 on 30 December 2024`
}

func monday(year, week int) time.Time {
	t := time.Date(year, time.January, 4, 0, 0, 0, 0, time.UTC)
	return t.AddDate(0, 0, 7*(week-1)-(int(t.Weekday())+6)%7)
}

func passed(t time.Time) time.Time {
	_, week := t.ISOWeek()
	return monday(t.Year(), week) // want `monday\(t.Year\(\), week\) joins week 1 with 2024`
}

func logged(t time.Time) {
	_, week := t.ISOWeek()
	log.Printf("year %d, week %d", t.Year(), week) // want `joins week 1 with 2024`
}

func sameWeek(a, b time.Time) bool {
	_, wa := a.ISOWeek()
	_, wb := b.ISOWeek()
	return a.Year() == b.Year() && wa == wb // want `wa == wb with the calendar year tells 30 December 2024 from 1 January 2025, though both are in week 1 of 2025`
}

func otherWeek(a, b time.Time) bool {
	_, wa := a.ISOWeek()
	_, wb := b.ISOWeek()
	if wa != wb || a.Year() != b.Year() { // want `wa != wb with the calendar year tells 30 December 2024 from 1 January 2025`
		return true
	}
	return false
}

func month(t time.Time) string {
	year, _ := t.ISOWeek()
	return fmt.Sprintf("%d-%02d", year, t.Month()) // want `on 30 December 2024 gives "2025-12"`
}

func startOfMonth(t time.Time) time.Time {
	year, _ := t.ISOWeek()
	return time.Date(year, t.Month(), 1, 0, 0, 0, 0, time.UTC) // want `joins the ISO year 2025 with month and day of 30 December 2024`
}

func daysIn(m time.Month, year int) int {
	return time.Date(year, m+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

func days() int {
	now := time.Now()
	year, week := now.ISOWeek()
	_ = week
	return daysIn(now.Month(), year) // want `daysIn\(now.Month\(\), year\) joins the ISO year 2025 with month and day of 30 December 2024`
}

func ordinal(t time.Time) string {
	year, _ := t.ISOWeek()
	return fmt.Sprintf("%d/%03d", year, t.YearDay()) // want `on 30 December 2024 gives "2025/365"`
}

func following(t time.Time) time.Time {
	year, _ := t.ISOWeek()
	return time.Date(year, t.Month()+1, 1, 0, 0, 0, 0, t.Location()) // want `joins the ISO year 2025 with month and day of 30 December 2024`
}

func tomorrow(t time.Time) string {
	year, _ := t.ISOWeek()
	return fmt.Sprintf("%d-%02d-%02d", year, t.Month(), t.Day()+1) // want `joins the ISO year 2025 with month and day of 30 December 2024`
}
