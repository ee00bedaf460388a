package calendar

import (
	"regexp"
	"strconv"
)

// leapTexts match 29 February of a year in text, by numbers or names, in the
// usual orders. The year is the first group that matches.
var leapTexts = regexp.MustCompile(`(?i)(?:^|\D)(?:` +
	`(\d{4})0229(?:\d{6})?` + // 20280229, 20280229150405
	`|2902(\d{4})` +
	`|(\d{4})(?:[-/._ ]|年)(?:0?2|feb(?:ruary)?)(?:[-/._ ]|月)29` +
	`|29(?:th)?[-/._ ](?:0?2|feb(?:ruary)?)[-/._ ](\d{4})` +
	`|(?:0?2[-/._]|feb(?:ruary)?[-/._ ])29(?:th)?(?:[-/._ ]|, ?)(\d{4})` +
	`)(?:\D|$)`)

// leapText finds 29 February in a text. Of several years it prefers one that has no
// such day, then another one than the given.
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
			n, _ := strconv.Atoi(s[at[group]:at[group+1]])
			if !ok || IsLeap(year) && !IsLeap(n) || year == given && n != given {
				year, text, ok = n, trimmed(s[at[0]:at[1]]), true
			}
		}
		s = s[max(at[1]-1, 1):] // what ends one date may begin the next
	}
	return year, text, ok
}

// trimmed is a match without the text around the date.
func trimmed(match string) string { return dateText.FindString(match) }

var dateText = regexp.MustCompile(`(?i)(?:\d|feb).*\d`)
