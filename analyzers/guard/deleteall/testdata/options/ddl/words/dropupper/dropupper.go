// Package dropupper holds one trigger word of each group.
package dropupper

import "database/sql"

func Run(db *sql.DB) {
	db.Exec("DROP TABLE users") // want `destroys a table`
}
