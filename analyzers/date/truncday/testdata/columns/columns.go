// Package columns compares days with columns of a database.
package columns

import (
	"database/sql"
	"time"
)

func countToday(db *sql.DB, tenant string) *sql.Row {
	today := time.Now().Truncate(24 * time.Hour) // want `not midnight`
	return db.QueryRow("SELECT COUNT(*) FROM visits WHERE tenant = $1 AND visited_at >= $2", tenant, today)
}

func yesterday(db *sql.DB, period string) *sql.Row {
	if period == "yesterday" {
		limit := time.Now().Truncate(24 * time.Hour) // want `not midnight`
		return db.QueryRow("SELECT COUNT(*) FROM visits WHERE timestamp < ?", limit)
	}
	return nil
}

// The name says nothing of the day of the place.
func bucket(db *sql.DB) *sql.Row {
	from := time.Now().Truncate(24 * time.Hour)
	return db.QueryRow("SELECT COUNT(*) FROM visits WHERE visited_at >= ?", from)
}

// A column of dates.
func due(db *sql.DB) *sql.Row {
	today := time.Now().Truncate(24 * time.Hour)
	return db.QueryRow("SELECT COUNT(*) FROM tasks WHERE due >= ?", today)
}
