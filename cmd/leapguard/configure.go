package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strconv"
	"time"

	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/output"
	"github.com/leapguard/leapguard/internal/rule"
)

// settings are what flags, environment and configuration files add up to.
type settings struct {
	rules    []*rule.Rule
	dir      string // working directory
	file     string // value of --config
	profile  config.Profile
	switches []config.Switch
	now      time.Time // reference date of the whole run
	baseline string    // of the module in the working directory, "" for none
}

func (a *app) settings(f *flags, dir string) (*settings, error) {
	s := &settings{rules: a.rules, dir: dir, file: f.config}
	if f.profile != "" {
		profile, err := config.ParseProfile(f.profile)
		if err != nil {
			return nil, fmt.Errorf("--profile: %w", err)
		}
		s.profile = profile
	}
	if f.checks != "" {
		switches, err := config.ParseSwitches(f.checks)
		if err != nil {
			return nil, err
		}
		if err := (&config.Config{Checks: switches}).Validate(checks(s.rules)); err != nil {
			return nil, err
		}
		s.switches = switches
	}
	here, err := s.load(dir)
	if err != nil {
		return nil, err
	}
	s.baseline = here.Baseline
	s.now, err = a.referenceDate(f.now, here.Now)
	return s, err
}

// referenceDate returns the date that date-dependent checks compare with: the
// flag's, else the environment's, else the configuration's, else today's.
func (a *app) referenceDate(flag string, configured time.Time) (time.Time, error) {
	if flag != "" {
		now, err := config.ParseDate(flag)
		if err != nil {
			return time.Time{}, fmt.Errorf("--now: %w", err)
		}
		return now, nil
	}
	// See https://reproducible-builds.org/specs/source-date-epoch/.
	if epoch := a.getenv("SOURCE_DATE_EPOCH"); epoch != "" {
		seconds, err := strconv.ParseInt(epoch, 10, 64)
		if err != nil {
			return time.Time{}, fmt.Errorf("SOURCE_DATE_EPOCH: %q is no number of seconds; correct or unset it", epoch)
		}
		now := day(time.Unix(seconds, 0))
		if now.Year() < 1 || now.Year() > 9999 { // a date has four digits for the year
			return time.Time{}, fmt.Errorf("SOURCE_DATE_EPOCH: %s seconds lead out of the years 1 to 9999; correct or unset it", epoch)
		}
		return now, nil
	}
	if !configured.IsZero() {
		return configured, nil
	}
	return day(a.now()), nil
}

// day returns the beginning of a day in UTC.
func day(t time.Time) time.Time {
	return t.UTC().Truncate(24 * time.Hour)
}

// module returns the configuration of the module whose go.mod lies in dir, ""
// for the standard library, as the flags change it.
func (s *settings) module(dir string) (*config.Config, error) {
	c := new(config.Config)
	if dir != "" || s.file != "" {
		var err error
		if c, err = s.load(dir); err != nil {
			return nil, err
		}
	}
	c.Now = s.now
	if s.profile != "" {
		c.Profile = s.profile
	}
	c.Checks = append(c.Checks, s.switches...)
	// What is off on the command line is so under every path.
	for i := range c.Paths {
		for _, r := range s.rules {
			if !s.selected(r) {
				c.Paths[i].Checks = append(c.Paths[i].Checks, config.Switch{Name: r.Slug})
			}
		}
	}
	return c, nil
}

// selected reports whether --checks leaves a rule on.
func (s *settings) selected(r *rule.Rule) bool {
	only, check := &config.Config{Checks: s.switches}, r.Check()
	check.Profile = config.Default
	return only.Enabled(check)
}

// load reads and validates the configuration of the module that holds dir.
func (s *settings) load(dir string) (*config.Config, error) {
	name := s.file
	if name == "" {
		if name = config.Find(dir); name == "" {
			return &config.Config{Root: dir}, nil
		}
		name = output.Relative(s.dir, name)
	}
	c, err := config.Load(name)
	if s.file != "" && errors.Is(err, fs.ErrNotExist) {
		err = fmt.Errorf("--config: %w", err)
	}
	if err != nil {
		return nil, err
	}
	if c.Root, err = filepath.Abs(filepath.Dir(name)); err != nil {
		return nil, err
	}
	if s.file != "" {
		c.Root = dir
	}
	return c, c.Validate(checks(s.rules))
}

// checks returns what the configuration can speak of.
func checks(rules []*rule.Rule) []config.Check {
	var out []config.Check
	for _, r := range rules {
		out = append(out, r.Check())
	}
	return out
}
