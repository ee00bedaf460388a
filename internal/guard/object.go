package guard

import (
	"fmt"
	"go/types"
	"strconv"
	"strings"

	"github.com/leapguard/leapguard/internal/syntax"
)

// object resolves OBJ on a function. It returns the type of the object, nil
// for any.
func (a *annotations) object(fn *types.Func, text string) (Object, types.Type, string) {
	names := strings.Split(text, ".")
	root, t, problem := rootObject(fn.Signature(), names[0])
	if problem != "" || t == nil {
		if problem == "" && len(names) > 1 {
			problem = "selects a field of any"
		}
		return root, nil, problem
	}
	for _, name := range names[1:] {
		obj, index, _ := types.LookupFieldOrMethod(t, true, a.pkg, name)
		field, ok := obj.(*types.Var)
		if !ok {
			return root, nil, fmt.Sprintf("names %s, but %s has no field %s", text, types.TypeString(t, types.RelativeTo(a.pkg)), name)
		}
		root.Fields = append(root.Fields, selection(t, index)...)
		t = field.Type()
	}
	return root, t, ""
}

// selection returns the names of the fields that lead from a struct, or a
// pointer to one, to a field of it, those of embedded structs included.
func selection(t types.Type, index []int) []string {
	var names []string
	for _, i := range index {
		if p, ok := t.Underlying().(*types.Pointer); ok {
			t = p.Elem()
		}
		field := t.Underlying().(*types.Struct).Field(i)
		names = append(names, field.Name())
		t = field.Type()
	}
	return names
}

// rootObject resolves the first name of OBJ.
func rootObject(sig *types.Signature, name string) (Object, types.Type, string) {
	for i := range sig.Params().Len() {
		if p := sig.Params().At(i); p.Name() == name && name != "_" {
			return Object{Param: i}, p.Type(), ""
		}
	}
	if n, ok := strings.CutPrefix(name, "#"); ok {
		if i, err := strconv.Atoi(n); err == nil && i >= 0 && i < sig.Params().Len() {
			return Object{Param: i}, sig.Params().At(i).Type(), ""
		}
	}
	switch {
	case name == "recv" && sig.Recv() != nil:
		return Object{Param: Receiver}, sig.Recv().Type(), ""
	case name == "recv":
		return Object{}, nil, "names the receiver of a function without one"
	case name == "any":
		return Object{Param: Any}, nil, ""
	case sig.Recv() != nil && sig.Recv().Name() == name:
		return Object{}, nil, fmt.Sprintf("calls the receiver %s, which is recv", name)
	}
	return Object{}, nil, fmt.Sprintf("names %s, which is no parameter", name)
}

// resultsOf returns the indexes of the first result that is no error and of
// the error, -1 for none.
func resultsOf(sig *types.Signature) (result, err int) {
	result, err = -1, -1
	for i := range sig.Results().Len() {
		switch isErr := syntax.IsError(sig.Results().At(i).Type()); {
		case isErr && err < 0:
			err = i
		case !isErr && result < 0:
			result = i
		}
	}
	return result, err
}
