// Package libraries has times of libraries.
package libraries

import (
	"time"

	"github.com/jinzhu/now"
	"google.golang.org/protobuf/types/known/timestamppb"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

func today() string {
	t := metav1.Now()
	return t.Truncate(24 * time.Hour).Format(time.DateOnly) // want `t\.Truncate\(24 \* time\.Hour\) at 07:30 on 15 January 2026 in New York is 19:00 on 14 January, not midnight`
}

func wrapped() int {
	return now.With(time.Now()).Truncate(24 * time.Hour).Day() // want `now\.With\(time\.Now\(\)\)\.Truncate\(24 \* time\.Hour\) at 07:30 on 15 January 2026 in New York is 19:00 on 14 January, not midnight`
}

// Below: nothing to report.

func stamped() string {
	return timestamppb.Now().AsTime().Truncate(24 * time.Hour).Format(time.DateOnly)
}

func inUTC() string {
	t := metav1.NewTime(time.Now().UTC())
	return t.Truncate(24 * time.Hour).Format(time.DateOnly)
}

func unknown(t metav1.Time) string { return t.Truncate(24 * time.Hour).Format(time.DateOnly) }
