// Package droplower holds one trigger word of each group.
package droplower

import "database/sql"

func Run(db *sql.DB) {
	db.Exec("drop table users") // want `destroys a table`
}
