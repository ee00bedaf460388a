package good

import (
	"fmt"
	"time"
)

var names = [...]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}

func index(t time.Time) string { return fmt.Sprintf("%s %d", names[t.Month()-1], t.Year()) }

func quarter(t time.Time) string { return fmt.Sprintf("%d-%d", t.Year(), (int(t.Month())-1)/3+1) }

func next(t time.Time) string {
	return fmt.Sprintf("%02d/%02d", t.Month()%12+1, (t.Month()+10)%12+1)
}

func normalized(t time.Time) (a, b time.Time) {
	m := t.Month() - 1
	return time.Date(t.Year(), m, 1, 0, 0, 0, 0, time.UTC), make(t.Year(), int(t.Month())+1, t.Day()+1)
}

func make(year, month, day int) time.Time {
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
}

func fixedUp(t time.Time) string {
	year, month := t.Year(), int(t.Month())-1
	if month == 0 {
		year, month = year-1, 12
	}
	return fmt.Sprintf("%d-%02d", year, month)
}

func guarded(t time.Time) string {
	if t.Month() == time.January {
		return fmt.Sprintf("%d-12", t.Year()-1)
	}
	return fmt.Sprintf("%d-%02d", t.Year(), t.Month()-1)
}

func guardedBelow(t time.Time) string {
	s := fmt.Sprintf("%d-%02d", t.Year(), t.Month()+1)
	if t.Month() == time.December {
		s = fmt.Sprintf("%d-01", t.Year()+1)
	}
	return s
}

func switched(t time.Time) string {
	switch m := t.Month(); m {
	case time.January:
		return fmt.Sprintf("%d-12", t.Year()-1)
	default:
		return fmt.Sprintf("%d-%02d", t.Year(), m-1)
	}
}

func clamped(t time.Time) string {
	return fmt.Sprintf("%d-%02d", t.Year(), max(int(t.Month())-1, 1))
}

func checkedByHelper(t time.Time) string { return label(t.Year(), int(t.Month())-1) }

func label(year, month int) string {
	if month < 1 {
		year, month = year-1, month+12
	}
	return fmt.Sprintf("%d-%02d", year, month)
}

func months(a, b time.Time) int {
	return (b.Year()-a.Year())*12 + int(b.Month()) - int(a.Month())
}

func age(birth, now time.Time) int {
	age := now.Year() - birth.Year()
	if now.Month()-birth.Month() < 0 {
		age--
	}
	return age
}

func shifted(t time.Time) time.Time { return t.AddDate(0, 0, 1-t.Day()) }

func offset(t time.Time) int { return t.Day() - 1 }

func printedOffset(t time.Time) string {
	return fmt.Sprintf("up %d days, %d hours", t.Day()-1, t.Hour())
}

func lastDay(t time.Time) bool {
	end := time.Date(t.Year(), t.Month()+1, 0, 0, 0, 0, 0, time.UTC)
	return t.Day()+1 == end.Day()
}

func sameYear(t, now time.Time) bool {
	return t.Year() == now.Year() && t.Month() == now.Month()-1
}

func aroundNewYear(t, now time.Time) bool {
	d := now.Month() - t.Month()
	return d == 1 || d == -11
}

func known() string {
	t := time.Date(2026, time.June, 5, 0, 0, 0, 0, time.UTC)
	return fmt.Sprintf("%d-%02d", t.Year(), t.Month()-1)
}

func readTwice() string {
	if time.Now().Month() == time.January {
		return ""
	}
	now := time.Now()
	return fmt.Sprintf("%d-%02d", now.Year(), now.Month()-1)
}

func judged(t time.Time) string {
	if isJanuary(t) {
		return ""
	}
	return fmt.Sprintf("%d-%02d", t.Year(), t.Month()-1)
}

func isJanuary(t time.Time) bool { return t.Month() == time.January }

func formatted(t time.Time) string {
	return fmt.Sprintf("%s %d", names[t.Month()-1], t.Year()) + t.AddDate(0, 0, -t.Day()+1).Format("2006")
}
