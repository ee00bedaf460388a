// Package columns compares dates with columns of a database.
package columns

import (
	"context"
	"database/sql"
	"time"
)

func today() time.Time {
	now := time.Now()
	return time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC) // want `compared with a column of points in time`
}

func visitors(ctx context.Context, db *sql.DB) *sql.Row {
	return db.QueryRowContext(ctx, "SELECT COUNT(*) FROM visits WHERE site = $1 AND created_at >= $2", "a", today())
}

type builder struct{}

func (b *builder) Where(query any, args ...any) *builder { return b }

func logs(b *builder) *builder {
	now := time.Now()
	startOfDay := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC) // want `compared with a column of points in time`
	return b.Where("level = ? AND createdAt > ?", 3, startOfDay)
}

func between(b *builder) *builder {
	now := time.Now()
	from := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC) // want `compared with a column of points in time`
	return b.Where("`start_time` BETWEEN ? AND ?", from, from.AddDate(0, 0, 1))
}

// A column of dates.
func dates(b *builder) *builder {
	now := time.Now()
	day := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)
	return b.Where("due >= ? AND date = ?", day, day)
}

// Another value is that of the column.
func other(b *builder, since time.Time) *builder {
	now := time.Now()
	day := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)
	return b.Where("day = ? AND updated_at < ?", day, since)
}

// The date in UTC of a time in UTC.
func utc(b *builder) *builder {
	now := time.Now().UTC()
	day := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)
	return b.Where("updated_at < ?", day)
}

// It is set, not compared.
func set(db *sql.DB) (sql.Result, error) {
	now := time.Now()
	day := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)
	return db.Exec("UPDATE visits SET closed_at = ? WHERE id = ?", day, 1)
}
