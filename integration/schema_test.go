package integration

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"
)

// configSchema returns the schema of .leapguard.yaml.
func configSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	text, err := os.ReadFile("../docs/leapguard.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("leapguard.schema.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("leapguard.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// jsonValue returns what a YAML document is to an editor: JSON, in which a date is a
// string.
func jsonValue(t *testing.T, text string) any {
	t.Helper()
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	if len(doc.Content) == 0 {
		return nil
	}
	return fromNode(t, doc.Content[0])
}

func fromNode(t *testing.T, n *yaml.Node) any {
	t.Helper()
	switch n.Kind {
	case yaml.MappingNode:
		m := make(map[string]any)
		for i := 0; i < len(n.Content); i += 2 {
			m[n.Content[i].Value] = fromNode(t, n.Content[i+1])
		}
		return m
	case yaml.SequenceNode:
		list := []any{}
		for _, e := range n.Content {
			list = append(list, fromNode(t, e))
		}
		return list
	case yaml.AliasNode:
		return fromNode(t, n.Alias)
	}
	switch n.ShortTag() {
	case "!!bool":
		return n.Value == "true"
	case "!!null":
		return nil
	case "!!int", "!!float":
		number, err := strconv.ParseFloat(n.Value, 64)
		if err != nil {
			t.Fatal(err)
		}
		return number
	}
	return n.Value
}

// yamlBlock matches the examples of a page.
var yamlBlock = regexp.MustCompile("(?ms)^```yaml\n(.*?)^```$")

// TestConfigSchema validates the configurations of this repository, those in its
// documentation, and the one that leapguard init writes.
func TestConfigSchema(t *testing.T) {
	valid := map[string]string{"empty": "", "comments": "# nothing\n"}
	for _, dir := range append(corpus(t), "..") {
		name := filepath.Join(dir, ".leapguard.yaml")
		if text, err := os.ReadFile(name); err == nil {
			valid[name] = string(text)
		}
	}
	for _, page := range []string{"configuration.md", "guards.md", "annotations.md", "adopting.md"} {
		text, err := os.ReadFile(filepath.Join("../docs", page))
		if err != nil {
			t.Fatal(err)
		}
		for i, m := range yamlBlock.FindAllSubmatch(text, -1) {
			valid[page+" "+strconv.Itoa(i)] = string(m[1])
		}
	}
	tool, dir := build(t), leapModule(t)
	output(t, dir, environment(), []int{0}, tool, "init")
	text, err := os.ReadFile(filepath.Join(dir, ".leapguard.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	valid["init"] = string(text)
	valid["init, uncommented"] = regexp.MustCompile(`(?m)^#(  |[^ \n])`).ReplaceAllString(string(text), "$1")
	if len(valid) < 20 {
		t.Errorf("only %d configurations", len(valid))
	}
	schema := configSchema(t)
	for name, text := range valid {
		if err := schema.Validate(jsonValue(t, text)); err != nil {
			t.Errorf("%s: %v\n%s", name, err, text)
		}
	}
}

// TestConfigSchemaRejects: what the schema does not accept leapguard does not either.
func TestConfigSchemaRejects(t *testing.T) {
	tool, schema, dir := build(t), configSchema(t), leapModule(t)
	for _, text := range []string{
		"profil: strict",
		"profile: lax",
		"now: tomorrow",
		"now: 22 November 2026",
		"generated: yes",
		"generated: [true]",
		"baseline: ''",
		"checks: {yeardad: true}",
		"checks: {yearadd: 1}",
		"checks: [yearadd]",
		"paths: {match: a/**, checks: {yearadd: false}}",
		"paths: [{match: a/**}]",
		"paths: [{checks: {yearadd: false}}]",
		"paths: [{match: a/**, checks: {}}]",
		"paths: [{match: a/**, checks: {yearadd: false}, profile: strict}]",
		"options: {yearadd: {hour: true}}",
		"options: {truncday: {}}",
		"options: {truncday: {hours: true}}",
		"options: {truncday: {hour: 1}}",
		"options: {timeoverflow: {count: many}}",
		"options: {weakserial: {bits: wide}}",
		"models: {func: a/b.F, danger: {kind: k, obj: any}}",
		"models: [{func: a/b.F}]",
		"models: [{func: '', danger: {kind: k, obj: any}}]",
		"models: [{func: [], danger: {kind: k, obj: any}}]",
		"models: [{danger: {kind: k, obj: any}}]",
		"models: [{func: a/b.F, danger: {kind: K, obj: any}}]",
		"models: [{func: a/b.F, danger: {kind: k}}]",
		"models: [{func: a/b.F, danger: {kind: k, obj: any, when: true}}]",
		"models: [{func: a/b.F, check: {kind: k, obj: any, err: ignore}}]",
		"models: [{func: a/b.F, flag: {kind: k, when: true}}]",
		"models: [{field: a/b.T.F, danger: {kind: k, obj: any}}]",
		"models: [{func: a/b.F, field: a/b.T.F, flag: {kind: k, when: true}}]",
		"models: [{func: a/b.F, ok: {kind: k}}]",
	} {
		if schema.Validate(jsonValue(t, text)) == nil {
			t.Errorf("the schema accepts %s", text)
		}
		writeFiles(t, dir, map[string]string{".leapguard.yaml": text + "\n"})
		output(t, dir, environment(), []int{2}, tool, "./...")
	}
}
