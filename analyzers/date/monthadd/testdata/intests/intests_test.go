package intests

import (
	"testing"
	"time"
)

// Some day about three months back is over.
func TestOver(t *testing.T) {
	past := time.Now().AddDate(0, -3, 0)
	past = time.Date(past.Year(), past.Month(), 10, 0, 0, 0, 0, time.UTC)
	if !Over(past) || !Over(old()) {
		t.Error(past)
	}
	year, month, _ := time.Now().AddDate(0, 6, 0).Date()
	if Over(time.Date(year, month, 15, 0, 0, 0, 0, time.UTC)) {
		t.Error("over half a year before")
	}
}

// Here a month is named.
func TestNamed(t *testing.T) {
	t.Log(time.Now().AddDate(0, -3, 0).Format("2006-01")) // want `on 31 May 2026 gives 3 March, so "2006-01" names the wrong month`
	last := time.Now().AddDate(0, -1, 0)                  // any day of another month
	if !Over(time.Date(last.Year(), last.Month(), 1, 0, 0, 0, 0, time.UTC)) {
		t.Error(last)
	}
	if quarter := time.Now().AddDate(0, 3, 0).Month() / 3; quarter == 0 { // want `gives 1 May, so Month names the wrong month`
		t.Error(quarter)
	}
	year, month, _ := time.Now().AddDate(0, 6, 0).Date() // want `so Date names the wrong month`
	t.Log(time.Date(year, month, 15, 0, 0, 0, 0, time.UTC), month)
}
