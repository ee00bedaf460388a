// Package libraries calls what models describe of libraries; the comments say
// what the package under test knows of the results.
package libraries

import (
	"crypto/x509"
	"time"

	"cloud.google.com/go/civil"
	cloudfoundry "code.cloudfoundry.org/clock"
	benbjohnson "github.com/benbjohnson/clock"
	"github.com/coder/quartz"
	dromara "github.com/dromara/carbon/v2"
	facebookgo "github.com/facebookgo/clock"
	golang "github.com/golang-module/carbon/v2"
	sqlcivil "github.com/golang-sql/civil"
	"github.com/jinzhu/now"
	"github.com/jonboulle/clockwork"
	juju "github.com/juju/clock"
	rickb "github.com/rickb777/date"
	uniplaces "github.com/uniplaces/carbon"
	"google.golang.org/protobuf/types/known/timestamppb"
	"gorm.io/gorm"
	v1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	k8s "k8s.io/utils/clock"
)

func see(any) {}

type object struct {
	Created v1.Time
	Touched v1.MicroTime
	Due     time.Time
	Stamp   *timestamppb.Timestamp
}

type row struct{ gorm.Model }

func dromaraCarbon(n int) {
	see(dromara.Now())                                             // want `^now any day, instant$`
	see(dromara.CreateFromStdTime(time.Now().UTC()))               // want `^now any day, UTC, instant$`
	see(dromara.CreateFromStdTime(time.Now().UTC(), "Asia/Tokyo")) // want `^now any day, instant$`
	see(dromara.CreateFromStdTime(time.Now().UTC()).StdTime())     // want `^now any day, UTC, instant$`
	see(dromara.CreateFromStdTime(time.Now().UTC()).Year())        // want `^\(time\.Time\)\.Year$`
	see(dromara.CreateFromStdTime(time.Now().UTC()).Month())       // want `^\(time\.Time\)\.Month$`
	see(dromara.CreateFromStdTime(time.Now().UTC()).MonthOfYear()) // want `^\(time\.Time\)\.Month$`
	see(dromara.CreateFromStdTime(time.Now().UTC()).Day())         // want `^\(time\.Time\)\.Day$`
	see(dromara.CreateFromStdTime(time.Now().UTC()).DayOfMonth())  // want `^\(time\.Time\)\.Day$`
	see(dromara.CreateFromStdTime(time.Now().UTC()).DayOfYear())   // want `^\(time\.Time\)\.YearDay$`
	y, m, d := dromara.CreateFromStdTime(time.Now().UTC()).Date()
	see(y)                                                                    // want `^Year of Date$`
	see(m)                                                                    // want `^Month of Date$`
	see(d)                                                                    // want `^Day of Date$`
	see(dromara.CreateFromStdTime(time.Now().UTC()).Layout("2006"))           // want `^\(time\.Time\)\.Format$`
	see(dromara.CreateFromStdTime(time.Now().UTC()).StartOfDay())             // want `^now any day, UTC, midnight, instant$`
	see(dromara.CreateFromStdTime(time.Now().UTC()).EndOfDay())               // want `^now any day, UTC, instant$`
	see(dromara.CreateFromStdTime(time.Now().UTC()).StartOfWeek())            // want `^now any day, UTC, midnight, instant$`
	see(dromara.CreateFromStdTime(time.Now().UTC()).StartOfMonth())           // want `^now first, UTC, midnight, instant$`
	see(dromara.CreateFromStdTime(time.Now().UTC()).EndOfMonth())             // want `^now any day, UTC, instant$`
	see(dromara.CreateFromStdTime(time.Now().UTC()).StartOfQuarter())         // want `^now first, UTC, midnight, instant$`
	see(dromara.CreateFromStdTime(time.Now().UTC()).StartOfYear())            // want `^now first, UTC, midnight, instant$`
	see(dromara.CreateFromStdTime(time.Now().UTC()).AddDay())                 // want `^moves 0, 0, 1: now any day, UTC, instant$`
	see(dromara.CreateFromStdTime(time.Now().UTC()).AddDays(n))               // want `^moves 0, 0, 1 times n: now any day, UTC, instant$`
	see(dromara.CreateFromStdTime(time.Now().UTC()).SubDay())                 // want `^moves 0, 0, -1: now any day, UTC, instant$`
	see(dromara.CreateFromStdTime(time.Now().UTC()).SubDays(n))               // want `^moves 0, 0, -1 times n: now any day, UTC, instant$`
	see(dromara.CreateFromStdTime(time.Now().UTC()).AddWeek())                // want `^moves 0, 0, 7: now any day, UTC, instant$`
	see(dromara.CreateFromStdTime(time.Now().UTC()).AddWeeks(n))              // want `^moves 0, 0, 7 times n: now any day, UTC, instant$`
	see(dromara.CreateFromStdTime(time.Now().UTC()).SubWeek())                // want `^moves 0, 0, -7: now any day, UTC, instant$`
	see(dromara.CreateFromStdTime(time.Now().UTC()).SubWeeks(n))              // want `^moves 0, 0, -7 times n: now any day, UTC, instant$`
	see(dromara.CreateFromStdTime(time.Now().UTC()).AddMonth())               // want `^moves 0, 1, 0: now any day, UTC, instant$`
	see(dromara.CreateFromStdTime(time.Now().UTC()).AddMonths(n))             // want `^moves 0, 1 times n, 0: now any day, UTC, instant$`
	see(dromara.CreateFromStdTime(time.Now().UTC()).AddMonthNoOverflow())     // want `^now any day, UTC, instant$`
	see(dromara.CreateFromStdTime(time.Now().UTC()).AddMonthsNoOverflow(n))   // want `^now any day, UTC, instant$`
	see(dromara.CreateFromStdTime(time.Now().UTC()).SubMonth())               // want `^moves 0, -1, 0: now any day, UTC, instant$`
	see(dromara.CreateFromStdTime(time.Now().UTC()).SubMonths(n))             // want `^moves 0, -1 times n, 0: now any day, UTC, instant$`
	see(dromara.CreateFromStdTime(time.Now().UTC()).SubMonthNoOverflow())     // want `^now any day, UTC, instant$`
	see(dromara.CreateFromStdTime(time.Now().UTC()).SubMonthsNoOverflow(n))   // want `^now any day, UTC, instant$`
	see(dromara.CreateFromStdTime(time.Now().UTC()).AddQuarter())             // want `^moves 0, 3, 0: now any day, UTC, instant$`
	see(dromara.CreateFromStdTime(time.Now().UTC()).AddQuarters(n))           // want `^moves 0, 3 times n, 0: now any day, UTC, instant$`
	see(dromara.CreateFromStdTime(time.Now().UTC()).AddQuarterNoOverflow())   // want `^now any day, UTC, instant$`
	see(dromara.CreateFromStdTime(time.Now().UTC()).AddQuartersNoOverflow(n)) // want `^now any day, UTC, instant$`
	see(dromara.CreateFromStdTime(time.Now().UTC()).SubQuarter())             // want `^moves 0, -3, 0: now any day, UTC, instant$`
	see(dromara.CreateFromStdTime(time.Now().UTC()).SubQuarters(n))           // want `^moves 0, -3 times n, 0: now any day, UTC, instant$`
	see(dromara.CreateFromStdTime(time.Now().UTC()).SubQuarterNoOverflow())   // want `^now any day, UTC, instant$`
	see(dromara.CreateFromStdTime(time.Now().UTC()).SubQuartersNoOverflow(n)) // want `^now any day, UTC, instant$`
	see(dromara.CreateFromStdTime(time.Now().UTC()).AddYear())                // want `^moves 1, 0, 0: now any day, UTC, instant$`
	see(dromara.CreateFromStdTime(time.Now().UTC()).AddYears(n))              // want `^moves 1 times n, 0, 0: now any day, UTC, instant$`
	see(dromara.CreateFromStdTime(time.Now().UTC()).AddYearNoOverflow())      // want `^now any day, UTC, instant$`
	see(dromara.CreateFromStdTime(time.Now().UTC()).AddYearsNoOverflow(n))    // want `^now any day, UTC, instant$`
	see(dromara.CreateFromStdTime(time.Now().UTC()).SubYear())                // want `^moves -1, 0, 0: now any day, UTC, instant$`
	see(dromara.CreateFromStdTime(time.Now().UTC()).SubYears(n))              // want `^moves -1 times n, 0, 0: now any day, UTC, instant$`
	see(dromara.CreateFromStdTime(time.Now().UTC()).SubYearNoOverflow())      // want `^now any day, UTC, instant$`
	see(dromara.CreateFromStdTime(time.Now().UTC()).SubYearsNoOverflow(n))    // want `^now any day, UTC, instant$`
}

