// Package gorm has the form of the library.
package gorm

import "time"

// A Model is embedded in the structs of rows.
type Model struct {
	CreatedAt time.Time
	UpdatedAt time.Time
}
