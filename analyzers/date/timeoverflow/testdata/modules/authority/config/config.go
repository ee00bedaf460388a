// Package config holds the configuration.
package config

import "errors"

type Config struct {
	Years   int `toml:"years"`
	Free    int `toml:"free"`
	Lower   int `toml:"lower"`
	Huge    int `toml:"huge"`
	Capped  int `toml:"capped"`
	Fluent  int `toml:"fluent"`
	Named   int `toml:"named"`
	Tagged  int `toml:"tagged" validate:"min=1,max=100"`
	AtLeast int `toml:"at_least" validate:"min=1"`
	Schema  int `toml:"schema" jsonschema:"minimum=1,maximum=20"`
	// +kubebuilder:validation:Maximum=30
	Marked int `toml:"marked"`
	PKI    struct {
		RootYears int `toml:"root_years"`
	} `toml:"pki"`
}

var limit = 40

func (c *Config) Validate() error {
	if c.Years < 1 || c.Years > 100 {
		return errors.New("years")
	}
	if c.Lower < 1 {
		return errors.New("lower")
	}
	if c.Huge > 100000 {
		return errors.New("huge")
	}
	if c.Named > limit {
		return errors.New("named")
	}
	c.Capped = min(c.Capped, 100)
	if err := checkRange("root_years", c.PKI.RootYears, 1, 100); err != nil {
		return err
	}
	return check(field(&c.Fluent, Min(1), Max(100)))
}

func checkRange(name string, v, lo, hi int) error {
	if v < lo || v > hi {
		return errors.New(name)
	}
	return nil
}

type rule func(int) error

func Min(n int) rule { return func(v int) error { return nil } }
func Max(n int) rule { return func(v int) error { return nil } }

func field(v *int, rules ...rule) []error { return nil }

func check([]error) error { return nil }
