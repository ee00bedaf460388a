// Package namedexec holds one trigger word of each group.
package namedexec

import "github.com/jmoiron/sqlx"

func Run(db *sqlx.DB, id int) {
	db.NamedExec("DELETE FROM users", nil) // want `deletes every row`
}
