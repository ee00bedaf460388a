package tests

import (
	"testing"
	"time"
)

func TestOld(t *testing.T) {
	f := file{created: time.Now().Add(-24 * time.Hour).Format("060102")}
	if !f.old(time.Now()) {
		t.Error("a day is not old")
	}
}

func TestEach(t *testing.T) {
	for day := time.Now().Add(time.Hour); day.Year() < 2030; day = day.Add(24 * time.Hour) { // want `day\.Add\(24 \* time\.Hour\) at 23:30 on 7 March 2026 in New York gives 00:30 on 9 March, so Format\("2006-01-02"\) is a day off`
		t.Log(day.Format(time.DateOnly))
	}
}
