// Package truncatelower holds one trigger word of each group.
package truncatelower

import "database/sql"

func Run(db *sql.DB) {
	db.Exec("truncate users") // want `destroys a table`
}
