// Package bad holds what is reported.
package bad

import (
	"reflect"
	"strconv"
	"time"
)

func validity(years int) time.Time {
	return time.Now().Add(time.Duration(years) * 365 * 24 * time.Hour) // want `time.Duration\(years\) \* 365 \* 24 \* time.Hour overflows for years = 293: added to 2026-01-01 it gives 1734-`
}

func Validity(years uint) time.Time {
	if years == 0 {
		years = 1
	}
	return validity(int(years))
}

func Parsed(text string) (time.Duration, error) {
	val, err := strconv.Atoi(text)
	if err != nil {
		return 0, err
	}
	return time.Hour * 24 * 365 * time.Duration(val), nil // want `overflows for val = 293`
}

// Year is a year as good as any.
const Year = 8760 * time.Hour

type Config struct{ Years int }

func (c Config) Lifetime() time.Duration {
	return Year * time.Duration(c.Years) // want `overflows for c.Years = 293`
}

func Weak(years int) time.Duration {
	if years > 500 {
		return 0
	}
	return time.Duration(years*365*24) * time.Hour // want `overflows for years = 293`
}

func Low(years int) time.Duration {
	if years < 400 {
		return 0
	}
	return time.Duration(years) * Year // want `overflows for years = 400`
}

func Decades(n int) time.Duration {
	return time.Duration(n) * 10 * Year // want `overflows for n = 30`
}

func Compare(a, b any) bool {
	t, ok := a.(time.Time)
	if !ok {
		return false
	}
	u := b.(time.Time)
	return t.UnixNano() < u.UnixNano() // want `t.UnixNano\(\) orders 9999-12-31 before 1970: UnixNano of it is -4852202631933722624`
}

var timeType = reflect.TypeFor[time.Time]()

func Reflected(a, b any) (int, bool) {
	t, ok := a.(time.Time)
	if !ok {
		t = reflect.ValueOf(a).Convert(timeType).Interface().(time.Time)
	}
	u, ok := b.(time.Time)
	if !ok {
		u = reflect.ValueOf(b).Convert(timeType).Interface().(time.Time)
	}
	return compareAny(t.UnixNano(), u.UnixNano()) // want `orders 9999-12-31 before 1970`
}

func compareAny(a, b any) (int, bool) {
	x, ok := a.(int64)
	y, ok2 := b.(int64)
	if x < y {
		return -1, ok && ok2
	}
	return 1, ok && ok2
}

func Sorted(t, u time.Time) bool {
	return u.UnixNano() > t.UnixNano() // want `orders 9999-12-31`
}

type item struct{ expires int64 }

func Expiry(ttl time.Duration) item {
	var expires time.Time
	if ttl > 0 {
		expires = time.Now().Add(ttl)
	}
	return item{expires.UnixNano()} // want `expires.UnixNano\(\) of the zero time, which expires still is on one path, is -6795364578871345152, which is 1754-08-30`
}

func Forever() int64 {
	return time.Date(9999, time.December, 31, 0, 0, 0, 0, time.UTC).UnixNano() // want `of 9999-12-31 is -4852202631933722624, which is 1816-03-29`
}

func Deadline(ttl int32) int32 {
	return int32(time.Now().Unix()) + ttl // want `int32\(time.Now\(\).Unix\(\)\) is calculated with: at 2038-01-19T03:14:08Z it is -2147483648`
}

func Past(t time.Time, limit int32) bool {
	now := int32(t.Unix()) // want `int32\(t.Unix\(\)\) is compared`
	return now > limit
}

func Bucket(t time.Time) int32 {
	return int32(t.Unix()) / 600 // want `is calculated with`
}
