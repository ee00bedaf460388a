package longcert

import (
	"testing"
	"time"

	"github.com/leapguard/leapguard/internal/pki/template"
	"github.com/leapguard/leapguard/internal/ruletest"
)

func Test(t *testing.T) { ruletest.Run(t, Rule) }

func TestLimitFor(t *testing.T) {
	present := template.Instant{Base: template.Base{Now: true}}
	at := func(year int, month time.Month, day int) template.Instant {
		return template.Instant{Base: template.Base{Fixed: true}, Min: unix(year, month, day)}
	}
	reference := time.Date(2026, time.November, 22, 0, 0, 0, 0, time.UTC)
	for _, test := range []struct {
		name   string
		issued template.Instant
		now    time.Time
		want   int64
	}{
		{"now, without a reference date", present, time.Time{}, 398},
		{"now, reference date before all limits", present, time.Date(2012, time.February, 29, 0, 0, 0, 0, time.UTC), 398},
		{"now", present, reference, 200},
		{"long ago", at(2019, time.May, 1), reference, 825},
		{"the day before a limit", at(2029, time.March, 14), reference, 100},
		{"the day of a limit", at(2029, time.March, 15), time.Time{}, 47},
	} {
		if got := limitFor(test.issued, test.now).days; got != test.want {
			t.Errorf("%s: %d days, want %d", test.name, got, test.want)
		}
	}
}
