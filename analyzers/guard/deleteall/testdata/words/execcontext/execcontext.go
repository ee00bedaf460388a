// Package execcontext holds one trigger word of each group.
package execcontext

import "database/sql"

func Run(db *sql.DB, id int) {
	db.ExecContext(nil, "DELETE FROM users") // want `deletes every row`
}
