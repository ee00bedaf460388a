package intests

import (
	"testing"
	"time"
)

func TestValid(t *testing.T) {
	for _, layout := range []string{"2006-01-01", "14:04"} {
		if Valid(layout, "2026-03-31") {
			t.Errorf("%q is valid", layout)
		}
	}
	if _, err := time.Parse("2006-01-01", "2026-03-31"); err == nil {
		t.Error("month 31 is valid")
	}
	_, err := time.Parse("01 Jan 2006", "31 Mar 2026")
	if err == nil {
		t.Error("month 31 is valid")
	}
}

func TestNames(t *testing.T) {
	now := time.Now().Format("2006-01-01")  // want `layout "2006-01-01" prints 31 March 2026 as "2026-03-03"`
	day, err := time.Parse("20060201", now) // want `layout "20060201" rejects "20260331"`
	if err != nil {
		t.Fatal(err)
	}
	day, _ = time.Parse("Jan 01, 2006", now) // want `layout "Jan 01, 2006" rejects "Mar 31, 2026": month out of range`
	t.Log(day)
}
