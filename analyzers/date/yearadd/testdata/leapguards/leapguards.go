// Package leapguards holds the ways in which a year is changed, and a leap day
// is kept from harm, that CodeQL's tests for C++ tell apart.
package leapguards

import "time"

type fields struct {
	year  int
	month time.Month
	day   int
}

type outer struct{ inner fields }

func (f fields) time() time.Time { return time.Date(f.year, f.month, f.day, 0, 0, 0, 0, time.UTC) }

func of(t time.Time) fields { return fields{t.Year(), t.Month(), t.Day()} }

func inc(year *int) { *year++ }

func outArgument(t time.Time) time.Time {
	f := of(t)
	inc(&f.year)
	return f.time() // want `gives 1 March 2029`
}

func localOutArgument(t time.Time) time.Time {
	y, m, d := t.Date()
	inc(&y)
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) // want `gives 1 March 2029`
}

func thrice(t time.Time) time.Time {
	f := of(t)
	f.year++
	f.year++
	f.year++
	return f.time() // want `gives 1 March 2031`
}

func pointer(f *fields, t time.Time) time.Time {
	*f = of(t)
	f.year += 2
	return f.time() // want `gives 1 March 2030`
}

func isLeap(y int) bool { return y%4 == 0 && (y%100 != 0 || y%400 == 0) }

func afterCheck(t time.Time) time.Time {
	f := of(t)
	f.year += 4
	if f.month == 2 && f.day == 29 && !isLeap(f.year) {
		f.day = 28
	}
	f.year++
	return f.time() // want `29 February 2028 gives 1 March 2033`
}

func wrongNegation(t time.Time) time.Time {
	f := of(t)
	f.year++
	if f.month == 2 && f.day == 29 && !(f.year%4 != 0 && (f.year%100 != 0 || f.year%400 == 0)) {
		f.day = 28
	}
	return f.time() // want `gives 1 March 2029`
}

func swappedCentury(t time.Time, n int) time.Time {
	f := of(t)
	f.year += n
	leap := f.year%4 == 0 && (f.year%400 != 0 || f.year%100 == 0)
	if f.month == 2 && f.day == 29 && leap {
		f.day = 28
	}
	return f.time() // want `gives 1 March 2029`
}

func fourOnly(t time.Time) time.Time {
	f := of(t)
	f.year += 4
	if f.month == 2 && f.day == 29 && f.year%4 != 0 {
		f.day = 28
	}
	return f.time() // want `29 February 2096 gives 1 March 2100`
}

func setTime(y int, m time.Month, d int) time.Time {
	return fields{y, m, d}.time()
}

func throughFunctions(t time.Time) time.Time {
	return setTime(t.Year()+1, t.Month(), t.Day()) // want `gives 1 March 2029`
}

func januaryThroughFunctions(t time.Time) time.Time {
	return setTime(t.Year()+1, 1, 31)
}

func guardInline(t time.Time) time.Time {
	f := of(t)
	f.year++
	if f.month == 2 && f.day == 29 {
		if !isLeap(f.year) {
			f.day = 28
		}
	}
	return f.time()
}

func fixDay(f *fields) {
	if !isLeap(f.year) {
		fixFebruary(f)
	}
}

func fixFebruary(f *fields) {
	if f.month == time.February {
		f.day = min(f.day, 28)
	}
}

func guardTwoCallsAway(t time.Time) time.Time {
	f := of(t)
	f.year++
	fixDay(&f)
	return f.time()
}

func clamped(y int, m time.Month, d int) int {
	if m == time.February && d == 29 && (y&3 > 0 || !(y%100 > 0) && y%400 > 0) {
		return 28
	}
	return d
}

func guardByValue(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y+1, m, clamped(y+1, m, d), 0, 0, 0, 0, time.UTC)
}

func incrementMonth(t time.Time) time.Time {
	f := of(t)
	if f.month++; f.month > 12 {
		f.month = 1
		f.year++
	}
	return f.time()
}

func nested(t time.Time) time.Time {
	o := outer{of(t)}
	o.inner.year--
	return o.inner.time() // want `gives 1 March 2027`
}

func nestedGuard(t time.Time) time.Time {
	o := outer{of(t)}
	o.inner.year--
	fixDay(&o.inner)
	return o.inner.time()
}

func killed(t time.Time) time.Time {
	f := of(t)
	f.year++
	reset(&f)
	return f.time()
}

func reset(f *fields) { *f = fields{2000, 1, 1} }

func daysInMonth(y int, m time.Month) int {
	days := [...]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}
	if m == time.February && isLeap(y) {
		return 29
	}
	return days[m-1]
}

func byMonthLength(t time.Time) time.Time {
	f := of(t)
	f.year++
	if last := daysInMonth(f.year, f.month); f.day > last {
		f.day = last
	}
	return f.time()
}

func plainCopy(t time.Time) time.Time { return of(t).time() }
