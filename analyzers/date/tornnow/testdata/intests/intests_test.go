package intests

import (
	"testing"
	"time"
)

// Any month will do.
func TestMonth(t *testing.T) {
	month := Month(time.Now().Year(), time.Now().Month())
	if month.Day() != 1 {
		t.Error(month, "is not the first")
	}
	if this().Day() != 1 {
		t.Error("this is not the first")
	}
}