func golangCarbon(n int) {
	see(golang.Now())                                             // want `^now any day, instant$`
	see(golang.CreateFromStdTime(time.Now().UTC()))               // want `^now any day, UTC, instant$`
	see(golang.CreateFromStdTime(time.Now().UTC(), "Asia/Tokyo")) // want `^now any day, instant$`
	see(golang.CreateFromStdTime(time.Now().UTC()).StdTime())     // want `^now any day, UTC, instant$`
	see(golang.CreateFromStdTime(time.Now().UTC()).Year())        // want `^\(time\.Time\)\.Year$`
	see(golang.CreateFromStdTime(time.Now().UTC()).Month())       // want `^\(time\.Time\)\.Month$`
	see(golang.CreateFromStdTime(time.Now().UTC()).MonthOfYear()) // want `^\(time\.Time\)\.Month$`
	see(golang.CreateFromStdTime(time.Now().UTC()).Day())         // want `^\(time\.Time\)\.Day$`
	see(golang.CreateFromStdTime(time.Now().UTC()).DayOfMonth())  // want `^\(time\.Time\)\.Day$`
	see(golang.CreateFromStdTime(time.Now().UTC()).DayOfYear())   // want `^\(time\.Time\)\.YearDay$`
	y, m, d := golang.CreateFromStdTime(time.Now().UTC()).Date()
	see(y)                                                                   // want `^Year of Date$`
	see(m)                                                                   // want `^Month of Date$`
	see(d)                                                                   // want `^Day of Date$`
	see(golang.CreateFromStdTime(time.Now().UTC()).Layout("2006"))           // want `^\(time\.Time\)\.Format$`
	see(golang.CreateFromStdTime(time.Now().UTC()).StartOfDay())             // want `^now any day, UTC, midnight, instant$`
	see(golang.CreateFromStdTime(time.Now().UTC()).EndOfDay())               // want `^now any day, UTC, instant$`
	see(golang.CreateFromStdTime(time.Now().UTC()).StartOfWeek())            // want `^now any day, UTC, midnight, instant$`
	see(golang.CreateFromStdTime(time.Now().UTC()).StartOfMonth())           // want `^now first, UTC, midnight, instant$`
	see(golang.CreateFromStdTime(time.Now().UTC()).EndOfMonth())             // want `^now any day, UTC, instant$`
	see(golang.CreateFromStdTime(time.Now().UTC()).StartOfQuarter())         // want `^now first, UTC, midnight, instant$`
	see(golang.CreateFromStdTime(time.Now().UTC()).StartOfYear())            // want `^now first, UTC, midnight, instant$`
	see(golang.CreateFromStdTime(time.Now().UTC()).AddDay())                 // want `^moves 0, 0, 1: now any day, UTC, instant$`
	see(golang.CreateFromStdTime(time.Now().UTC()).AddDays(n))               // want `^moves 0, 0, 1 times n: now any day, UTC, instant$`
	see(golang.CreateFromStdTime(time.Now().UTC()).SubDay())                 // want `^moves 0, 0, -1: now any day, UTC, instant$`
	see(golang.CreateFromStdTime(time.Now().UTC()).SubDays(n))               // want `^moves 0, 0, -1 times n: now any day, UTC, instant$`
	see(golang.CreateFromStdTime(time.Now().UTC()).AddWeek())                // want `^moves 0, 0, 7: now any day, UTC, instant$`
	see(golang.CreateFromStdTime(time.Now().UTC()).AddWeeks(n))              // want `^moves 0, 0, 7 times n: now any day, UTC, instant$`
	see(golang.CreateFromStdTime(time.Now().UTC()).SubWeek())                // want `^moves 0, 0, -7: now any day, UTC, instant$`
	see(golang.CreateFromStdTime(time.Now().UTC()).SubWeeks(n))              // want `^moves 0, 0, -7 times n: now any day, UTC, instant$`
	see(golang.CreateFromStdTime(time.Now().UTC()).AddMonth())               // want `^moves 0, 1, 0: now any day, UTC, instant$`
	see(golang.CreateFromStdTime(time.Now().UTC()).AddMonths(n))             // want `^moves 0, 1 times n, 0: now any day, UTC, instant$`
	see(golang.CreateFromStdTime(time.Now().UTC()).AddMonthNoOverflow())     // want `^now any day, UTC, instant$`
	see(golang.CreateFromStdTime(time.Now().UTC()).AddMonthsNoOverflow(n))   // want `^now any day, UTC, instant$`
	see(golang.CreateFromStdTime(time.Now().UTC()).SubMonth())               // want `^moves 0, -1, 0: now any day, UTC, instant$`
	see(golang.CreateFromStdTime(time.Now().UTC()).SubMonths(n))             // want `^moves 0, -1 times n, 0: now any day, UTC, instant$`
	see(golang.CreateFromStdTime(time.Now().UTC()).SubMonthNoOverflow())     // want `^now any day, UTC, instant$`
	see(golang.CreateFromStdTime(time.Now().UTC()).SubMonthsNoOverflow(n))   // want `^now any day, UTC, instant$`
	see(golang.CreateFromStdTime(time.Now().UTC()).AddQuarter())             // want `^moves 0, 3, 0: now any day, UTC, instant$`
	see(golang.CreateFromStdTime(time.Now().UTC()).AddQuarters(n))           // want `^moves 0, 3 times n, 0: now any day, UTC, instant$`
	see(golang.CreateFromStdTime(time.Now().UTC()).AddQuarterNoOverflow())   // want `^now any day, UTC, instant$`
	see(golang.CreateFromStdTime(time.Now().UTC()).AddQuartersNoOverflow(n)) // want `^now any day, UTC, instant$`
	see(golang.CreateFromStdTime(time.Now().UTC()).SubQuarter())             // want `^moves 0, -3, 0: now any day, UTC, instant$`
	see(golang.CreateFromStdTime(time.Now().UTC()).SubQuarters(n))           // want `^moves 0, -3 times n, 0: now any day, UTC, instant$`
	see(golang.CreateFromStdTime(time.Now().UTC()).SubQuarterNoOverflow())   // want `^now any day, UTC, instant$`
	see(golang.CreateFromStdTime(time.Now().UTC()).SubQuartersNoOverflow(n)) // want `^now any day, UTC, instant$`
	see(golang.CreateFromStdTime(time.Now().UTC()).AddYear())                // want `^moves 1, 0, 0: now any day, UTC, instant$`
	see(golang.CreateFromStdTime(time.Now().UTC()).AddYears(n))              // want `^moves 1 times n, 0, 0: now any day, UTC, instant$`
	see(golang.CreateFromStdTime(time.Now().UTC()).AddYearNoOverflow())      // want `^now any day, UTC, instant$`
	see(golang.CreateFromStdTime(time.Now().UTC()).AddYearsNoOverflow(n))    // want `^now any day, UTC, instant$`
	see(golang.CreateFromStdTime(time.Now().UTC()).SubYear())                // want `^moves -1, 0, 0: now any day, UTC, instant$`
	see(golang.CreateFromStdTime(time.Now().UTC()).SubYears(n))              // want `^moves -1 times n, 0, 0: now any day, UTC, instant$`
	see(golang.CreateFromStdTime(time.Now().UTC()).SubYearNoOverflow())      // want `^now any day, UTC, instant$`
	see(golang.CreateFromStdTime(time.Now().UTC()).SubYearsNoOverflow(n))    // want `^now any day, UTC, instant$`
}

