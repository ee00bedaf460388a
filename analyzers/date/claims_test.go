// Package date_test holds what the checks of the date family have in common.
package date_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/leapguard/leapguard/analyzers"
	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/engine"
	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/rule"
)

// A claim is what a message says of a function: given the one, it does the
// other.
type claim struct {
	function string // package.Function, in which the finding is
	message  string // pattern of the whole message
	// run are statements in the program below that call the function with what
	// the message names, $group, and say what comes of it.
	run string
	// want is what they must say, one value a line.
	want string
}

var claims = []claim{
	{"badlayout.Stamp", `layout ".*" prints (?<t>.*) as "(?<text>.*)"`, `say(badlayout.Stamp(date(stamp, $t)))`, `$text`},
	{"badlayout.Clock", `layout ".*" prints (?<t>.*) as "(?<text>.*)"`, `say(badlayout.Clock(date(stamp, $t)))`, `$text`},
	{"badlayout.Half", `layout ".*" prints (?<t>.*) as "(?<text>.*)"`, `say(badlayout.Half(date(minute, $t)))`, `$text`},
	{
		"dstday.Nights", `.* from midnight of (?<from>.*) to that of (?<to>.*) (?<year>\d+) in (?<city>.*) is (?<n>\d+): (?<short>.*) has (?<hours>\d+) hours`,
		`from, to, short := local(day, $from+" "+$year, $city), local(day, $to+" "+$year, $city), local(day, $short+" "+$year, $city)
		say(dstday.Nights(from, to), short.AddDate(0, 0, 1).Sub(short).Hours())`, "$n\n$hours",
	},
	{
		"dstday.Next", `.* at (?<t>.*) in (?<city>.*) gives (?<next>.*), so Format\("2006-01-02"\) is a day off`,
		`t := local(clock, $t, $city)
		next, label := dstday.Next(t.Unix())
		say(next.Format(shortClock), label == t.AddDate(0, 0, 1).Format(time.DateOnly))`, "$next\nfalse",
	},
	{
		"durunit.Expiry", `now\.Add\(365\) adds (?<d>.*): (?<t>.*) becomes (?<u>.*)`,
		`t := date(time.DateTime, $t)
		u := durunit.Expiry(t)
		say(u.Sub(t), u.Format("2006-01-02 15:04:05.999999999"))`, "$d\n$u",
	},
	{"fieldmath.LastMonth", `on (?<t>.*) t\.Month\(\) - 1 is (?<n>\d+), no month`, `say(fieldmath.LastMonth(date(day, $t)))`, `2026-$n`},
	{"fieldmath.Tomorrow", `on (?<t>.*) t\.Day\(\) \+ 1 is (?<n>\d+), no day`, `say(fieldmath.Tomorrow(date(day, $t)))`, `2026-1-$n`},
	{"fieldmath.NextMonth", `on (?<t>.*) t\.Month\(\) \+ 1 is (?<n>\d+), no month`, `say(fieldmath.NextMonth(date(day, $t)))`, `%!Month($n)`},
	{
		"isoyear.Key", `.* on (?<t>.*) gives "(?<key>.*)", but the day is in week (?<week>\d+) of (?<year>\d+)`,
		`t := date(day, $t)
		year, week := t.ISOWeek()
		say(isoyear.Key(t), year, week)`, "$key\n$year\n$week",
	},
	{"leaprule.IsLeap", `IsLeap\((?<y>\d+)\) is (?<is>.*), but (?<year>\d+) is no leap year`, `say($y, leaprule.IsLeap(number($y)), isLeap($y))`, "$year\n$is\nfalse"},
	{"leaprule.IsNotCentury", `IsNotCentury\((?<y>\d+)\) is (?<is>.*), but (?<year>\d+) is a leap year`, `say($y, leaprule.IsNotCentury(number($y)), isLeap($y))`, "$year\n$is\ntrue"},
	{
		"leaprule.Visit", `visits\[.*\] is out of range on (?<t>.*): index (?<i>\d+), length (?<n>\d+)`,
		`leaprule.Visit(date(day, $t))`, "panic: runtime error: index out of range [$i] with length $n",
	},
	{
		"localutc.Start", `time\.Date\(.*\) at (?<t>.*) in (?<city>.*) gives (?<start>.*) there, yet is compared with a point in time`,
		`start, _ := localutc.Start(local(clock, $t, $city).Unix())
		say(start.Local().Format(shortClock))`, `$start`,
	},
	{
		"monthadd.Last", `.* on (?<t>.*) gives (?<u>.*), so "2006-01" names the wrong month`,
		`t := date(day, $t)
		u, label := monthadd.Last(t)
		say(u.Format(shortDay), label == month(t, -1).Format("2006-01"))`, "$u\nfalse",
	},
	{
		"monthadd.Next", `.* on (?<t>.*) gives (?<u>.*), so Month names the wrong month`,
		`t := date(day, $t)
		u, label := monthadd.Next(t)
		say(u.Format(shortDay), label == month(t, 1).Month())`, "$u\nfalse",
	},
	{
		"monthstart.Before", `.* on (?<day>.*) at (?<clock>.*) gives (?<start>.*), so Before puts what is earlier that day into the month before`,
		`now := date(clock, $clock+" on "+$day)
		start, in := monthstart.Before(fixed(now), month(now, 0))
		say(start.Format("2 January 15:04"), in)`, "$start\nfalse",
	},
	{
		"monthstart.LastDay", `.* for (?<month>.*) is (?<t>.*), the day before the last of a month`,
		`t := monthstart.LastDay(month(date("January 2006", $month), -1))
		say(t.Format(day), t.AddDate(0, 0, 2).Day())`, "$t\n1",
	},
	{
		"monthstart.First", `.* for (?<month>.*) is (?<t>.*), so first is the last day of a month`,
		`t := monthstart.First(date("January 2006", $month))
		say(t.Format(day), t.AddDate(0, 0, 1).Day())`, "$t\n1",
	},
	{
		"noyear.Line", `.* turns "(?<line>.*)", read on (?<now>.*), into (?<t>.*)`,
		`t, err := noyear.Line($line, date(day, $now))
		say(t.Format(day), err, t.After(date(day, $now)))`, "$t\n<nil>\ntrue",
	},
	{
		"randneg.Until", `.* panics: time\.Until\(expires\) is negative once expires has passed`,
		`randneg.Until(date(day, "1 January 2000"))`, "panic: invalid argument to Int63n",
	},
	{
		"randneg.Between", `.* panics: high - low is 0 where high equals low`,
		`randneg.Between(time.Second, time.Second)`, "panic: invalid argument to Int63n",
	},
	{
		"randneg.Whole", `.* panics: int\(d.Seconds\(\)\) is 0 for d = (?<d>.*)`,
		`randneg.Whole(duration($d))`, "panic: non-positive interval for NewTicker",
	},
	{
		"randneg.Weak", `.* panics: d = (?<d>.*) passes the test for 0`,
		`randneg.Weak(duration($d))`, "panic: invalid argument to Int63n",
	},
	{
		"timeoverflow.Years", `.* overflows for n = (?<n>\d+): added to (?<t>.*) it gives (?<u>.*)`,
		`t := date(time.DateOnly, $t)
		for n := range number($n) {
			if !t.Add(timeoverflow.Years(n+1)).After(t) {
				say(n+1, t.Add(timeoverflow.Years(n+1)).Format(time.DateOnly))
			}
		}`, "$n\n$u",
	},
	{
		"timeoverflow.Forever", `.* of (?<t>.*) is (?<n>.*), which is (?<u>.*)`,
		`n := timeoverflow.Forever()
		say($t, n, time.Unix(0, n).UTC().Format(time.DateOnly))`, "9999-12-31\n$n\n$u",
	},
	{
		"timeoverflow.Less", `.* orders (?<t>.*) before 1970: UnixNano of it is (?<n>.*)`,
		`t := date(time.DateOnly, $t)
		say(t.UnixNano(), timeoverflow.Less(t, time.Unix(0, 0)))`, "$n\ntrue",
	},
	{
		"timeoverflow.Later", `.* is calculated with: at (?<t>.*) it is (?<n>.*)`,
		`t := date(time.RFC3339, $t)
		say(timeoverflow.Later(t)-60, timeoverflow.Later(t) < timeoverflow.Later(t.Add(-time.Hour)))`, "$n\ntrue",
	},
	{"truncday.Day", notMidnight, `start, _ := truncday.Day(local(clock, $t, $city).Unix()); say(start.Format(shortClock))`, `$start`},
	{"truncday.Rounded", notMidnight, `start, _ := truncday.Rounded(local(clock, $t, $city).Unix()); say(start.Format(shortClock))`, `$start`},
	{"truncday.Week", notMidnight, `start, _ := truncday.Week(local(clock, $t, $city).Unix()); say(start.Format(shortClock))`, `$start`},
	{"truncday.Berlin", notMidnight, `start, _ := truncday.Berlin(local(clock, $t, $city).Unix()); say(start.Format(shortClock))`, `$start`},
	{"truncday_hour.Hour", notWhole, `start, _ := truncday_hour.Hour(local(clock, $t, $city).Unix()); say(start.Format("15:04"))`, `$start`},
	{"truncday_hour.Shift", notWhole, `start, _ := truncday_hour.Shift(local(clock, $t, $city).Unix()); say(start.Format("15:04"))`, `$start`},
	{
		"yearadd.Text", `.* on (?<t>.*) is "(?<text>.*)", which time\.Parse rejects`,
		`text, _, err := yearadd.Text(date(day, $t))
		say(text, err != nil)`, "$text\ntrue",
	},
	{"yearadd.Renewal", `.* on (?<t>.*) gives (?<u>.*)`, `say(yearadd.Renewal(date(day, $t)).Format(day))`, `$u`},
	{
		"yeardayage.Before", `.* holds for (?<now>.*) and (?<birth>.*), days (?<n>\d+) and (?<m>\d+) of their years`,
		`now, birth := date(day, $now), date(day, $birth)
		say(yeardayage.Before(birth, now), now.YearDay(), birth.YearDay())`, "true\n$n\n$m",
	},
	{"yeardayage.Nights", `.* is (?<n>.*) from (?<from>.*) to (?<to>.*)`, `say(yeardayage.Nights(date(day, $from), date(day, $to)))`, `$n`},
}

