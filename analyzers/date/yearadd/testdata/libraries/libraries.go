// Package libraries moves dates by years with libraries.
package libraries

import (
	"time"

	"github.com/dromara/carbon/v2"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

func lastYear() string {
	return carbon.Now().SubYear().Layout("2006-01") // want `carbon\.Now\(\)\.SubYear\(\) on 29 February 2028 gives 1 March 2027, so "2006-01" names the wrong month`
}

func anniversary(t time.Time) string {
	return carbon.CreateFromStdTime(t).AddYears(1).StdTime().Format("01-02") // want `carbon\.CreateFromStdTime\(t\)\.AddYears\(1\) on 29 February 2028 gives 1 March 2029, so "01-02" names another day`
}

func made(c *carbon.Carbon) time.Time {
	return time.Date(c.Year()+1, time.Month(c.Month()), c.Day(), 0, 0, 0, 0, time.UTC) // want `29 February`
}

func promoted() time.Time {
	now := metav1.Now()
	return time.Date(now.Year()+1, now.Month(), now.Day(), 0, 0, 0, 0, time.UTC) // want `29 February`
}

// Below: nothing to report.

func clamped() string { return carbon.Now().SubYearNoOverflow().Layout("2006-01") }

func wholeDate() string { return carbon.Now().SubYear().Layout(time.DateOnly) }

func fourCenturies() string { return carbon.Now().AddYears(400).Layout("2006-01") }
