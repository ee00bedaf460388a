package config

import (
	"bytes"
	"encoding/json"
	"maps"
	"strings"
)

// SchemaURL is where editors find the schema of the file.
const SchemaURL = "https://raw.githubusercontent.com/leapguard/leapguard/main/docs/leapguard.schema.json"

// A schema is a JSON schema.
type schema map[string]any

// Schema returns the JSON schema, of draft 7, of a configuration file that can speak
// of the checks. It accepts what [Parse] and [Config.Validate] do, except that it
// lets pass dates that do not exist, patterns that match nothing and names that
// stand twice.
func Schema(checks []Check) ([]byte, error) {
	properties := make(schema)
	for _, k := range keys {
		s := schema{"description": oneLine(k.doc)}
		maps.Copy(s, k.schema(checks))
		properties[k.name] = s
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(schema{
		"$schema":              "http://json-schema.org/draft-07/schema#",
		"$id":                  SchemaURL,
		"title":                FileName,
		"type":                 []string{"object", "null"},
		"properties":           properties,
		"additionalProperties": false,
		"definitions": schema{
			"checks": checksSchema(checks),
			"path": object(schema{
				"match": schema{"type": "string", "minLength": 1},
				"checks": schema{
					"allOf": []schema{{"$ref": "#/definitions/checks"}, {"minProperties": 1}},
				},
			}, "match", "checks"),
			"model": schema{"anyOf": []schema{functionModel(), fieldModel()}},
		},
	})
	return out.Bytes(), err
}

// object is the schema of a mapping with no other keys than those.
func object(properties schema, required ...string) schema {
	s := schema{"type": "object", "properties": properties, "additionalProperties": false}
	if len(required) > 0 {
		s["required"] = required
	}
	return s
}

func checksSchema(checks []Check) schema {
	properties := schema{All: schema{"type": "boolean", "description": "every check"}}
	for _, family := range families(checks) {
		properties[family] = schema{"type": "boolean", "description": "the checks of the family " + family}
	}
	for _, k := range checks {
		for _, name := range k.Names {
			properties[name] = schema{"type": "boolean", "description": k.Title, "default": k.Profile != Strict}
		}
	}
	return object(properties)
}

func optionsSchema(checks []Check) schema {
	byCheck := make(schema)
	for _, k := range checks {
		options := make(schema)
		for _, o := range k.Options {
			s := schema{"description": o.Doc, "default": o.Default}
			switch o.Default.(type) {
			case bool:
				s["type"] = "boolean"
			case int:
				s["type"] = "integer"
			default:
				s["type"], s["items"] = "array", schema{"type": "string"}
			}
			if list, ok := o.Default.([]string); ok && list == nil {
				s["default"] = []string{}
			}
			options[o.Name] = s
		}
		if len(options) == 0 {
			continue
		}
		s := object(options)
		s["minProperties"] = 1
		for _, name := range k.Names {
			byCheck[name] = s
		}
	}
	return object(byCheck)
}

// functionModel and fieldModel are the two forms of an element of models.
func functionModel() schema {
	properties := schema{"func": names(funcSyntax.String())}
	for _, verb := range modelVerbs {
		if verb != "flag" {
			properties[verb] = verbSchema(verb)
		}
	}
	s := object(properties, "func")
	s["minProperties"] = 2
	return s
}

func fieldModel() schema {
	return object(schema{"field": names(fieldSyntax.String()), "flag": verbSchema("flag")}, "field", "flag")
}

// names is the schema of a name or a list of them.
func names(pattern string) schema {
	name := schema{"type": "string", "pattern": pattern}
	return schema{"anyOf": []schema{name, {"type": "array", "items": name, "minItems": 1}}}
}

// verbSchema is the schema of what a verb of a model says.
func verbSchema(verb string) schema {
	must, may, _ := strings.Cut(verbKeys[verb], "|")
	properties := make(schema)
	for name := range strings.FieldsSeq(must + may) {
		switch name {
		case "kind":
			properties[name] = schema{"type": "string", "pattern": kindSyntax.String()}
		case "obj":
			properties[name] = schema{"type": "string", "pattern": objSyntax.String()}
		case "err":
			properties[name] = schema{"enum": []string{"must-abort"}}
		case "restore":
			properties[name] = schema{"type": "string", "minLength": 1}
		default: // a value of Go
			properties[name] = schema{"type": []string{"string", "boolean", "number", "null"}}
		}
	}
	return object(properties, strings.Fields(must)...)
}
