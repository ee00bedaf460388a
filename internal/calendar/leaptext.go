package calendar

import (
	"regexp"
	"strconv"
	"strings"
)

// leapTexts matches 29 February of a year in text, by numbers with the same
// separator twice or by name, in the usual orders. The year is the group that
// matches.
var leapTexts = regexp.MustCompile(`(?i)(?:^|\D)(?:` + strings.Join(leapForms(), "|") + `)(?:\D|$)`)

func leapForms() []string {
	forms := []string{
		`(\d{4})0229(?:\d{6})?`, // with a time of day
		`2902(\d{4})`,
		`(\d{4})年0?2月29`,
		`(\d{4})[- ]feb(?:ruary)?[- ]29`,
		`29(?:th)?[- ]feb(?:ruary)?[- ](\d{4})`,
		`feb(?:ruary)?[- ]29(?:th)?(?:[- ]|, ?)(\d{4})`,
	}
	for _, sep := range []string{"-", "/", `\.`, "_", " "} {
		for _, form := range []string{`(\d{4})_0?2_29`, `29_0?2_(\d{4})`, `0?2_29_(\d{4})`} {
			forms = append(forms, strings.ReplaceAll(form, "_", sep))
		}
	}
	return forms
}

// leapText finds 29 February in a text. Of several years it prefers one that
// has no such day, then another one than the given.
func leapText(s string, given int) (year int, text string, ok bool) {
	for len(s) > 0 {
		at := leapTexts.FindStringSubmatchIndex(s)
		if at == nil {
			break
		}
		for group := 2; group < len(at); group += 2 {
			if at[group] < 0 {
				continue
			}
			n, err := strconv.Atoi(s[at[group]:at[group+1]])
			if err == nil && (!ok || IsLeap(year) && !IsLeap(n) || year == given && n != given) {
				year, text, ok = n, trimmed(s[at[0]:at[1]]), true
			}
		}
		s = s[max(at[1]-1, 1):] // what ends one date may begin the next
	}
	return year, text, ok
}

// trimmed is a match without what stands around the date.
func trimmed(match string) string { return dateText.FindString(match) }

var dateText = regexp.MustCompile(`(?i)(?:\d|feb).*\d`)
