package newticker

import "time"

func Every(text string) error {
	d, err := time.ParseDuration(text)
	_ = time.NewTicker(d) // want `panics: nothing keeps time.ParseDuration\(text\) = 0s out`
	return err
}
