// Package layouts declares layouts for other packages.
package layouts

// Layouts, of which nothing in this package says what they are.
const (
	Day   = "2006-01-02"
	Month = "2006-02" // want Month:"suspectLayout"
)
