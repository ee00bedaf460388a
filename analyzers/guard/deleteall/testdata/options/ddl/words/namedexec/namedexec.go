// Package namedexec holds one trigger word of each group.
package namedexec

import "github.com/jmoiron/sqlx"

func Run(db *sqlx.DB) {
	db.NamedExec("DROP TABLE users", nil) // want `destroys a table`
}
