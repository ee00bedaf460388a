// Package execcontext holds one trigger word of each group.
package execcontext

import "database/sql"

func Run(db *sql.DB) {
	db.ExecContext(nil, "DROP TABLE users") // want `destroys a table`
}