func uniplacesCarbon(n int) {
	see(uniplaces.Now())                                              // want `^now any day, instant$`
	see(uniplaces.NewCarbon(time.Now().UTC()))                        // want `^now any day, UTC, instant$`
	see(uniplaces.NewCarbon(time.Now().UTC()).Time)                   // want `^now any day, UTC, instant$`
	see(uniplaces.NewCarbon(time.Now().UTC()).StartOfDay())           // want `^now any day, UTC, midnight, instant$`
	see(uniplaces.NewCarbon(time.Now().UTC()).EndOfDay())             // want `^now any day, UTC, instant$`
	see(uniplaces.NewCarbon(time.Now().UTC()).StartOfMonth())         // want `^now first, UTC, midnight, instant$`
	see(uniplaces.NewCarbon(time.Now().UTC()).EndOfMonth())           // want `^now any day, UTC, instant$`
	see(uniplaces.NewCarbon(time.Now().UTC()).StartOfQuarter())       // want `^now first, UTC, midnight, instant$`
	see(uniplaces.NewCarbon(time.Now().UTC()).StartOfYear())          // want `^now first, UTC, midnight, instant$`
	see(uniplaces.NewCarbon(time.Now().UTC()).AddDay())               // want `^moves 0, 0, 1: now any day, UTC, instant$`
	see(uniplaces.NewCarbon(time.Now().UTC()).AddDays(n))             // want `^moves 0, 0, 1 times n: now any day, UTC, instant$`
	see(uniplaces.NewCarbon(time.Now().UTC()).SubDay())               // want `^moves 0, 0, -1: now any day, UTC, instant$`
	see(uniplaces.NewCarbon(time.Now().UTC()).SubDays(n))             // want `^moves 0, 0, -1 times n: now any day, UTC, instant$`
	see(uniplaces.NewCarbon(time.Now().UTC()).AddWeek())              // want `^moves 0, 0, 7: now any day, UTC, instant$`
	see(uniplaces.NewCarbon(time.Now().UTC()).AddWeeks(n))            // want `^moves 0, 0, 7 times n: now any day, UTC, instant$`
	see(uniplaces.NewCarbon(time.Now().UTC()).SubWeek())              // want `^moves 0, 0, -7: now any day, UTC, instant$`
	see(uniplaces.NewCarbon(time.Now().UTC()).SubWeeks(n))            // want `^moves 0, 0, -7 times n: now any day, UTC, instant$`
	see(uniplaces.NewCarbon(time.Now().UTC()).AddMonth())             // want `^moves 0, 1, 0: now any day, UTC, instant$`
	see(uniplaces.NewCarbon(time.Now().UTC()).AddMonths(n))           // want `^moves 0, 1 times n, 0: now any day, UTC, instant$`
	see(uniplaces.NewCarbon(time.Now().UTC()).AddMonthNoOverflow())   // want `^now any day, UTC, instant$`
	see(uniplaces.NewCarbon(time.Now().UTC()).AddMonthsNoOverflow(n)) // want `^now any day, UTC, instant$`
	see(uniplaces.NewCarbon(time.Now().UTC()).SubMonth())             // want `^moves 0, -1, 0: now any day, UTC, instant$`
	see(uniplaces.NewCarbon(time.Now().UTC()).SubMonths(n))           // want `^moves 0, -1 times n, 0: now any day, UTC, instant$`
	see(uniplaces.NewCarbon(time.Now().UTC()).SubMonthNoOverflow())   // want `^now any day, UTC, instant$`
	see(uniplaces.NewCarbon(time.Now().UTC()).SubMonthsNoOverflow(n)) // want `^now any day, UTC, instant$`
	see(uniplaces.NewCarbon(time.Now().UTC()).AddQuarter())           // want `^moves 0, 3, 0: now any day, UTC, instant$`
	see(uniplaces.NewCarbon(time.Now().UTC()).AddQuarters(n))         // want `^moves 0, 3 times n, 0: now any day, UTC, instant$`
	see(uniplaces.NewCarbon(time.Now().UTC()).SubQuarter())           // want `^moves 0, -3, 0: now any day, UTC, instant$`
	see(uniplaces.NewCarbon(time.Now().UTC()).SubQuarters(n))         // want `^moves 0, -3 times n, 0: now any day, UTC, instant$`
	see(uniplaces.NewCarbon(time.Now().UTC()).AddYear())              // want `^moves 1, 0, 0: now any day, UTC, instant$`
	see(uniplaces.NewCarbon(time.Now().UTC()).AddYears(n))            // want `^moves 1 times n, 0, 0: now any day, UTC, instant$`
	see(uniplaces.NewCarbon(time.Now().UTC()).SubYear())              // want `^moves -1, 0, 0: now any day, UTC, instant$`
	see(uniplaces.NewCarbon(time.Now().UTC()).SubYears(n))            // want `^moves -1 times n, 0, 0: now any day, UTC, instant$`
}