const (
	notMidnight = `.* at (?<t>.*) in (?<city>.*) is (?<start>.*), not midnight`
	notWhole    = `.* at (?<t>.*) in (?<city>.*) is (?<start>.*), not a whole hour`
)

// testdata is a module with functions that can be run on any date: they take
// the present as a parameter.
const testdata = "testdata/claims"

// TestClaims runs the code that messages speak of on the dates that they name,
// and compares what comes of it with what they say.
func TestClaims(t *testing.T) {
	found := findings(t)
	if len(found) != len(claims) {
		t.Errorf("%d findings, %d claims", len(found), len(claims))
	}
	var bodies strings.Builder
	var wants []string
	for _, c := range claims {
		message, ok := found[c.function]
		groups := regexp.MustCompile("^" + c.message + "$").FindStringSubmatch(message)
		if !ok || groups == nil {
			t.Fatalf("%s: the message %q does not match %s", c.function, message, c.message)
		}
		run, want := c.run, c.want
		for i, name := range regexp.MustCompile(c.message).SubexpNames() {
			if name != "" {
				use := regexp.MustCompile(`\$` + name + `\b`)
				run = use.ReplaceAllLiteralString(run, strconv.Quote(groups[i]))
				want = use.ReplaceAllLiteralString(want, groups[i])
			}
		}
		fmt.Fprintf(&bodies, "func() {\n%s\n},\n", run)
		wants = append(wants, want)
	}
	got := execute(t, bodies.String())
	if len(got) != len(claims) {
		t.Fatalf("%d results of %d claims", len(got), len(claims))
	}
	for i, c := range claims {
		if got[i] != wants[i] {
			t.Errorf("%s: %s\nrun, it yields\n%s\nwant\n%s", c.function, found[c.function], got[i], wants[i])
		}
	}
}

