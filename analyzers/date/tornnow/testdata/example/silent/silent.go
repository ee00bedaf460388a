package silent

import (
	"fmt"
	"time"
)

func monthStart() time.Time {
	now := time.Now()
	return time.Date(now.Year(), now.Month(), 1, 0, 0, 0, 0, time.Local)
}

func backupKey() string {
	now := time.Now().UTC()
	return fmt.Sprintf("backup/%d/%02d", now.YearDay(), now.Hour())
}
