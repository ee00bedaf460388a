package monthstart

import (
	"slices"
	"testing"
)

func TestLowerBound(t *testing.T) {
	for _, tc := range []struct {
		query string
		arg   int
		want  string
	}{
		{"created_at >= ?", 0, "created_at"},
		{"a = ? AND o.updated_at > ?", 1, "o.updated_at"},
		{"a = ? AND o.updated_at > ?", 0, ""},
		{"WHERE `event_time`>=$2 AND a = $1", 1, "event_time"},
		{"WHERE `event_time`>=$2 AND a = $1", 0, ""},
		{"created between ? and ?", 0, "created"},
		{"created between ? and ?", 1, ""},
		{"created_at < ?", 0, ""},
		{"due_date >= ?", 0, ""},
		{"created_at = ?", 0, ""},
		{"", 0, ""},
	} {
		if got := lowerBound(tc.query, tc.arg); got != tc.want {
			t.Errorf("lowerBound(%q, %d) = %q, want %q", tc.query, tc.arg, got, tc.want)
		}
	}
}

func TestExample(t *testing.T) {
	if at, made := example(0); at != "20 November 2026 at 15:30" || made != "1 November 15:30" {
		t.Errorf("example(0) = %q, %q", at, made)
	}
	if _, made := example(1); made != "1 December 15:30" {
		t.Errorf("example(1) = %q", made)
	}
}

func TestWordsOf(t *testing.T) {
	for _, tc := range []struct {
		name string
		want []string
	}{
		{"firstDayOfMonth", []string{"first", "day", "of", "month"}},
		{"month_start", []string{"month", "start"}},
		{"StartDate", []string{"start", "date"}},
		{"", nil},
	} {
		if got := wordsOf(tc.name); !slices.Equal(got, tc.want) {
			t.Errorf("wordsOf(%q) = %q, want %q", tc.name, got, tc.want)
		}
	}
	if !meansStart(wordsOf("startDate")) || meansStart(wordsOf("startOfPrevious")) || meansStart(wordsOf("restart")) {
		t.Error("meansStart")
	}
}
