package intests

import (
	"testing"
	"time"
)

func TestAt(t *testing.T) {
	line := time.Now().Format(time.Stamp)
	at, err := time.Parse(time.Stamp, line)
	if err != nil {
		t.Fatal(err)
	}
	t.Log(at.AddDate(time.Now().Year(), 0, 0))
}
