package good

import (
	"fmt"
	"time"
)

type record struct {
	Created, Updated time.Time
	Year             int
	Elapsed          time.Duration
}

func once() time.Time {
	now := time.Now()
	return time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, now.Location())
}

func notJoined() (int, time.Month) {
	year := time.Now().Year()
	month := time.Now().Month()
	return year, month
}

func measured() time.Duration { return time.Now().Sub(time.Now()) }

func made() record { return record{Created: time.Now(), Updated: time.Now(), Year: time.Now().Year()} }

func christmas() bool { return time.Now().Month() == time.December && time.Now().Day() == 25 }

func oneRead(year int) time.Time {
	return time.Date(year, time.Now().Month(), 1, 0, 0, 0, 0, time.UTC)
}

func years() string { return fmt.Sprintf("%d-%d", time.Now().Year(), time.Now().Year()+1) }

func seed() string { return fmt.Sprintf("%d%d", time.Now().Unix(), time.Now().Nanosecond()) }

func closures() string {
	return text(func() int { return time.Now().Year() }, func() int { return time.Now().YearDay() })
}

func text(parts ...func() int) string { return "" }

func separate(f func(year, second int)) { f(time.Now().Year(), time.Now().Second()) }

// due is next month's if the day has come; the day on which the month may end
// between two reads decides that too.
func due(day int) time.Time {
	if day <= time.Now().Day() {
		return time.Date(time.Now().Year(), time.Now().Month()+1, day, 0, 0, 0, 0, time.UTC)
	}
	return time.Date(time.Now().Year(), time.Now().Month(), day, 0, 0, 0, 0, time.UTC)
}

// SOA is the record of RFC 1035.
type SOA struct {
	Ns     string
	Serial uint32
}

func negative() *SOA {
	return &SOA{
		Ns:     "ns.example.com.",
		Serial: uint32(time.Now().Year()*10000 + int(time.Now().Month())*100 + time.Now().Day()),
	}
}
