package guard

import (
	"go/constant"
	"go/token"
	"go/types"
	"testing"

	"golang.org/x/tools/go/ssa"
)

func TestParseOutcome(t *testing.T) {
	pkg := types.NewPackage("example.com/p", "p")
	state := types.NewNamed(types.NewTypeName(token.NoPos, pkg, "State", nil), types.Typ[types.Int], nil)
	pkg.Scope().Insert(types.NewConst(token.NoPos, pkg, "Drained", state, constant.MakeInt64(2)))
	pkg.Scope().Insert(types.NewVar(token.NoPos, pkg, "Last", state))
	at := place{token.NewFileSet(), pkg, token.NoPos}
	boolean, text := types.Typ[types.Bool], types.Typ[types.String]
	for _, tt := range []struct {
		text string
		typ  types.Type
		want Outcome
	}{
		{"true", boolean, True},
		{"false", types.NewPointer(boolean), False},
		{"nil", types.NewPointer(boolean), Nil},
		{"nonnil", types.Universe.Lookup("error").Type(), NonNil},
		{"Drained", state, "=2"},
		{"2", state, "=2"},
		{"-1", types.Typ[types.Int8], "=-1"},
		{`"gone"`, text, `="gone"`},
		{"1<1", boolean, False},
	} {
		if got, err := parseOutcome(tt.text, tt.typ, at); err != nil || got != tt.want {
			t.Errorf("parseOutcome(%s, %v) = %q, %v, want %q", tt.text, tt.typ, got, err, tt.want)
		}
	}
	for _, tt := range []struct {
		text string
		typ  types.Type
	}{
		{"true", text},
		{"nil", boolean},
		{"nonnil", state},
		{"Drained", boolean},
		{"Drained", types.Typ[types.Int]},
		{"Last", state},
		{"Unknown", state},
		{`"gone"`, state},
		{"1", text},
		{"", state},
		{"len(x)", state},
		{"0", types.NewPointer(state)},
		{"128", types.Typ[types.Int8]},
		{"-1", types.Typ[types.Uint]},
		{"0.5", state},
		{")", state},
	} {
		if got, err := parseOutcome(tt.text, tt.typ, at); err == nil {
			t.Errorf("parseOutcome(%s, %v) = %q", tt.text, tt.typ, got)
		}
	}
}

func TestJudge(t *testing.T) {
	yes := ssa.NewConst(constant.MakeBool(true), types.Typ[types.Bool])
	null := ssa.NewConst(nil, types.Universe.Lookup("error").Type())
	two := ssa.NewConst(constant.MakeInt64(2), types.Typ[types.Int])
	three := ssa.NewConst(constant.MakeInt64(3), types.Typ[types.Int])
	for _, tt := range []struct {
		outcome Outcome
		op      token.Token
		c       *ssa.Const
		want    verdict
	}{
		{True, token.EQL, yes, accepted},
		{True, token.NEQ, yes, refused},
		{False, token.EQL, yes, refused},
		{False, token.NEQ, yes, accepted},
		{Nil, token.EQL, null, accepted},
		{Nil, token.NEQ, null, refused},
		{NonNil, token.EQL, null, refused},
		{NonNil, token.NEQ, null, accepted},
		{"=2", token.EQL, two, accepted},
		{"=2", token.NEQ, two, refused},
		{"=2", token.EQL, three, refused},
		{"=2", token.NEQ, three, open},
		{"=2", token.GTR, two, open},
		{True, token.EQL, two, open},
		{Nil, token.EQL, yes, open},
		{"=2", token.EQL, null, open},
	} {
		if got := tt.outcome.judge(tt.op, tt.c); got != tt.want {
			t.Errorf("%q judges %v %v as %d, want %d", tt.outcome, tt.op, tt.c, got, tt.want)
		}
	}
}