func jinzhuNow() {
	see(now.With(time.Now().UTC()))                      // want `^now any day, UTC, instant$`
	see(now.New(time.Now().UTC()))                       // want `^now any day, UTC, instant$`
	see(new(now.Config).With(time.Now().UTC()))          // want `^now any day, UTC, instant$`
	see(now.With(time.Now().UTC()).Time)                 // want `^now any day, UTC, instant$`
	see(now.With(time.Now().UTC()).BeginningOfDay())     // want `^now any day, UTC, midnight, instant$`
	see(now.With(time.Now().UTC()).EndOfDay())           // want `^now any day, UTC, instant$`
	see(now.With(time.Now().UTC()).BeginningOfWeek())    // want `^now any day, UTC, midnight, instant$`
	see(now.With(time.Now().UTC()).BeginningOfMonth())   // want `^now first, UTC, midnight, instant$`
	see(now.With(time.Now().UTC()).EndOfMonth())         // want `^now any day, UTC, instant$`
	see(now.With(time.Now().UTC()).BeginningOfQuarter()) // want `^now first, UTC, midnight, instant$`
	see(now.With(time.Now().UTC()).BeginningOfYear())    // want `^now first, UTC, midnight, instant$`
	see(now.With(time.Now().UTC()).BeginningOfHalf())    // want `^now first, UTC, midnight, instant$`
	see(now.BeginningOfDay())                            // want `^now any day, Local, midnight, instant$`
	see(now.EndOfDay())                                  // want `^now any day, Local, instant$`
	see(now.BeginningOfWeek())                           // want `^now any day, Local, midnight, instant$`
	see(now.BeginningOfMonth())                          // want `^now first, Local, midnight, instant$`
	see(now.EndOfMonth())                                // want `^now any day, Local, instant$`
	see(now.BeginningOfQuarter())                        // want `^now first, Local, midnight, instant$`
	see(now.BeginningOfYear())                           // want `^now first, Local, midnight, instant$`
}

