package silent

import (
	"context"
	"database/sql"
)

func deleteSession(ctx context.Context, db *sql.DB, id string) error {
	_, err := db.ExecContext(ctx, "DELETE FROM sessions WHERE id = ?", id)
	return err
}

func deleteAllSessions(ctx context.Context, db *sql.DB) error {
	_, err := db.ExecContext(ctx, "DELETE FROM sessions")
	return err
}
