// Package arranged compares what it puts into fields.
package arranged

import (
	"errors"
	"math/rand"
	"time"
)

type definition struct{ least, most time.Duration }

type job struct{ least, most time.Duration }

func (d definition) setup() (*job, error) {
	if d.least >= d.most {
		return nil, errors.New("least must be below most")
	}
	return &job{least: d.least, most: d.most}, nil
}

func (j *job) next() time.Duration {
	return j.least + time.Duration(rand.Int63n(int64(j.most-j.least)))
}

var _ = (*job).next

// careless does not compare.
type careless struct{ least, most time.Duration }

func newCareless(d definition) *careless { return &careless{d.least, d.most} }

func (c *careless) next() time.Duration {
	return c.least + time.Duration(rand.Int63n(int64(c.most-c.least))) // want `c.most - c.least is 0 where c.most equals c.least`
}

var _ = newCareless(definition{}).next