func clocks(a benbjohnson.Clock, b *benbjohnson.Mock, c facebookgo.Clock, d *facebookgo.Mock, e quartz.Clock, f clockwork.Clock, g juju.Clock, h cloudfoundry.Clock, i k8s.Clock) {
	see(a.Now())               // want `^now any day, instant$`
	see(b.Now())               // want `^now any day, instant$`
	see(c.Now())               // want `^now any day, instant$`
	see(d.Now())               // want `^now any day, instant$`
	see(e.Now())               // want `^now any day, instant$`
	see(f.Now())               // want `^now any day, instant$`
	see(g.Now())               // want `^now any day, instant$`
	see(h.Now())               // want `^now any day, instant$`
	see(i.Now())               // want `^now any day, instant$`
	see(k8s.RealClock{}.Now()) // want `^now any day, Local, instant$`
}

func kubernetes(o object) {
	see(v1.Now())                          // want `^now any day, Local, instant$`
	see(v1.NowMicro())                     // want `^now any day, Local, instant$`
	see(v1.Now().Time)                     // want `^now any day, Local, instant$`
	see(v1.NewTime(time.Now().UTC()))      // want `^now any day, UTC, instant$`
	see(v1.NewMicroTime(time.Now().UTC())) // want `^now any day, UTC, instant$`
	see(o.Created.Time)                    // want `^instant$`
	see(o.Touched.Time)                    // want `^instant$`
	see(o.Due)                             // want `^nothing$`
	t := v1.Now()
	see(t.UTC()) // want `^now any day, UTC, instant$`
	t.Time = o.Due
	see(t.Time) // want `^nothing$`
}

