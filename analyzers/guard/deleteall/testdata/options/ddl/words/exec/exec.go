// Package exec holds one trigger word of each group.
package exec

import "database/sql"

func Run(db *sql.DB) {
	db.Exec("DROP TABLE users") // want `destroys a table`
}
