// Package libraries has times of libraries.
package libraries

import (
	"time"

	"google.golang.org/protobuf/types/known/timestamppb"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

type job struct {
	Created  metav1.Time
	Finished *metav1.Time
	Stamp    *timestamppb.Timestamp
	Due      time.Time
}

func createdToday(j *job) bool {
	now := time.Now()
	today := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC) // want `time\.Date\(now\.Year\(\), now\.Month\(\), now\.Day\(\), \.\.\.\) at 23:30 on 15 January 2026 in New York gives 19:00 on 14 January there, yet is compared with a point in time`
	return today.Before(j.Created.Time)
}

func finishedToday(j *job) bool {
	now := metav1.Now()
	return time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC).Before(j.Finished.Time) // want `time\.Date\(now\.Year\(\), now\.Month\(\), now\.Day\(\), \.\.\.\) at 23:30 on 15 January 2026 in New York gives 19:00 on 14 January there, yet is compared with a point in time`
}

// Below: nothing to report.

func inUTC(j *job) bool {
	now := metav1.NewTime(time.Now().UTC())
	return time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC).Before(j.Created.Time)
}

func stamped() bool {
	now := timestamppb.Now().AsTime()
	return time.Now().After(time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC))
}

func dueToday(j *job) bool {
	now := time.Now()
	return time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC).Equal(j.Due)
}
