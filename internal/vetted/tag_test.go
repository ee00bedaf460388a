package vetted

import (
	"math"
	"reflect"
	"testing"

	"github.com/leapguard/leapguard/internal/calendar/bounds"
)

func TestTagLimits(t *testing.T) {
	tests := []struct {
		tag  string
		bad  bounds.Range
		want bool
	}{
		{`validate:"required,min=1,max=100"`, bounds.Range{Min: 293, Max: math.MaxInt64}, true},
		{`validate:"required,min=1,max=1000"`, bounds.Range{Min: 293, Max: math.MaxInt64}, false},
		{`validate:"omitempty,lt=293"`, bounds.Range{Min: 293, Max: math.MaxInt64}, true},
		{`valid:"range(1|100)"`, bounds.Range{Min: 293, Max: math.MaxInt64}, true},
		{`valid:"range(1|100)"`, bounds.Range{Min: math.MinInt64, Max: 0}, true},
		{`v:"required|between:1,100"`, bounds.Range{Min: 293, Max: math.MaxInt64}, true},
		{`binding:"gte=0,lte=5"`, bounds.Range{Min: math.MinInt64, Max: -1}, true},
		{`binding:"gte=0,lte=5"`, bounds.Range{}, false},
		{`binding:"required"`, bounds.Range{}, true},
		{`validate:"min=1s"`, bounds.Range{Min: 1, Max: 999}, true},
		{`jsonschema:"minimum=1,maximum=20"`, bounds.Range{Min: 293, Max: math.MaxInt64}, true},
		{`maximum:"20"`, bounds.Range{Min: 293, Max: math.MaxInt64}, true},
		{`json:"max" default:"20"`, bounds.Range{Min: 293, Max: math.MaxInt64}, false},
	}
	for _, test := range tests {
		got := false
		for _, l := range tagLimits(reflect.StructTag(test.tag)) {
			got = got || limited(l.name, l.n, test.bad)
		}
		if got != test.want {
			t.Errorf("%s keeps out %v: %v", test.tag, test.bad, got)
		}
	}
}
