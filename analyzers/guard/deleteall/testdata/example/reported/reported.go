package reported

import (
	"context"
	"database/sql"
)

func deleteSession(ctx context.Context, db *sql.DB, id string) error {
	_, err := db.ExecContext(ctx, "DELETE FROM sessions") // want `deletes every row of sessions, whatever id is`
	return err
}
