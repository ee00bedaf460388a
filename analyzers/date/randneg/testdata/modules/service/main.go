// Command service is a program, of which the packages below are made.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"os"
	"time"

	"example.com/service/config"
	"example.com/service/internal/pool"
	"example.com/service/internal/retry"
	"example.com/service/internal/settings"
	"example.com/service/worker"
)

const interval = 10 * time.Minute

var window = time.Hour

func main() {
	c, err := config.Load()
	if err != nil {
		os.Exit(1)
	}
	worker.Use(c)

	p := pool.New()
	p.Wait()
	p.Refill()
	p.Drift(time.Now())
	p.Fall()
	open := pool.Open{Reap: time.Hour}
	open.Wait()
	var bare pool.Bare
	bare.Wait()

	retry.Constant(interval)
	retry.Constant(2 * window)
	retry.Quotient(interval)
	retry.Quotient(c.Ranged)
	retry.Small(interval)
	retry.Small(c.Jitter)
	local := time.Duration(3) * time.Second
	retry.Local(local)
	wait := flag.Duration("wait", time.Second, "longest wait")
	flag.Parse()
	retry.Flag(*wait)
	retry.Asked(*wait)
	if *wait > time.Second {
		retry.Asked(*wait)
	}
	compared(*wait)
	retry.Field(c.Jitter)
	retry.Field(max(c.Delay, 1))
	retry.FieldToo(c.Delay)
	each(retry.Value)
	retry.Mixed(time.Second)
	retry.Mixed(-time.Second)
	retry.Through(time.Second)
	var r retry.Runner = retry.Fast{}
	r.Run(0)
	retry.Fast{}.Run(time.Second)
	retry.Ordered(time.Second, time.Minute)
	retry.Ordered(c.Least, c.Most)
	retry.Unordered(c.Least, c.Jitter)
	changed(time.Second, *wait)
	f := retry.Loop
	f(0)
	retry.Loop(time.Second)
	go retry.Go(time.Second)
	set(c.Jitter)
	reset(*wait)
}

func reset(wait time.Duration) {
	d := time.Second
	if d <= 0 {
		return
	}
	d = wait
	retry.Reset(d)
}

func changed(d, wait time.Duration) {
	d = wait
	retry.Changed(d)
}

func set(every time.Duration) {
	d := settings.Default()
	if json.Unmarshal([]byte("{}"), d) == nil {
		d.Wait()
	}
	f := &settings.Flags{Every: time.Second}
	flag.DurationVar(&f.Every, "every", time.Second, "how often")
	f.Wait()
	p := settings.Pair{0, 0}
	p.Wait()
	n := settings.Namesake{Jitter: *flag.Duration("namesake", 0, "")}
	n.Wait()
	var o settings.Off
	idle(&o)
	o.Run()
	o.Wait()
	if late(&o, every) != nil {
		return
	}
	settings.NewLater().Wait()
}

func compared(d time.Duration) {
	if d <= 0 {
		return
	}
	retry.Compared(d)
}

func each(f func(time.Duration)) { f(0) }

func idle(o *settings.Off) {
	if o.Every <= 0 {
		return
	}
	time.Sleep(o.Every)
}

func late(o *settings.Off, elapsed time.Duration) error {
	if elapsed > o.Since {
		return errors.New("late")
	}
	return nil
}
