// Package updateupper holds one trigger word of each group.
package updateupper

import "database/sql"

func Run(db *sql.DB, id int) {
	db.Exec("UPDATE users SET a = 1") // want `changes every row`
}
