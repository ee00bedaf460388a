package config

import (
	"encoding/json"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

var someChecks = []Check{
	{Names: []string{"yearadd", "addyear"}, Title: "year arithmetic: # and all", Family: "date", Profile: Default},
	{Names: []string{"certdrop"}, Title: "dropped", Family: "cert", Profile: Default, Options: []Option{
		{Name: "parameters", Default: false, Strict: true, Doc: "report: parameters # too"},
		{Name: "within", Default: 30, Strict: 30, Doc: "days"},
		{Name: "names", Default: []string(nil), Strict: []string(nil), Doc: "names"},
		{Name: "paths", Default: []string{"a: b", "#c"}, Strict: []string{}, Doc: "paths"},
	}},
	{Names: []string{"longcert"}, Title: "long", Family: "cert", Profile: Strict},
}

// TestKeys: the sample and the schema know the keys that Parse does, in the order of
// the document.
func TestKeys(t *testing.T) {
	var want, got []string
	for field := range reflect.TypeFor[document]().Fields() {
		want = append(want, field.Tag.Get("yaml"))
	}
	for _, k := range keys {
		got = append(got, k.name)
	}
	if !slices.Equal(got, want) {
		t.Errorf("keys are %q, those of the file %q", got, want)
	}
}

// commentedKey matches the start of a line of the sample that is no explanation.
var commentedKey = regexp.MustCompile(`(?m)^#(  |[^ \n])`)

func TestSample(t *testing.T) {
	now := time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)
	sample := string(Sample(someChecks, now))
	c, err := Parse("sample", []byte(sample))
	if err != nil {
		t.Fatal(err)
	}
	if want := new(Config); !reflect.DeepEqual(c, want) {
		t.Errorf("the sample sets %+v", c)
	}
	whole := commentedKey.ReplaceAllString(sample, "$1")
	c, err = Parse("sample", []byte(whole))
	if err != nil {
		t.Fatalf("%v\n%s", err, whole)
	}
	if err := c.Validate(someChecks); err != nil {
		t.Errorf("%v\n%s", err, whole)
	}
	if c.Now != now || c.Profile != Default || c.Baseline == "" || len(c.Checks) != 3 || len(c.Paths) != 1 || len(c.Settings) != 4 || len(c.Models) != 1 {
		t.Errorf("%+v\n%s", c, whole)
	}
	if strings.Contains(sample, "\r") || strings.Contains(sample, " \n") {
		t.Errorf("blanks at the end of a line:\n%s", sample)
	}
	// What stands there is the default.
	for _, k := range someChecks {
		if got, want := c.enabled(k), (&Config{}).enabled(k); got != want {
			t.Errorf("%s is %t", k.Names[0], got)
		}
		got, err := c.Options(k)
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range k.Options {
			if sampleValue(got[o.Name]) != sampleValue(o.Default) {
				t.Errorf("%s of %s is %v, by default %v", o.Name, k.Names[0], got[o.Name], o.Default)
			}
		}
	}
}

func TestSchemaKeys(t *testing.T) {
	text, err := Schema(someChecks)
	if err != nil {
		t.Fatal(err)
	}
	var s struct {
		Properties  map[string]any
		Definitions struct {
			Checks struct{ Properties map[string]any }
		}
	}
	if err := json.Unmarshal(text, &s); err != nil {
		t.Fatal(err)
	}
	if len(s.Properties) != len(keys) {
		t.Errorf("%d keys, want %d", len(s.Properties), len(keys))
	}
	for _, name := range []string{"all", "date", "cert", "yearadd", "addyear", "certdrop", "longcert"} {
		if s.Definitions.Checks.Properties[name] == nil {
			t.Errorf("the schema lacks the check %s", name)
		}
	}
}
