// Package reported dates the lines of a log.
package reported

import "time"

func lineTime(line string) (time.Time, error) {
	t, err := time.ParseInLocation(time.Stamp, line, time.Local)
	if err != nil {
		return time.Time{}, err
	}
	return t.AddDate(time.Now().Year(), 0, 0), nil // want `t.AddDate\(time.Now\(\).Year\(\), 0, 0\) turns "Dec 31 17:48:39", read on 1 January 2027, into 31 December 2027`
}
