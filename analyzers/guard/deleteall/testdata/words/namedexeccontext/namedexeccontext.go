// Package namedexeccontext holds one trigger word of each group.
package namedexeccontext

import "github.com/jmoiron/sqlx"

func Run(db *sqlx.DB, id int) {
	db.NamedExecContext(nil, "DELETE FROM users", nil) // want `deletes every row`
}
