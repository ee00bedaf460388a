package vetted

import (
	"go/ast"
	"math"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/leapguard/leapguard/internal/calendar/bounds"
)

const endOfAll = math.MaxInt64

// tagged reports whether a tag of a field, or a marker in its comment, keeps bad
// numbers out.
func (a *asker) tagged(o Origin) bool {
	decl, ok := a.declaration(o)
	if !ok {
		return false
	}
	field, ok := decl.around(1).(*ast.Field)
	if !ok {
		return false
	}
	var limits []limit
	if field.Tag != nil {
		text, _ := strconv.Unquote(field.Tag.Value)
		limits = tagLimits(reflect.StructTag(text))
	}
	for _, group := range []*ast.CommentGroup{field.Doc, field.Comment} {
		limits = append(limits, markers(group)...)
	}
	for _, l := range limits {
		if limited(l.name, l.n, o.Bad) {
			return true
		}
	}
	return false
}

// A limit is what a tag says of a number.
type limit struct {
	name string // as validators call it, in lower case
	n    int64
}

// limited reports whether a limit keeps all bad numbers out.
func limited(name string, k int64, bad bounds.Range) bool {
	switch name {
	case "min", "gte", "minimum":
		return bad.Max < k
	case "gt", "exclusiveminimum":
		return bad.Max <= k
	case "max", "lte", "maximum":
		return bad.Min > k
	case "lt", "exclusivemaximum":
		return bad.Min >= k
	case "required":
		return bad == bounds.Range{}
	}
	return false
}

var separators = regexp.MustCompile(`[,;|()=: ]+`)

// tagLimits reads the tags that libraries for validation and schemas read: lists such
// as min=1,max=9 or range(1|9), and keys such as minimum:"1".
func tagLimits(tag reflect.StructTag) []limit {
	var out []limit
	for _, key := range []string{"validate", "binding", "valid", "jsonschema", "check", "v"} {
		parts := separators.Split(tag.Get(key), -1)
		for i, name := range parts {
			name = strings.ToLower(name)
			switch {
			case name == "required":
				out = append(out, limit{name, 0})
			case (name == "range" || name == "between") && i+2 < len(parts):
				out = append(out, limitsOf("min", parts[i+1])...)
				out = append(out, limitsOf("max", parts[i+2])...)
			case i+1 < len(parts):
				out = append(out, limitsOf(name, parts[i+1])...)
			}
		}
	}
	for _, key := range []string{"min", "max", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"} {
		out = append(out, limitsOf(strings.ToLower(key), tag.Get(key))...)
	}
	return out
}

// limitsOf returns a limit if its number can be read.
func limitsOf(name, text string) []limit {
	if n, err := strconv.ParseInt(text, 10, 64); err == nil {
		return []limit{{name, n}}
	}
	if d, err := time.ParseDuration(text); err == nil {
		return []limit{{name, int64(d)}}
	}
	return nil
}

var marker = regexp.MustCompile(`\+kubebuilder:validation:(Minimum|Maximum|ExclusiveMinimum|ExclusiveMaximum)[:=]+(\S+)`)

// markers reads those in a comment that are made a schema of.
func markers(group *ast.CommentGroup) []limit {
	if group == nil {
		return nil
	}
	var out []limit
	for _, c := range group.List {
		for _, m := range marker.FindAllStringSubmatch(c.Text, -1) {
			out = append(out, limitsOf(strings.ToLower(m[1]), m[2])...)
		}
	}
	return out
}
