package reported

import (
	"fmt"
	"time"
)

func monthStart() time.Time {
	return time.Date(time.Now().Year(), time.Now().Month(), 1, 0, 0, 0, 0, time.Local) // want `read between 31 December 2026 and 1 January 2027, the 2 calls of time.Now make January 2026`
}

func backupKey() string {
	return fmt.Sprintf("backup/%d/%02d", time.Now().UTC().YearDay(), time.Now().UTC().Hour()) // want `read between 31 December 2026 and 1 January 2027, the 2 calls of time.Now make day 365 hour 00`
}
