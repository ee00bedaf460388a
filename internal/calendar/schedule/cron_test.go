package schedule_test

import (
	"testing"

	"github.com/leapguard/leapguard/internal/calendar/schedule"
)

func TestParse(t *testing.T) {
	tests := []struct {
		text   string
		ok     bool
		latest int
		late   bool // may be due at 23 h
	}{
		{"0 7 1 * *", true, 1, false},
		{"0 0 12 1,4,7 * *", true, 7, false},
		{"CRON_TZ=Europe/Berlin 30 6 1-28/3 JAN-jun ?", true, 28, false},
		{"@monthly", true, 1, false},
		{"@daily", true, 31, false},
		{"@hourly", true, 31, true},
		{"*/5 * 10/10 * *", true, 30, true},
		{"0 0 1 * 1", true, 31, false}, // the first, and all Mondays
		{"0 0 32 * *", false, 0, false},
		{"0 0 L * *", false, 0, false},
		{"60 0 1 * *", false, 0, false},
		{"61 0 0 1 * *", false, 0, false},
		{"0 0 5-1 * *", false, 0, false},
		{"0 0 1/0 * *", false, 0, false},
		{"@every 1h", false, 0, false},
		{"one two three four five", false, 0, false},
		{"", false, 0, false},
	}
	for _, test := range tests {
		s, ok := schedule.Parse(test.text)
		if ok != test.ok {
			t.Errorf("Parse(%q): %v", test.text, ok)
		} else if ok && (s.LatestDay() != test.latest || s.DueAt(23) != test.late) {
			t.Errorf("Parse(%q): latest day %d, at 23 h %v; want %d, %v", test.text, s.LatestDay(), s.DueAt(23), test.latest, test.late)
		}
	}
}
