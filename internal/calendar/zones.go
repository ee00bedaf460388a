package calendar

import (
	"fmt"
	"strings"
	"time"
)

// A changes holds the day on which clocks are put forward, which has 23 hours,
// and that on which they are put back, which has 25. They are tabled here since
// the machine that leapguard runs on need not have a time zone database.
type changes struct{ forward, back Date }

// Of the year 2026. Source: IANA time zone database, files northamerica,
// europe and australasia.
var (
	american   = &changes{Date{2026, time.March, 8}, Date{2026, time.November, 1}}
	european   = &changes{Date{2026, time.March, 29}, Date{2026, time.October, 25}}
	australian = &changes{Date{2026, time.October, 4}, Date{2026, time.April, 5}}
)

// A clock is the time that a location keeps.
type clock struct {
	offset float64 // of standard time from UTC, in hours
	*changes
}

// clocks holds the locations of which a message can name an hour. Nothing is
// said of others.
var clocks = map[string]clock{
	"America/New_York":    {-5, american},
	"America/Toronto":     {-5, american},
	"US/Eastern":          {-5, american},
	"America/Chicago":     {-6, american},
	"US/Central":          {-6, american},
	"America/Denver":      {-7, american},
	"America/Los_Angeles": {-8, american},
	"US/Pacific":          {-8, american},
	"America/Sao_Paulo":   {-3, nil},
	"Europe/London":       {0, european},
	"Europe/Dublin":       {0, european},
	"Europe/Lisbon":       {0, european},
	"Europe/Amsterdam":    {1, european},
	"Europe/Berlin":       {1, european},
	"Europe/Brussels":     {1, european},
	"Europe/Budapest":     {1, european},
	"Europe/Copenhagen":   {1, european},
	"Europe/Madrid":       {1, european},
	"Europe/Oslo":         {1, european},
	"Europe/Paris":        {1, european},
	"Europe/Prague":       {1, european},
	"Europe/Rome":         {1, european},
	"Europe/Stockholm":    {1, european},
	"Europe/Vienna":       {1, european},
	"Europe/Warsaw":       {1, european},
	"Europe/Zurich":       {1, european},
	"Europe/Athens":       {2, european},
	"Europe/Helsinki":     {2, european},
	"Europe/Istanbul":     {3, nil},
	"Europe/Moscow":       {3, nil},
	"Asia/Kolkata":        {5.5, nil},
	"Asia/Ho_Chi_Minh":    {7, nil},
	"Asia/Shanghai":       {8, nil},
	"Asia/Singapore":      {8, nil},
	"Asia/Seoul":          {9, nil},
	"Asia/Tokyo":          {9, nil},
	"Australia/Melbourne": {10, australian},
	"Australia/Sydney":    {10, australian},
}

// newYork stands for all locations where that is not known.
const newYork = "America/New_York"

// clock returns the clock of a moment's location, that of New York if any
// location is possible.
func (a Moment) clock() (c clock, city string, ok bool) {
	place := a.Place
	if place == "" {
		place = newYork
	}
	c, ok = clocks[place]
	city = strings.ReplaceAll(place[strings.LastIndexByte(place, '/')+1:], "_", " ")
	return c, city, ok && a.Zone != UTC
}

// Forward returns the day of 23 hours of a moment's location, or of New York if
// any location is possible, and the city; ok is false if it is not known that
// the clocks are ever changed.
func (a Moment) Forward() (day Date, city string, ok bool) {
	c, city, ok := a.clock()
	if !ok || c.changes == nil {
		return Date{}, "", false
	}
	return c.forward, city, true
}

// Back returns the day of 25 hours in the same way.
func (a Moment) Back() (day Date, city string, ok bool) {
	c, city, ok := a.clock()
	if !ok || c.changes == nil {
		return Date{}, "", false
	}
	return c.back, city, true
}

// NearMidnight returns half an hour before or after a midnight in a moment's
// location, or of New York if any location is possible, at which the date is
// another one in UTC, and the city; ok is false if no such time is known.
func (a Moment) NearMidnight() (t time.Time, city string, ok bool) {
	c, city, ok := a.clock()
	if !ok {
		return time.Time{}, "", false
	}
	month := time.January
	if c.offset == 0 || c.changes == australian {
		month = time.July // London has summer time, Sydney has not
	}
	if c.offset == 0 {
		c.offset = 1
	}
	zone := time.FixedZone(city, int(c.offset*3600))
	if c.offset < 0 {
		return time.Date(2026, month, 15, 23, 30, 0, 0, zone), city, true
	}
	return time.Date(2026, month, 15, 0, 30, 0, 0, zone), city, true
}

// kolkata stands for all locations whose offset from UTC is no whole number of
// hours.
const kolkata = "Asia/Kolkata"

// PastHour returns ten past an hour in a moment's location, or in Kolkata if
// any location is possible, and the city; ok is false if it is not known that
// the offset of the location from UTC is no whole number of hours.
func (a Moment) PastHour() (t time.Time, city string, ok bool) {
	if a.Place == "" {
		a.Place = kolkata
	}
	c, city, ok := a.clock()
	seconds := int(c.offset * 3600)
	zone := time.FixedZone(city, seconds)
	return time.Date(2026, time.January, 15, 10, 10, 0, 0, zone), city, ok && seconds%3600 != 0
}

// How messages write a time.
const (
	Clock     = "15:04 on 2 January"
	ClockDate = Clock + " 2006"
)

// Plus returns the date some days later.
func (d Date) Plus(days int) Date {
	return Date{d.Year, d.Month, d.Day + days}.Normalize()
}

// ShortDate returns the date without its year: 29 February.
func (d Date) ShortDate() string { return fmt.Sprintf("%d %s", d.Day, d.Month) }