// findings returns what the checks say in testdata/claims, by package and
// function. A package is named after its check, and after the option of that if
// it needs one.
func findings(t *testing.T) map[string]string {
	t.Helper()
	dir, err := filepath.Abs(testdata)
	if err != nil {
		t.Fatal(err)
	}
	var rules []*rule.Rule
	for _, r := range analyzers.All() {
		if r.Family == rule.Date {
			rules = append(rules, r)
		}
	}
	result, err := engine.Run(t.Context(), engine.Options{
		Dir: dir, Env: environment(), Rules: rules,
		Config: func(dir string) (*config.Config, error) { return config.Load(filepath.Join(dir, config.FileName)) },
	}, "./...")
	if err != nil {
		t.Fatal(err)
	}
	for _, err := range result.Skipped {
		t.Error(err)
	}
	found := make(map[string]string)
	for _, f := range result.Findings {
		name := filepath.Base(filepath.Dir(f.File))
		if slug, _, _ := strings.Cut(name, "_"); f.Analyzer != slug {
			t.Errorf("%s also reports %s: %s", f.Analyzer, name, f.Message)
			continue
		}
		function := name + "." + functionAt(t, f)
		if found[function] != "" {
			t.Errorf("%s has two findings", function)
		}
		found[function] = f.Message
	}
	return found
}

var function = regexp.MustCompile(`^func (\w+)`)

// functionAt returns the function that a finding is in.
func functionAt(t *testing.T, f finding.Finding) string {
	t.Helper()
	text, err := os.ReadFile(f.File)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(text), "\n")
	for i := f.Line - 1; i >= 0; i-- {
		if m := function.FindStringSubmatch(lines[i]); m != nil {
			return m[1]
		}
	}
	t.Fatalf("%s:%d is in no function", f.File, f.Line)
	return ""
}
