// Package sameclock compares times that have their clock in common.
package sameclock

import (
	"context"
	"time"
)

type db struct{}

func (db) QueryContext(context.Context, string, ...any) {}

func days() (out []time.Time) {
	now := time.Now()
	start := now.AddDate(0, 0, 1-now.Day())
	end := now.AddDate(0, 1, 1-now.Day())
	for d := start; d.Before(end); d = d.AddDate(0, 0, 1) {
		out = append(out, d)
	}
	return out
}

func helper() (out []time.Time) {
	now := time.Now()
	return between(first(now), first(now).AddDate(0, 1, 0))
}

func first(t time.Time) time.Time { return t.AddDate(0, 0, 1-t.Day()) } // want first:`KeepsClock\(0, 0\)`

func between(start, end time.Time) (out []time.Time) {
	for start.Before(end) {
		out = append(out, start)
		start = start.AddDate(0, 0, 1)
	}
	return out
}

func isFirst() bool {
	now := time.Now()
	return now.After(now.AddDate(0, 0, 1-now.Day()))
}

func later() bool {
	now := time.Now()
	return time.Now().After(now.AddDate(0, 0, 1-now.Day()))
}

func zero() bool {
	now := time.Now()
	return now.AddDate(0, 0, 1-now.Day()).After(time.Time{})
}

// A column of dates is compared with the date of a time.
func dates(ctx context.Context, d db) {
	now := time.Now()
	d.QueryContext(ctx, "SELECT 1 FROM o WHERE due_date >= $1", now.AddDate(0, 0, 1-now.Day()))
	d.QueryContext(ctx, "INSERT INTO periods (created_at) VALUES ($1)", now.AddDate(0, 0, 1-now.Day()))
	d.QueryContext(ctx, "SELECT 1 FROM o WHERE created_at >= $1 AND day = $2", now, now.AddDate(0, 0, 1-now.Day()))
}
