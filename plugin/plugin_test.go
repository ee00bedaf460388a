package plugin

import (
	"strings"
	"testing"
	"time"

	"github.com/golangci/plugin-module-register/register"

	"github.com/leapguard/leapguard/analyzers"
	"github.com/leapguard/leapguard/internal/config"
)

func TestSettings(t *testing.T) {
	text, err := encode(map[string]any{
		"now":     time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC),
		"profile": "strict",
		"checks":  map[string]any{"badca": false, "cert": true, "all": false, "yearadd": true},
		"paths":   []any{map[string]any{"match": "legacy/**", "checks": map[string]any{"yearadd": false}}},
		"options": map[string]any{"truncday": map[string]any{"hour": true}},
	})
	if err != nil {
		t.Fatal(err)
	}
	c, err := config.Parse(place, text)
	if err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	if got := c.Now.Format(config.DateLayout); got != "2026-11-22" {
		t.Errorf("now is %s", got)
	}
	if c.Profile != config.Strict || len(c.Paths) != 1 || len(c.Settings) != 1 {
		t.Errorf("%+v", c)
	}
	for slug, want := range map[string]bool{"badca": false, "certdrop": true, "yearadd": true, "monthadd": false} {
		if got := c.Enabled(analyzers.Lookup(slug).Check()); got != want {
			t.Errorf("%s is on: %t", slug, got)
		}
	}
}

func TestWrongSettings(t *testing.T) {
	for name, test := range map[string]struct {
		settings any
		want     string
	}{
		"key":    {map[string]any{"profil": "strict"}, `unknown key "profil"`},
		"check":  {map[string]any{"checks": map[string]any{"yeardad": true}}, `unknown check "yeardad"`},
		"value":  {map[string]any{"profile": "lax"}, `unknown profile "lax"`},
		"date":   {map[string]any{"now": "tomorrow"}, `"tomorrow" is not a date`},
		"option": {map[string]any{"options": map[string]any{"truncday": map[string]any{"minute": true}}}, `minute`},
		"list":   {[]any{"strict"}, "list"},
		"text":   {"strict", "strict"},
		"file":   {map[string]any{"baseline": "b.json"}, "baseline is for the command line only"},
	} {
		_, err := New(test.settings)
		if err == nil || !strings.HasPrefix(err.Error(), place+": ") || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want %s", name, err, test.want)
		}
	}
}

func TestNoSettings(t *testing.T) {
	newLinter, err := register.GetPlugin(Name)
	if err != nil {
		t.Fatal(err)
	}
	l, err := newLinter(nil)
	if err != nil {
		t.Fatal(err)
	}
	list, err := l.BuildAnalyzers()
	if err != nil || len(list) != len(analyzers.All()) {
		t.Errorf("%d analyzers, %v", len(list), err)
	}
	if text := config.Analyzer.Flags.Lookup("text").Value.String(); text == "" {
		t.Error("without settings, .leapguard.yaml would be read")
	}
	for _, flag := range []string{"fold", "safe-fixes"} {
		if got := config.Analyzer.Flags.Lookup(flag).Value.String(); got != "true" {
			t.Errorf("%s is %s", flag, got)
		}
	}
}
