// Package written makes text of dates, which nobody parses here.
package written

import (
	"database/sql"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"
)

type request struct {
	From, To string
}

var lastKey string

func iso(t time.Time) string {
	return fmt.Sprintf("%d-%02d-%02d", t.Year()+1, t.Month(), t.Day()) // want `fmt\.Sprintf\("%d-%02d-%02d", t\.Year\(\) \+ 1, t\.Month\(\), t\.Day\(\)\) on 29 February 2028 holds "2029-02-29", which does not exist`
}

func compact(t time.Time) string {
	y, m, d := t.Date()
	y--
	return fmt.Sprintf("%04d%02d%02d", y, int(m), d) // want `holds "20270229"`
}

func dotted(t time.Time) string {
	return fmt.Sprintf("%02d.%02d.%d", t.Day(), int(t.Month()), t.Year()+1) // want `holds "29.02.2029"`
}

func american(t time.Time) string {
	return fmt.Sprintf("%02d/%02d/%d", int(t.Month()), t.Day(), t.Year()+1) // want `holds "02/29/2029"`
}

func named(t time.Time) string {
	return fmt.Sprintf("%d %s %d", t.Day(), t.Month(), t.Year()+1) // want `holds "29 February 2029"`
}

func concatenated(t time.Time) string {
	return strconv.Itoa(t.Year()+1) + t.Format("-01-02") // want `holds "2029-02-29"`
}

func substituted(t time.Time) string {
	return strings.Replace(t.Format("2006-01-02"), strconv.Itoa(t.Year()), strconv.Itoa(t.Year()-1), 1) // want `holds "2027-02-29"`
}

func field(t time.Time) *request {
	return &request{
		From: t.Format("2006-01-02"),
		To:   fmt.Sprintf("%d-%02d-%02d", t.Year()+1, t.Month(), t.Day()), // want `holds "2029-02-29"`
	}
}

func (r *request) set(t time.Time) {
	r.To = fmt.Sprintf("%d-%02d-%02d", t.Year()+1, t.Month(), t.Day()) // want `holds "2029-02-29"`
}

func variable(t time.Time) {
	lastKey = fmt.Sprintf("%d-%02d-%02d", t.Year()-1, t.Month(), t.Day()) // want `holds "2027-02-29"`
}

func inMap(m map[string]string, t time.Time) {
	m["until"] = fmt.Sprintf("%d-%02d-%02d", t.Year()+1, t.Month(), t.Day()) // want `holds "2029-02-29"`
}

func key(m map[string]int, t time.Time) {
	m[fmt.Sprintf("%d-%02d-%02d", t.Year()+1, t.Month(), t.Day())] = 1 // want `holds "2029-02-29"`
}

func condition(db *sql.DB, user string) (*sql.Rows, error) {
	t := time.Now()
	from := fmt.Sprintf("%d-%02d-%02d", t.Year()-1, t.Month(), t.Day()) // want `holds "2027-02-29"`
	return db.Query("SELECT * FROM orders WHERE user = '" + user + "' AND day >= '" + from + "'")
}

func argument(db *sql.DB) (*sql.Rows, error) {
	t := time.Now()
	return db.Query("SELECT * FROM orders WHERE day >= ?", fmt.Sprintf("%d-%02d-%02d", t.Year()-1, t.Month(), t.Day())) // want `holds "2027-02-29"`
}

func formatted(db *sql.DB, user string) (*sql.Rows, error) {
	t := time.Now()
	return db.Query(fmt.Sprintf("SELECT * FROM orders WHERE user = %q AND day >= '%d-%02d-%02d'", user, t.Year()-1, t.Month(), t.Day())) // want `holds "2027-02-29"`
}

func url(base string) (*http.Request, error) {
	now := time.Now()
	path := base + fmt.Sprintf("%d-%02d-%02d", now.Year()+1, now.Month(), now.Day()) // want `holds "2029-02-29"`
	return http.NewRequest("GET", path, nil)
}

func pieces(prefix string, t time.Time) string {
	return prefix + strconv.Itoa(t.Year()+1) + "-" + strconv.Itoa(int(t.Month())) + "-" + strconv.Itoa(t.Day()) // want `holds "2029-2-29"`
}

func date(y int, m time.Month, d int) string { return fmt.Sprintf("%d-%02d-%02d", y, m, d) }

func helper(t time.Time) string {
	return date(t.Year()+1, t.Month(), t.Day()) // want `date\(t\.Year\(\) \+ 1, t\.Month\(\), t\.Day\(\)\) on 29 February 2028 holds "2029-02-29"`
}

func nextYear(t time.Time) string {
	return fmt.Sprintf("%d-%02d-%02d", t.Year()+1, t.Month(), t.Day()) // want `holds "2029-02-29"`
}

func fill(r *request, t time.Time) { r.To = nextYear(t) }

func listed(t time.Time) (out []string) {
	for i := range 5 {
		out = append(out, fmt.Sprintf("%d-%02d-%02d", t.Year()-i, t.Month(), t.Day())) // want `holds "2027-02-29"`
	}
	return out
}

func sent(t time.Time, out chan<- string) {
	go func() {
		out <- fmt.Sprintf("%d-%02d-%02d", t.Year()+1, t.Month(), t.Day()) // want `holds "2029-02-29"`
	}()
}

func any1[T ~int](t time.Time, years T) string {
	return fmt.Sprintf("%d-%02d-%02d", t.Year()+int(years), t.Month(), t.Day()) // want `holds "2029-02-29"`
}
