// Package truncateupper holds one trigger word of each group.
package truncateupper

import "database/sql"

func Run(db *sql.DB) {
	db.Exec("TRUNCATE users") // want `destroys a table`
}
