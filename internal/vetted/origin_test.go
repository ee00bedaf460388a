package vetted

import (
	"go/token"
	"math"
	"reflect"
	"testing"

	"github.com/leapguard/leapguard/internal/calendar/bounds"
)

func TestInverse(t *testing.T) {
	all := bounds.Range{Min: math.MinInt64, Max: math.MaxInt64}
	tests := []struct {
		op   token.Token
		k    int64
		bad  bounds.Range
		want bounds.Range
		ok   bool
	}{
		{token.ADD, 3, bounds.Range{Min: math.MinInt64, Max: 0}, bounds.Range{Min: math.MinInt64, Max: -3}, true},
		{token.SUB, 3, bounds.Range{Min: 0, Max: 1}, bounds.Range{Min: 3, Max: 4}, true},
		{token.SUB, math.MinInt64, all, all, false},
		{token.ADD, math.MaxInt64, bounds.Range{Min: -9, Max: 5}, bounds.Range{Min: math.MinInt64, Max: 5 - math.MaxInt64}, true},
		{token.MUL, 10, bounds.Range{Min: 1, Max: 29}, bounds.Range{Min: 1, Max: 2}, true},
		{token.MUL, 10, bounds.Range{Min: -29, Max: -1}, bounds.Range{Min: -2, Max: -1}, true},
		{token.MUL, 10, bounds.Range{Min: 1, Max: 9}, bounds.Range{Min: 1, Max: 0}, true},
		{token.MUL, 0, bounds.Range{}, bounds.Range{}, false},
		{token.QUO, 10, bounds.Range{}, bounds.Range{Min: -9, Max: 9}, true},
		{token.QUO, 10, bounds.Range{Min: 2, Max: 3}, bounds.Range{Min: 20, Max: 39}, true},
		{token.QUO, 10, bounds.Range{Min: -3, Max: -2}, bounds.Range{Min: -39, Max: -20}, true},
		{token.QUO, 10, bounds.Range{Min: math.MinInt64 / 2, Max: math.MaxInt64 / 2}, all, true},
		{token.QUO, 2, all, all, true},
		{token.REM, 2, all, all, false},
	}
	for _, test := range tests {
		got, ok := inverse(test.op, test.k, test.bad)
		if ok != test.ok || ok && !reflect.DeepEqual(got, test.want) {
			t.Errorf("%v %d of %v: %v, %v; want %v, %v", test.op, test.k, test.bad, got, ok, test.want, test.ok)
		}
	}
}
