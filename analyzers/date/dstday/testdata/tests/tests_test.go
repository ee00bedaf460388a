package tests

import (
	"testing"
	"time"
)

// Tests mostly make both sides alike, and want no more than dates in a row.
func TestOld(t *testing.T) {
	f := file{created: time.Now().Add(-24 * time.Hour).Format("060102")}
	if !f.old(time.Now()) {
		t.Error("a day is not old")
	}
}

func TestEach(t *testing.T) {
	for day := time.Now().Add(time.Hour); day.Year() < 2030; day = day.Add(24 * time.Hour) {
		t.Log(day.Format(time.DateOnly))
	}
}
