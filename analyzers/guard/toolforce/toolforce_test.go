package toolforce_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"github.com/leapguard/leapguard/analyzers/guard/toolforce"
	"github.com/leapguard/leapguard/internal/ruletest"
)

func TestToolforce(t *testing.T) { ruletest.Run(t, toolforce.Rule) }

// TestModels looks for a run of each program of the model in the file for what it
// does, where the check has to find what it reports.
func TestModels(t *testing.T) {
	data, err := os.ReadFile("../../../internal/models/exec.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var table struct {
		Tools          []struct{ Names []string }
		Probes, Makers []string
	}
	if err := yaml.Unmarshal(data, &table); err != nil {
		t.Fatal(err)
	}
	var tools []string
	for _, tool := range table.Tools {
		tools = append(tools, tool.Names...)
	}
	for file, names := range map[string][]string{"tools": tools, "probes": table.Probes, "makers": table.Makers} {
		run := programs(t, "testdata/programs/"+file+".go")
		for _, name := range names {
			prefix, open := strings.CutSuffix(name, "*")
			if !slices.ContainsFunc(run, func(program string) bool {
				return program == name || open && strings.HasPrefix(program, prefix) && !slices.Contains(tools, program)
			}) {
				t.Errorf("testdata/programs/%s.go does not run %s", file, name)
			}
		}
	}
}

// programs returns the names of the programs that a file runs by exec.Command.
func programs(t *testing.T, filename string) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), filename, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	ast.Inspect(file, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || len(call.Args) == 0 {
			return true
		}
		sel, ok := call.Fun.(*ast.SelectorExpr)
		lit, ok2 := call.Args[0].(*ast.BasicLit)
		if ok && ok2 && sel.Sel.Name == "Command" && lit.Kind == token.STRING {
			name, err := strconv.Unquote(lit.Value)
			if err != nil {
				t.Error(err)
			}
			out = append(out, name)
		}
		return true
	})
	return out
}
