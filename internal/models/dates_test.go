package models

import (
	"slices"
	"testing"
)

func TestDateFunction(t *testing.T) {
	for name, want := range map[string]DateFunc{
		"k8s.io/apimachinery/pkg/apis/meta/v1.Now":               {As: "time.Now"},
		"(github.com/jonboulle/clockwork.Clock).Now":             {Clock: true},
		"github.com/jinzhu/now.With":                             {Same: true},
		"(*github.com/jinzhu/now.Config).With":                   {Same: true, Of: 1},
		"(cloud.google.com/go/civil.Date).In":                    {In: true},
		"(*github.com/jinzhu/now.Now).BeginningOfWeek":           {Start: "week"},
		"(*github.com/dromara/carbon/v2.Carbon).Layout":          {As: "(time.Time).Format"},
		"(github.com/dromara/carbon/v2.Carbon).Month":            {As: "(time.Time).Month"}, // older versions
		"(github.com/golang-module/carbon/v2.Carbon).EndOfMonth": {End: "month"},
	} {
		if got := DateFunction(name); got == nil || *got != want {
			t.Errorf("DateFunction(%q) = %+v, want %+v", name, got, want)
		}
	}
	if got := DateFunction("github.com/dromara/carbon/v2.Parse"); got != nil {
		t.Errorf("of a function that is not listed, %+v is known", got)
	}
	add := DateFunction("(*github.com/uniplaces/carbon.Carbon).SubQuarters")
	if add == nil || *add.Add != (DateSpan{Months: -3}) || add.Clamps {
		t.Errorf("SubQuarters: %+v", add)
	}
	if add := DateFunction("(*github.com/uniplaces/carbon.Carbon).AddMonthNoOverflow"); add == nil || !add.Clamps {
		t.Errorf("AddMonthNoOverflow: %+v", add)
	}
}

func TestTimestamp(t *testing.T) {
	for name, want := range map[string]bool{
		"crypto/x509.Certificate.NotAfter":                true,
		"k8s.io/apimachinery/pkg/apis/meta/v1.Time.Time":  true,
		"github.com/jackc/pgx/v5/pgtype.Date.Time":        false,
		"k8s.io/apimachinery/pkg/apis/meta/v1.Duration.D": false,
	} {
		if got := Timestamp(name); got != want {
			t.Errorf("Timestamp(%q) = %t", name, got)
		}
	}
}

func TestHasDates(t *testing.T) {
	for path, want := range map[string]bool{
		"github.com/dromara/carbon/v2": true, "cloud.google.com/go/civil": true, "crypto/x509": true,
		"cloud.google.com/go": false, "time": false,
	} {
		if got := HasDates(path); got != want {
			t.Errorf("HasDates(%q) = %t", path, got)
		}
	}
}

// TestDatesOrder keeps the table easy to search.
func TestDatesOrder(t *testing.T) {
	table, err := dates()
	if err != nil {
		t.Fatal(err)
	}
	lists := [][]string{table.Timestamps}
	for _, row := range table.Functions {
		lists = append(lists, row.Names)
	}
	for _, names := range lists {
		if !slices.IsSorted(names) {
			t.Errorf("not in order: %q", names)
		}
	}
}

func TestParseDatesErrors(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"functions: [{same: true, name: [a.F]}]", "x.yaml: yaml: unmarshal errors:\n  line 1: field name not found in type models.dateRow"},
		{"functions: [{names: [a.F]}]", "x.yaml: row 1 does not say what its functions do"},
		{"functions: [{same: true, clock: true, names: [a.F]}]", "x.yaml: row 1 does not say what its functions do"},
		{"functions: [{same: true, clamps: true, names: [a.F]}]", "x.yaml: row 1 does not say what its functions do"},
		{"functions: [{clock: true, of: 1, names: [a.F]}]", "x.yaml: row 1 does not say what its functions do"},
		{"functions: [{start: hour, names: [a.F]}]", "x.yaml: row 1 does not say what its functions do"},
		{"functions: [{as: fmt.Sprint, names: [a.F]}]", "x.yaml: row 1 does not say what its functions do"},
		{"functions: [{same: true, names: [F]}]", `x.yaml: "F" does not name a function`},
		{"functions: [{same: true, names: [(a.T).F, (*a.T).F]}]", "x.yaml: (*a.T).F is listed twice"},
		{"timestamps: [a.F]", `x.yaml: "a.F" does not name a field`},
	} {
		_, err := parseDates("x.yaml", []byte(test.text))
		if err == nil || err.Error() != test.want {
			t.Errorf("%s: error %v, want %s", test.text, err, test.want)
		}
	}
}
