// Package libraries adds months through libraries.
package libraries

import (
	"fmt"
	"time"

	"cloud.google.com/go/civil"
	"github.com/dromara/carbon/v2"
	old "github.com/golang-module/carbon/v2"
	"github.com/jinzhu/now"
	embedded "github.com/uniplaces/carbon"
	"google.golang.org/protobuf/types/known/timestamppb"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

func movedFirst() time.Time {
	return now.With(time.Now().AddDate(0, -1, 0)).BeginningOfMonth() // want `time\.Now\(\)\.AddDate\(0, -1, 0\) on 31 March 2026 gives 3 March, so BeginningOfMonth names the wrong month`
}

func anchoredFirst() string {
	return now.With(time.Now()).BeginningOfMonth().AddDate(0, -1, 0).Format("2006-01")
}

func window(t time.Time) (from, to time.Time) {
	n := now.New(t.AddDate(0, -1, 0)) // want `t\.AddDate\(0, -1, 0\) on 31 March 2026 gives 3 March, so BeginningOfMonth names the wrong month`
	return n.BeginningOfMonth(), n.EndOfMonth()
}

func rightWindow(t time.Time) (from, to time.Time) {
	n := now.New(now.New(t).BeginningOfMonth().AddDate(0, -1, 0))
	return n.BeginningOfMonth(), n.EndOfMonth()
}

func promoted(t time.Time) time.Month {
	return now.With(t).AddDate(0, 1, 0).Month() // want `now\.With\(t\)\.AddDate\(0, 1, 0\) on 31 January 2026 gives 3 March, so Month names the wrong month`
}

func lastDay() string {
	return now.EndOfMonth().AddDate(0, 1, 0).Format("2006-01") // want `now\.EndOfMonth\(\)\.AddDate\(0, 1, 0\) on 31 January 2026 gives 3 March, so "2006-01" names the wrong month`
}

func week() time.Month {
	return now.BeginningOfWeek().AddDate(0, 1, 0).Month() // want `so Month names the wrong month`
}

func day(t time.Time) time.Time {
	return now.With(t.AddDate(0, 1, 0)).BeginningOfDay()
}

func quarter(t time.Time) time.Time {
	return now.With(t.AddDate(0, 1, 0)).BeginningOfYear() // 31 December is followed by 31 January
}

func billing() *carbon.Carbon {
	return carbon.Now().SubMonth().StartOfMonth() // want `carbon\.Now\(\)\.SubMonth\(\) on 31 March 2026 gives 3 March, so StartOfMonth names the wrong month`
}

func anchoredBilling() *carbon.Carbon {
	return carbon.Now().StartOfMonth().SubMonth()
}

func clamped() *carbon.Carbon {
	return carbon.Now().SubMonthNoOverflow().StartOfMonth()
}

func later(n int) string {
	return carbon.Now().AddMonths(n).Layout("2006-01") // want `carbon\.Now\(\)\.AddMonths\(n\) on 31 January 2026 gives 3 March where n is 1, so "2006-01" names the wrong month`
}

func earlier(n int) int {
	return carbon.Now().SubQuarters(n).Month() // want `carbon\.Now\(\)\.SubQuarters\(n\) on 31 May 2026 gives 3 March where n is 1, so Month names the wrong month`
}

func wholeDate(n int) (int, string) {
	c := carbon.Now().AddMonths(n)
	return c.Month(), c.ToDateString()
}

func byValue() int {
	c := old.Now()
	return c.AddMonth().StartOfDay().Month() // want `c\.AddMonth\(\) on 31 January 2026 gives 3 March, so Month names the wrong month`
}

func std(t time.Time) string {
	return carbon.CreateFromStdTime(t).AddMonth().StdTime().Format("Jan") // want `so "Jan" names the wrong month`
}

func twelve() int { return carbon.Now().AddMonths(12).Month() }

func fieldOfWrapper() time.Month {
	return embedded.Now().AddMonth().Time.Month() // want `embedded\.Now\(\)\.AddMonth\(\) on 31 January 2026 gives 3 March, so Month names the wrong month`
}

func set() time.Month {
	c := embedded.Now()
	c.SetDay(1)
	return c.AddMonth().Month()
}

func invoice(t time.Time) string {
	next := civil.DateOf(t).AddMonths(1).In(time.UTC) // want `civil\.DateOf\(t\)\.AddMonths\(1\) on 31 January 2026 gives 3 March, so "January" names the wrong month`
	return next.Format("January")
}

func dueDate(t time.Time) string {
	return civil.DateOf(t).AddMonths(1).In(time.UTC).Format(time.DateOnly)
}

func kubernetes() string {
	t := metav1.Now()
	return fmt.Sprint(t.AddDate(0, -1, 0).Month()) // want `t\.AddDate\(0, -1, 0\) on 31 March 2026 gives 3 March, so Month names the wrong month`
}

func rounded(t time.Time) string {
	n := metav1.NewTime(now.With(t).BeginningOfMonth())
	return n.AddDate(0, -1, 0).Format("2006-01")
}

func stamped(t time.Time) string {
	return timestamppb.New(t.AddDate(0, -1, 0)).AsTime().Format("2006-01") // want `t\.AddDate\(0, -1, 0\) on 31 March 2026 gives 3 March, so "2006-01" names the wrong month`
}
