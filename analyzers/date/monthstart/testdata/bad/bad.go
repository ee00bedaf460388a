package bad

import (
	"context"
	"time"
)

type db struct{}

func (db) Where(query string, args ...any) db                       { return db{} }
func (db) QueryContext(context.Context, string, ...any) (db, error) { return db{}, nil }

type filter map[string]any

type event struct{ at time.Time }

func firstOfMonth(t time.Time) time.Time { // want firstOfMonth:`KeepsClock\(0, 0\)`
	return t.AddDate(0, 0, -t.Day()+1)
}

func helper(e event) bool {
	start := firstOfMonth(time.Now().UTC()) // want `firstOfMonth\(time.Now\(\).UTC\(\)\) on 20 November 2026 at 15:30 gives 1 November 15:30, so After puts what is earlier that day into the month before`
	return e.at.After(start)
}

func nextMonth(events []event) {
	now := time.Now()
	end := now.AddDate(0, 1, 1-now.Day()) // want `gives 1 December 15:30, so Compare puts what is earlier that day into the month before`
	for _, e := range events {
		if e.at.Compare(end) >= 0 {
			return
		}
	}
}

func query(ctx context.Context, d db) {
	now := time.Now()
	from := now.AddDate(0, 0, 1-now.Day()) // want `gives 1 November 15:30, so the query leaves out what has created_at earlier that day`
	d.Where("status = ? AND created_at >= ?", "paid", from)
	utc := now.UTC()
	since := utc.AddDate(0, 0, 1-utc.Day()).Local() // want `so the query leaves out what has o.updated earlier that day`
	d.QueryContext(ctx, "SELECT 1 FROM o WHERE o.updated BETWEEN $2 AND $1", now, since)
}

func document() filter {
	now := time.Now()
	return filter{"$gte": now.AddDate(0, 0, 1-now.Day())} // want `so the filter leaves out what is earlier that day`
}

func passed(events []event) int {
	now := time.Now()
	return countSince(events, now.AddDate(0, 0, 1-now.Day())) // want `so Before puts what is earlier that day into the month before`
}

func countSince(events []event, since time.Time) (n int) {
	for _, e := range events {
		if !e.at.Before(since) {
			n++
		}
	}
	return n
}

func thisMonth() time.Time {
	now := time.Now()
	start := now.AddDate(0, 0, 1-now.Day()) // want `so Before puts what is earlier that day into the month before`
	return start
}

func returned(e event) bool { return e.at.Before(thisMonth()) }

func truncateMonth(d time.Time) time.Time {
	return time.Date(d.Year(), d.Month(), 0, 0, 0, 0, 0, d.Location()) // want `so truncateMonth is the last day of a month`
}

type span struct{ StartDate, endDate string }

func text(now time.Time) span {
	startDate := time.Date(now.Year(), now.Month(), -1, 0, 0, 0, 0, now.Location()).Format("2006-01-02") // want `time.Date\(now.Year\(\), now.Month\(\), -1, ...\) for November 2026 is 30 October 2026, the day before the last of a month`
	_ = startDate
	return span{
		StartDate: time.Date(now.Year(), now.Month()-1, 0, 0, 0, 0, 0, time.UTC).Format("2006-01-02"), // want `for October 2026 is 30 September 2026, so StartDate is the last day of a month`
		endDate:   time.Date(now.Year(), now.Month(), 0, 0, 0, 0, 0, time.UTC).Format("2006-01-02"),
	}
}

var (
	leapDay     = time.Date(2024, 3, -1, 0, 0, 0, 0, time.UTC)           // want `time.Date\(2024, 3, -1, ...\) for March 2024 is 28 February 2024, the day before the last of a month`
	periodStart = time.Date(2026, time.January, 0, 0, 0, 0, 0, time.UTC) // want `so periodStart is the last day of a month`
)

func days(t time.Time) int {
	return time.Date(t.Year(), t.Month(), -1, 0, 0, 0, 0, time.Local).Day() // want `is 30 October 2026, the day before the last of a month`
}
