// Package config holds what the service is told.
package config

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"time"
)

// Duration and Box wrap numbers for being decoded.
type Duration struct{ time.Duration }

type Box struct{ D time.Duration }

func (b *Box) UnmarshalText(text []byte) (err error) {
	b.D, err = time.ParseDuration(string(text))
	return err
}

type Config struct {
	Jitter  time.Duration `json:"jitter"`
	Delay   time.Duration `json:"delay"`
	Spread  time.Duration `json:"spread"`
	Ranged  time.Duration `json:"ranged"`
	Asked   time.Duration `json:"asked"`
	Loose   time.Duration `json:"loose"`
	Short   time.Duration `json:"short"`
	Used    time.Duration `json:"used"`
	Either  time.Duration `json:"either"`
	Guarded time.Duration `json:"guarded"`
	Least   time.Duration `json:"least"`
	Most    time.Duration `json:"most"`
	Raised  time.Duration `json:"raised"`
	Wrapped Duration      `json:"wrapped"`
	Unasked Duration      `json:"unasked"`
	Boxed   Box           `json:"boxed"`
	Unboxed *Box          `json:"unboxed"`
	Listed  time.Duration `json:"listed"`
	Mapped  time.Duration `json:"mapped"`
	Shown   time.Duration `json:"shown"`
	Copied  time.Duration `json:"copied"`
	Default time.Duration `json:"default"`
	Turned  time.Duration `json:"turned"`
	Valid   time.Duration `json:"valid"`
	Fine    time.Duration `json:"fine"`

	Tagged   time.Duration `json:"tagged" validate:"required,min=1"`
	Bound    time.Duration `json:"bound" binding:"gte=0"`
	Positive time.Duration `json:"positive" binding:"gt=0"`
	Limited  time.Duration `json:"limited" validate:"max=100"`
	// Marked has a marker.
	// +kubebuilder:validation:Minimum=1
	Marked time.Duration `json:"marked"`
	// Weakly has another.
	// +kubebuilder:validation:Minimum=0
	Weakly time.Duration `json:"weakly"`
}

func Load() (*Config, error) {
	text, err := os.ReadFile("service.json")
	if err != nil {
		return nil, err
	}
	c := new(Config)
	if err := json.Unmarshal(text, c); err != nil {
		return nil, err
	}
	c.normalize()
	return c, c.Validate()
}

func (c *Config) normalize() {
	if c.Spread <= 0 {
		c.Spread = time.Minute
	}
	c.Raised = max(c.Raised, time.Second)
}

func (c *Config) Validate() error {
	if c.Jitter < 1 || c.Jitter > time.Hour {
		return errors.New("jitter")
	}
	var errs []error
	if c.Delay < 0 {
		errs = append(errs, errors.New("delay"))
	}
	if err := checkRange(c.Ranged, time.Second, time.Hour, "ranged"); err != nil {
		errs = append(errs, err)
	}
	if err := checkRange(c.Loose, 0, time.Hour, "loose"); err != nil {
		errs = append(errs, err)
	}
	if !positive(c.Asked) {
		errs = append(errs, errors.New("asked"))
	}
	if c.Short > time.Hour {
		errs = append(errs, errors.New("short"))
	}
	if c.Used > 0 {
		fmt.Println("used")
	}
	switch {
	case c.Either <= 0:
		errs = append(errs, errors.New("either"))
	case c.Guarded > 0:
	default:
		errs = append(errs, errors.New("guarded"))
	}
	if c.Most <= c.Least {
		errs = append(errs, errors.New("most"))
	}
	if c.Wrapped.Duration <= 0 || c.Boxed.D <= 0 {
		errs = append(errs, errors.New("wrapped"))
	}
	for _, e := range []struct {
		name string
		d    time.Duration
	}{
		{"listed", c.Listed},
	} {
		if e.d <= 0 {
			return errors.New(e.name)
		}
	}
	mapped := map[string]time.Duration{"mapped": c.Mapped}
	for name, d := range mapped {
		if d <= 0 {
			return errors.New(name)
		}
	}
	for name, d := range map[string]time.Duration{"shown": c.Shown} {
		fmt.Println(name, d)
	}
	copied := int64(c.Copied)
	if copied < 1 {
		return errors.New("copied")
	}
	local := c.Default
	if local <= 0 {
		local = time.Second
	}
	fmt.Println(local)
	return errors.Join(errs...)
}

func checkRange(v, lo, hi time.Duration, name string) error {
	if v < lo || v > hi {
		return errors.New(name)
	}
	return nil
}

// Enabled says nothing against 0, but IsValid does.
func (c *Config) Enabled() bool { return c.Turned > 0 }

func (c *Config) fine() error {
	if c.Fine > 0 {
		return nil
	}
	return errors.New("fine")
}

func (c *Config) Late() bool {
	if c.Turned <= 0 {
		return false
	}
	return time.Now().Unix()%2 == 0
}

func (c *Config) IsValid() bool { return c.Valid > 0 && c.Valid < time.Hour }

func positive(d time.Duration) bool { return d > 0 }
