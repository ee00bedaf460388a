// Package namedexeccontext holds one trigger word of each group.
package namedexeccontext

import "github.com/jmoiron/sqlx"

func Run(db *sqlx.DB) {
	db.NamedExecContext(nil, "DROP TABLE users", nil) // want `destroys a table`
}