func protobuf(ts object) {
	m := ts.Stamp
	see(timestamppb.Now())           // want `^now any day, Local, instant$`
	see(timestamppb.New(time.Now())) // want `^now any day, Local, instant$`
	see(timestamppb.Now().AsTime())  // want `^now any day, UTC, instant$`
	see(m.AsTime())                  // want `^UTC$`
}

func dates(n int) {
	see(civil.DateOf(time.Now()))                 // want `^now any day, Local, instant$`
	see(civil.DateOf(time.Now()).In(time.UTC))    // want `^now any day, UTC, midnight$`
	see(civil.DateOf(time.Now()).AddDays(n))      // want `^moves 0, 0, 1 times n: now any day, Local, instant$`
	see(civil.DateOf(time.Now()).AddMonths(n))    // want `^moves 0, 1 times n, 0: now any day, Local, instant$`
	see(civil.DateOf(time.Now()).AddYears(1))     // want `^moves 1, 0, 0: now any day, Local, instant$`
	see(sqlcivil.DateOf(time.Now()))              // want `^now any day, Local, instant$`
	see(sqlcivil.DateOf(time.Now()).In(time.UTC)) // want `^now any day, UTC, midnight$`
	see(sqlcivil.DateOf(time.Now()).AddDays(n))   // want `^moves 0, 0, 1 times n: now any day, Local, instant$`
	see(rickb.Today())                            // want `^now any day, instant$`
	see(rickb.NewAt(time.Now()))                  // want `^now any day, Local, instant$`
	see(rickb.NewAt(time.Now()).In(time.UTC))     // want `^now any day, UTC, midnight$`
	see(rickb.NewAt(time.Now()).AddDate(0, n, 0)) // want `^moves 0, 1 times n, 0: now any day, Local, instant$`
	see(rickb.NewAt(time.Now()).Year())           // want `^\(time\.Time\)\.Year$`
	see(rickb.NewAt(time.Now()).Month())          // want `^\(time\.Time\)\.Month$`
	see(rickb.NewAt(time.Now()).Day())            // want `^\(time\.Time\)\.Day$`
	see(rickb.NewAt(time.Now()).YearDay())        // want `^\(time\.Time\)\.YearDay$`
	y, m, _ := rickb.NewAt(time.Now()).Date()
	see(y) // want `^Year of Date$`
	see(m) // want `^Month of Date$`
}

func timestamps(r row, c x509.Certificate) {
	see(r.CreatedAt) // want `^instant$`
	see(r.UpdatedAt) // want `^instant$`
	see(c.NotBefore) // want `^instant$`
	see(c.NotAfter)  // want `^instant$`
}

func changed() {
	c := uniplaces.NewCarbon(time.Now())
	c.SetDay(1)
	see(c.AddMonth()) // want `^moves 0, 1, 0: nothing$`
	d := dromara.Now()
	d.AddMonth()
	see(d.AddMonth()) // want `^moves 0, 1, 0: nothing$`
	e := dromara.Now()
	println(e.ToDateString())
	see(e.AddMonth())            // want `^moves 0, 1, 0: now any day, instant$`
	see(dromara.Now().SetDay(1)) // want `^nothing$`
}
