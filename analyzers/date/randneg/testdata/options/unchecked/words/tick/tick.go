package tick

import "time"

func Every(text string) error {
	d, err := time.ParseDuration(text)
	_ = time.Tick(d) // want `returns a nil channel: nothing keeps time.ParseDuration\(text\) = 0s out`
	return err
}
