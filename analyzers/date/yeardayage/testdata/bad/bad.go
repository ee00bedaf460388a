// Package bad orders and subtracts days of the year across years.
package bad

import "time"

func age(birth time.Time) int {
	now := time.Now()
	years := now.Year() - birth.Year()
	if now.YearDay() < birth.YearDay() { // want `now.YearDay\(\) < birth.YearDay\(\) holds for 1 March 2026 and 1 March 2024, days 60 and 61 of their years`
		years--
	}
	return years
}

func reversed(birth, now time.Time) bool {
	return birth.YearDay() > now.YearDay() // want `holds for 1 March 2028 and 1 March 2026, days 61 and 60 of their years`
}

func reached(birth, now time.Time) bool {
	return now.YearDay() >= birth.YearDay() // want `now.YearDay\(\) >= birth.YearDay\(\) does not hold for 1 March 2026 and 1 March 2024`
}

func notAfter(birth, now time.Time) bool {
	return now.YearDay() <= birth.YearDay() // want `does not hold for 1 March 2028 and 1 March 2026`
}

type booking struct{ Start, End time.Time }

func (b booking) days() int {
	return b.End.YearDay() - b.Start.YearDay() // want `b.End.YearDay\(\) - b.Start.YearDay\(\) is -364 from 31 December 2026 to 1 January 2027`
}

func inclusive(b *booking) int {
	return b.End.YearDay() - b.Start.YearDay() + 1 // want `is -363 from 31 December 2026 to 1 January 2027`
}

func locals(b booking) float64 {
	first := b.Start.UTC().YearDay()
	last := b.End.UTC().YearDay()
	return float64(last - first) // want `last - first is -364 from 31 December 2026 to 1 January 2027`
}

func assigned(b booking) int {
	days := b.End.YearDay()
	days -= b.Start.YearDay() // want `days -= b.Start.YearDay\(\) is -364 from`
	return days
}

func swapped(a, b time.Time) int {
	if a.After(b) {
		a, b = b, a
	}
	return b.YearDay() - a.YearDay() // want `is -364 from 31 December 2026 to 1 January 2027`
}

func until(now time.Time) int {
	start := time.Date(2021, 9, 27, 0, 0, 0, 0, time.UTC)
	return start.YearDay() - now.UTC().YearDay() // want `is -96 from 31 December 2020 to 27 September 2021`
}

func wrapped(next, now time.Time) int {
	days := next.YearDay() - now.YearDay()
	if days < 0 {
		days += 365 // want `days \+= 365 is 0 from 31 December 2028 to 1 January 2029`
	}
	return days
}

func years(from, to time.Time) int {
	return 365*(to.Year()-from.Year()) + to.YearDay() - from.YearDay() // want `is 0 from 31 December 2028 to 1 January 2029`
}

func left(t time.Time) int {
	return 365 - t.YearDay() // want `365 - t.YearDay\(\) on 31 December 2028 is -1`
}

func literal(birth time.Time) func(time.Time) bool {
	return func(now time.Time) bool {
		return now.YearDay() < birth.YearDay() // want `holds for 1 March 2026 and 1 March 2024`
	}
}

type proto struct{ t time.Time }

func (p *proto) AsTime() time.Time { return p.t }

type request struct{ start, end *proto }

func (r *request) GetStart() *proto { return r.start }
func (r *request) GetEnd() *proto   { return r.end }

func getters(r *request) int {
	return r.GetEnd().AsTime().YearDay() - r.GetStart().AsTime().YearDay() // want `is -364 from`
}

func parsed(a, b string) (int, error) {
	from, err := time.Parse(time.DateOnly, a)
	if err != nil {
		return 0, err
	}
	to, err := time.Parse(time.DateOnly, b)
	return to.YearDay() - from.YearDay(), err // want `is -364 from`
}
