package bad

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"
)

// period has a guard for another branch.
func period(kind string) (start, end string) {
	t := time.Now()
	end = t.Format("2006-01-02")
	switch kind {
	case "month":
		start = fmt.Sprintf("%d-%02d-%02d", t.Year(), t.Month()-1, 01) // want `on 15 January 2026 t.Month\(\) - 1 is 0, no month`
	case "quarter":
		if month := t.Month(); month > 3 {
			start = t.AddDate(0, -3, 0).Format("2006-01-02")
		}
	}
	return start, end
}

func date(t time.Time) string {
	y, m, d := t.Date()
	fmt.Fprintf(os.Stdout, "%d/%d/%d", m, d-1, y)      // want `on 1 March 2026 d - 1 is 0, no day`
	return fmt.Sprintf("%04d%02d%02d", y, int(m)+1, d) // want `on 15 December 2026 int\(m\) \+ 1 is 13, no month`
}

func variable() string {
	now := time.Now()
	month := int(now.Month()) - 1 // want `on 15 January 2026 int\(now.Month\(\)\) - 1 is 0, no month`
	return fmt.Sprintf("SELECT 1 FROM t WHERE d >= '%d-%d-01'", now.Year(), month)
}

func concatenated(t time.Time) string {
	return strconv.Itoa(t.Year()) + "-" + strconv.Itoa(int(t.Month())-1) // want `on 15 January 2026 int\(t.Month\(\)\) - 1 is 0, no month`
}

func named(t time.Time) {
	fmt.Printf("%s\n", t.Month()+2) // want `on 15 December 2026 t.Month\(\) \+ 2 is 14, no month`
	fmt.Println(t.Month() - 1)      // want `on 15 January 2026 t.Month\(\) - 1 is 0, no month`
}

func previous(t time.Time) int {
	return int(t.Month()) - 1 // want `on 15 January 2026 int\(t.Month\(\)\) - 1 is 0, no month`
}

func returned(t time.Time) string {
	return strings.ToUpper(fmt.Sprintf("%d.%d", previous(t), t.Year()))
}

func pair(t time.Time) (int, time.Month) {
	return t.Year(), t.Month() - 1 // want `on 15 January 2026 t.Month\(\) - 1 is 0, no month`
}

func fromPair(t time.Time) string {
	year, month := pair(t)
	return key(year, month)
}

func key(year int, month time.Month) string { return fmt.Sprintf("%d-%02d", year, month) }

func passed(t time.Time) string { return key(t.Year(), t.Month()+1) } // want `on 15 December 2026 t.Month\(\) \+ 1 is 13, no month`

var totals = map[time.Month]int{}

func lookup(t time.Time) int { return totals[t.Month()-1] } // want `on 15 January 2026 t.Month\(\) - 1 is 0, no month`

func update(t time.Time) { totals[t.Month()+1]++ } // want `on 15 December 2026 t.Month\(\) \+ 1 is 13, no month`

func isLastMonth(t, now time.Time) bool {
	return t.Month() == now.Month()-1 // want `on 15 January 2026 now.Month\(\) - 1 is 0, no month`
}

func wasLastMonth(t, now time.Time) bool {
	months := now.Month() - t.Month() // want `on 15 January 2026 and 15 December 2025 now.Month\(\) - t.Month\(\) is -11, not 1`
	return now.After(t) && months == 1
}

func comesNextMonth(t, now time.Time) bool {
	return int(now.Month()-t.Month()) == -1 // want `on 15 December 2026 and 15 January 2027 now.Month\(\) - t.Month\(\) is 11, not -1`
}

func isTomorrow() bool {
	now := time.Now()
	tomorrow := now.AddDate(0, 0, 1)
	return now.Day()+1 == tomorrow.Day() // want `on 31 January 2026 now.Day\(\) \+ 1 is 32, no day`
}
