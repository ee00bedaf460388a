// Package moment returns times of which something is known.
package moment

import (
	"crypto/x509"
	"os"
	"time"
)

func now() time.Time { return time.Now() }

func utc() time.Time { return time.Now().UTC() }

func local() time.Time { return time.Now().UTC().Local() }

func unix() time.Time { return time.Unix(0, 0).AddDate(0, 0, 40) }

func berlin() (time.Time, error) {
	loc, err := time.LoadLocation("Europe/Berlin")
	return time.Now().In(loc), err
}

func loaded(name string) (time.Time, error) {
	loc, err := time.LoadLocation(name)
	return time.Now().In(loc), err
}

func named() (time.Time, error) {
	loc, err := time.LoadLocation("UTC")
	return time.Now().In(loc), err
}

var tokyo, _ = time.LoadLocation("Asia/Tokyo")

func inVariable() time.Time { return time.Now().In(tokyo) }

func fixed() time.Time { return time.Now().In(time.FixedZone("", 3600)) }

func midnight() time.Time {
	t := time.Now()
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, t.Location())
}

func midnightOf(day int) time.Time {
	return time.Date(2026, time.March, day, 0, 0, 0, 0, time.Local).AddDate(0, 0, 1)
}

// A midnight of Berlin need not be one elsewhere.
func moved() (time.Time, error) {
	t, err := berlin()
	return time.Date(2026, time.March, 29, 0, 0, 0, 0, t.Location()).Local(), err
}

func relabelled() time.Time {
	t := time.Now()
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

func noon() time.Time {
	return time.Date(2026, time.March, 8, 12, 0, 0, 0, time.UTC)
}

func shifted() time.Time { return midnightOf(1).Add(24 * time.Hour) }

func truncated() time.Time { return time.Now().UTC().Truncate(24 * time.Hour) }

func truncatedLocally() time.Time { return midnight().Truncate(24 * time.Hour) }

func seconds() time.Time { return midnight().Truncate(time.Second) }

func parsed(s string) (time.Time, error) { return time.Parse(time.DateOnly, s) }

func parsedThere(s string) (time.Time, error) {
	return time.ParseInLocation(time.DateOnly, s, time.Local)
}

func stamp(s string) (time.Time, error) {
	return time.ParseInLocation(time.RFC3339, s, time.Local)
}

func file(f os.FileInfo) time.Time { return f.ModTime() }

func expiry(cert *x509.Certificate) time.Time { return cert.NotAfter }

func either(ok bool) time.Time {
	t := utc()
	if ok {
		t = local()
	}
	return t
}

func loop(n int) time.Time {
	t := time.Now()
	for range n {
		t = t.Add(time.Hour)
	}
	return t
}

func parameter(t time.Time) time.Time { return t }

func called() time.Time { return parameter(time.Unix(1, 0)) }
