// Package mustexec holds one trigger word of each group.
package mustexec

import "github.com/jmoiron/sqlx"

func Run(db *sqlx.DB, id int) {
	db.MustExec("DELETE FROM users") // want `deletes every row`
}
