// Package writtengood makes text that holds no wrong date, or that is looked at.
package writtengood

import (
	"errors"
	"fmt"
	"log"
	"log/slog"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

var errNone = errors.New("no such day")

func printed(t time.Time) {
	s := fmt.Sprintf("%d-%02d-%02d", t.Year()+1, t.Month(), t.Day())
	fmt.Println(s)
	log.Printf("until %s", s)
	slog.Info("until", "date", s)
	fmt.Fprintln(os.Stderr, s)
}

func failed(t time.Time) error {
	return fmt.Errorf("not before %s", fmt.Sprintf("%d-%02d-%02d", t.Year()+1, t.Month(), t.Day()))
}

func test(t *testing.T, at time.Time) {
	t.Log(fmt.Sprintf("%d-%02d-%02d", at.Year()+1, at.Month(), at.Day()))
}

func adult(birth string, t time.Time) bool {
	return birth <= fmt.Sprintf("%04d-%02d-%02d", t.Year()-18, t.Month(), t.Day())
}

func first(t time.Time) string { return fmt.Sprintf("%d-%02d-01", t.Year()+1, t.Month()) }

func constantDay(t time.Time) string {
	return fmt.Sprintf("%d-%02d-%02d", t.Year()-1, t.Month(), 1)
}

func month(t time.Time) string { return fmt.Sprintf("%d-%02d", t.Year()+1, t.Month()) }

func years(t time.Time) string {
	return fmt.Sprintf("%d-%d, %d %s", t.Year()-1, t.Year(), t.Day(), t.Month())
}

func copyright(t time.Time) string { return fmt.Sprintf("%d/%d", t.Year(), t.Year()+1) }

func same(t time.Time) string {
	return fmt.Sprintf("%d-%02d-%02d", t.Year(), t.Month(), t.Day())
}

func whole(t time.Time) string { return t.AddDate(1, 0, 0).Format(time.DateOnly) }

func moved(t time.Time) string {
	t = t.AddDate(1, 0, 0)
	return fmt.Sprintf("%d-%02d-%02d", t.Year(), t.Month(), t.Day())
}

func clamped(t time.Time) string {
	y, m, d := t.Date()
	if m == time.February && d == 29 {
		d = 28
	}
	return fmt.Sprintf("%d-%02d-%02d", y+1, m, d)
}

func guarded(t time.Time) (string, error) {
	if t.Month() == time.February && t.Day() > 28 {
		return "", errNone
	}
	return fmt.Sprintf("%d-%02d-%02d", t.Year()+1, t.Month(), t.Day()), nil
}

func validDate(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}

func validated(t time.Time) (string, error) {
	s := fmt.Sprintf("%d-%02d-%02d", t.Year()+1, t.Month(), t.Day())
	if !validDate(s) {
		return "", errNone
	}
	return s, nil
}

var known = map[string]bool{"2029-02-28": true}

func lookedUp(t time.Time) bool {
	return known[fmt.Sprintf("%d-%02d-%02d", t.Year()+1, t.Month(), t.Day())]
}

func contained(days []string, t time.Time) bool {
	return slices.Contains(days, fmt.Sprintf("%d-%02d-%02d", t.Year()+1, t.Month(), t.Day()))
}

func prefixed(lines []string, t time.Time) (out []string) {
	for _, line := range lines {
		if strings.HasPrefix(line, fmt.Sprintf("%d-%02d-%02d", t.Year()-1, t.Month(), t.Day())) {
			out = append(out, line)
		}
	}
	return out
}

func matched(line string, t time.Time) bool {
	return regexp.MustCompile(`^\d+-`).MatchString(line) && line > fmt.Sprintf("%d-%02d-%02d", t.Year()-1, t.Month(), t.Day())
}

func unused(t time.Time) int {
	return len(fmt.Sprintf("%d-%02d-%02d", t.Year()+1, t.Month(), t.Day()))
}

// birthday is compared where it is used.
func birthday(t time.Time) string {
	return fmt.Sprintf("%d-%02d-%02d", t.Year()+1, t.Month(), t.Day())
}

func isBirthday(t time.Time, today string) bool { return birthday(t) == today }

type page struct{ until string }

func (p *page) fill(t time.Time) {
	p.until = fmt.Sprintf("%d-%02d-%02d", t.Year()+1, t.Month(), t.Day())
}

func (p *page) over(today string) bool { return p.until < today }

func seen(t time.Time) int {
	counts := make(map[string]int)
	for i := range 10 {
		counts[fmt.Sprintf("%d-%02d-%02d", t.Year()+i, t.Month(), t.Day())]++
	}
	return len(counts)
}

func twoDigits(t time.Time) string {
	return fmt.Sprintf("%02d%02d%02d", t.Year()-2000, int(t.Month()), t.Day())
}

func buddhist(t time.Time) string {
	return fmt.Sprintf("%d-%02d-%02d", t.Year()+543, t.Month(), t.Day())
}

func sinceEpoch(t time.Time) string {
	return fmt.Sprintf("%04d-%02d-%02d", t.Year()-1900, t.Month(), t.Day())
}

func other(t, birth time.Time) string {
	return fmt.Sprintf("%d-%02d-%02d", t.Year()+1, birth.Month(), birth.Day())
}

func season(t time.Time) string {
	return fmt.Sprintf("%d/%d %s", t.Year(), t.Year()+1, t.Format("01.02"))
}

func fiscal(t time.Time) string {
	return fmt.Sprintf("%s of year %d", t.Format(time.DateOnly), t.Year()+1)
}
