package generics

import "time"

func label[T any](x T, at func(T) time.Time) string {
	_ = at(x)
	return time.Now().AddDate(0, -1, 0).Format("2006-01") // want `names the wrong month`
}

func use() string { return label(1, func(int) time.Time { return time.Now() }) }
