//go:build unix

package main

import (
	"slices"
	"testing"
)

func TestMedian(t *testing.T) {
	runs := []cost{{Wall: 3, CPU: 1, Peak: 9}, {Wall: 1, CPU: 2, Peak: 7}, {Wall: 2, CPU: 6, Peak: 8}}
	if got, want := median(runs), (cost{Wall: 2, CPU: 2, Peak: 8}); got != want {
		t.Errorf("median of three = %+v, want %+v", got, want)
	}
	if got, want := median(runs[:2]), (cost{Wall: 2, CPU: 1.5, Peak: 8}); got != want {
		t.Errorf("median of two = %+v, want %+v", got, want)
	}
}

func TestJudge(t *testing.T) {
	c := &corpus{Patterns: []string{"./..."}, Own: 300_000, All: 1_000_000, Lines: []line{
		{toolLeapguard, first, cost{Wall: 2, CPU: 4, Peak: 700}},
		{toolLoad, first, cost{CPU: 2}},
		{toolSSA, first, cost{CPU: 3}},
		{toolStaticcheck, first, cost{Wall: 10, CPU: 40, Peak: 1000}},
	}}
	small := &corpus{Patterns: c.Patterns, All: 100_000, Lines: []line{{toolLeapguard, first, cost{CPU: 0.2}}}}
	r := &report{Corpora: []*corpus{c, small}}
	r.judge()
	want := []ratio{
		{"wall over staticcheck, first run", 0.2, 0.15, false},
		{"CPU over staticcheck, first run", 0.1, 0.15, true},
		{"CPU of loading and SSA over loading", 1.5, 1.4, false},
		{"CPU of everything over loading and SSA", 4.0 / 3, 1.25, false},
		{"peak memory over staticcheck, first run", 0.7, 1.0, true},
	}
	if !slices.Equal(c.Ratios, want) {
		t.Errorf("ratios = %v, want %v", c.Ratios, want)
	}
	if r.Growth == nil || r.Growth.Value != 2 || r.Growth.Met {
		t.Errorf("growth = %v, want 2, not met", r.Growth)
	}
	if r.met() {
		t.Error("the budgets are met, want not")
	}
	c.Ratios = nil
	c.judge("date")
	if i := slices.Index(c.Ratios, ratio{"CPU of everything over loading and SSA", 4.0 / 3, 1.06, false}); i < 0 {
		t.Errorf("ratios of a family = %v, want a budget of 1.06 for its checks", c.Ratios)
	}
}

func TestJudgeStd(t *testing.T) {
	c := &corpus{Patterns: []string{"std"}, Own: 1e6, All: 1e6, Lines: []line{
		{toolLeapguard, first, cost{Wall: 3, CPU: 3, Peak: 1}},
		{toolStaticcheck, first, cost{Wall: 10, CPU: 10, Peak: 2}},
	}}
	r := &report{Corpora: []*corpus{c}}
	r.judge()
	if !r.met() {
		t.Errorf("ratios = %v, want all met", c.Ratios)
	}
}
