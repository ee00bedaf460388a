package bad

import "time"

//leapguard:ignore yearadd nothing is wrong here // want `^//leapguard:ignore suppresses nothing of yearadd$`
func month(t time.Time) time.Time { return t.AddDate(0, 0, 1) }

//leapguard:ignore nosuchcheck,yearadd one is wrong // want `names "nosuchcheck", which is no check` `suppresses nothing of yearadd`
func day(t time.Time) time.Time { return t.AddDate(0, 0, 1) }
