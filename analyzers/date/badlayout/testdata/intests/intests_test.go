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

// What prints the wrong text is meant to.
func TestConvert(t *testing.T) {
	now := time.Now()
	if _, err := Convert(now.Format("06..02 15:04:05")); err == nil {
		t.Error("no error")
	}
	_, err := Convert(now.Format("2006-01-01 15:04:05"))
	if err == nil {
		t.Error("no error")
	}
	_, err = Convert("")
	if err != nil {
		t.Log(err)
	}
	if day := Read(now.Format("2006-01-01")); !day.IsZero() {
		t.Error(day)
	}
}

func TestAsserted(t *testing.T) {
	now := time.Now()
	var must assert
	_, err := Convert(now.Format("06..02 15:04:05"))
	must.Error(err)
	_, err = Convert(now.Format("06..02 15:04:05"))
	must.ErrorIs(err, errNone)
	first := Read(now.Format("2006-01-01"))
	must.Zero(first)
	second, _ := time.Parse("2006-01-01", "2006-02-31")
	must.True(second.IsZero())
}

// Here it is not.
func TestConverted(t *testing.T) {
	now := time.Now()
	var must assert
	if _, err := Convert(now.Format("2006-02 15:04:05")); err != nil { // want `layout "2006-02 15:04:05" prints 31 March 2026 17:48:39 as "2026-31 17:48:39"`
		t.Error(err)
	}
	_, err := Convert(now.Format("2006-02 15:04:05")) // want `layout "2006-02 15:04:05" prints`
	must.NoError(err)
	first := Read(now.Format("2006-01-01")) // want `layout "2006-01-01" prints`
	must.False(first.IsZero())
	second := Read(now.Format("2006-01-01")) // want `layout "2006-01-01" prints`
	t.Log(second)
}
