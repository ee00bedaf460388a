// Package mustexec holds one trigger word of each group.
package mustexec

import "github.com/jmoiron/sqlx"

func Run(db *sqlx.DB) {
	db.MustExec("DROP TABLE users") // want `destroys a table`
}
