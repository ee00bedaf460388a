package review

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const event7 = `{"number": 7, "pull_request": {"number": 7, "head": {"sha": "%s", "repo": %s}, "base": {"sha": "%s", "repo": {"full_name": "acme/clock"}}}}`

func TestLocate(t *testing.T) {
	own, fork := `{"full_name": "Acme/clock"}`, `{"full_name": "somebody/clock"}`
	merge := strings.Repeat("c3", 20)
	for _, tt := range []struct {
		name    string
		options Options
		env     map[string]string
		event   string
		want    Target
	}{
		{"pull request", Options{}, nil, fmt.Sprintf(event7, head, own, base), Target{SHA: head, Pull: 7, Base: base}},
		{"fork", Options{}, nil, fmt.Sprintf(event7, head, fork, base), Target{SHA: head, Pull: 7, Base: base, ReadOnly: true}},
		{"fork that is gone", Options{}, nil, fmt.Sprintf(event7, head, "null", base), Target{SHA: head, Pull: 7, Base: base, ReadOnly: true}},
		{"repository that is not told", Options{}, nil, `{"pull_request": {"number": 7, "head": {"sha": "` + head + `", "repo": ` + own + `}, "base": {"sha": "` + base + `"}}}`, Target{SHA: head, Pull: 7, Base: base, ReadOnly: true}},
		{"Dependabot", Options{}, map[string]string{"GITHUB_ACTOR": "dependabot[bot]"}, fmt.Sprintf(event7, head, own, base), Target{SHA: head, Pull: 7, Base: base, ReadOnly: true}},
		{"another commit", Options{SHA: merge}, nil, fmt.Sprintf(event7, head, own, base), Target{SHA: merge, Pull: 7, Base: base}},
		{"another pull request", Options{Pull: 8}, nil, fmt.Sprintf(event7, head, own, base), Target{Pull: 8}},
		{"comment", Options{}, nil, `{"issue": {"number": 9, "pull_request": {}}}`, Target{Pull: 9}},
		{"comment on an issue", Options{}, nil, `{"issue": {"number": 9}}`, Target{SHA: merge}},
		{"merge queue", Options{}, nil, fmt.Sprintf(`{"merge_group": {"head_sha": "%s", "base_sha": "%s"}}`, merge, base), Target{SHA: merge, Base: base}},
		{"push", Options{}, nil, `{"before": "x"}`, Target{SHA: merge}},
		{"ref", Options{}, map[string]string{"GITHUB_REF": "refs/pull/12/merge"}, "", Target{Pull: 12}},
		{"no event", Options{Repository: "acme/clock", API: "https://github.example.com/api/v3/"}, nil, "", Target{SHA: merge, API: "https://github.example.com/api/v3/"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			env := map[string]string{"GITHUB_REPOSITORY": "acme/clock", "GITHUB_SHA": merge, "GITHUB_TOKEN": " token\n"}
			if tt.event != "" {
				env["GITHUB_EVENT_PATH"] = filepath.Join(t.TempDir(), "event.json")
				if err := os.WriteFile(env["GITHUB_EVENT_PATH"], []byte(tt.event), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			maps.Copy(env, tt.env)
			got, err := Locate(tt.options, func(name string) string { return env[name] })
			if err != nil {
				t.Fatal(err)
			}
			want := tt.want
			want.Owner, want.Repo, want.Token = "acme", "clock", "token"
			if want.API == "" {
				want.API = "https://api.github.com/"
			}
			if *got != want {
				t.Errorf("target %+v, want %+v", *got, want)
			}
		})
	}
}

func TestRepositoryNames(t *testing.T) {
	for name, want := range map[string]bool{
		"acme/clock": true, "a/.github": true, "acme/..": false, "acme/.": false, "acme/": false, "../clock": false, "acme/a/b": false, "acme/a?b": false,
	} {
		if err := new(Target).setRepository(name); (err == nil) != want {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestToken(t *testing.T) {
	target := &Target{Token: "sesame"}
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x"} {
		for _, v := range []any{target, *target, target.Token, &target.Token} {
			if text := fmt.Sprintf(verb, v); strings.Contains(text, "sesame") || strings.Contains(text, fmt.Sprintf("%x", "sesame")) {
				t.Errorf("%s prints %s", verb, text)
			}
		}
	}
}
