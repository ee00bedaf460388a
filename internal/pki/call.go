package pki

import (
	"bytes"
	"cmp"
	"encoding/base64"
	"encoding/hex"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// keepers lists functions whose first result carries what some of their
// arguments are, unchanged as far as keys and certificates are concerned.
var keepers = map[string][]int{
	"strings.TrimSpace": {0}, "bytes.TrimSpace": {0},
	"strings.Trim": {0}, "strings.TrimLeft": {0}, "strings.TrimRight": {0},
	"strings.Clone": {0}, "bytes.Clone": {0}, "slices.Clone": {0},
	"strings.NewReader": {0}, "bytes.NewReader": {0}, "bytes.NewBuffer": {0}, "bytes.NewBufferString": {0},
	"io.ReadAll": {0}, "io/ioutil.ReadAll": {0},
	"(*bytes.Buffer).Bytes": {0}, "(*bytes.Buffer).String": {0},

	"encoding/pem.Decode": {0}, "encoding/pem.EncodeToMemory": {0},
	"crypto/tls.X509KeyPair":           {0, 1},
	"(*crypto/tls.Config).Clone":       {0},
	"crypto/x509.ParseCertificate":     {0},
	"crypto/x509.ParsePKCS1PrivateKey": {0},
	"crypto/x509.ParsePKCS8PrivateKey": {0},
	"crypto/x509.ParseECPrivateKey":    {0},
	"crypto/x509.DecryptPEMBlock":      {0},

	"google.golang.org/grpc/credentials.NewTLS":               {0},
	"google.golang.org/grpc/credentials.NewServerTLSFromCert": {0},
}

// call returns what a result of a call can be.
func (q *query) call(call *ssa.Call, i int) Set {
	if b, ok := call.Call.Value.(*ssa.Builtin); ok {
		return q.builtin(b.Name(), call.Call.Args)
	}
	args := flow.Args(call)
	fn := flow.Callee(call)
	if fn == nil || fn.Pkg() == q.pass.Pkg {
		target := target(call)
		if target == nil || target.Blocks == nil || forTests(q.pass, target) {
			return Set{}
		}
		return q.bind(q.result(target, i), target, args)
	}
	name := flow.Name(fn)
	if kept, ok := keepers[name]; ok && (i == 0 || name == "encoding/pem.Decode") {
		var out Set
		for _, arg := range kept {
			out.add(q.value(args[arg]))
		}
		return out
	}
	if i > 0 {
		return q.foreign(fn, i)
	}
	switch name {
	case "strings.ReplaceAll", "bytes.ReplaceAll":
		return q.replace(args, -1)
	case "strings.Replace", "bytes.Replace":
		if n, ok := intConst(args[3]); ok {
			return q.replace(args, int(n))
		}
		return Set{}
	case "path.Join", "path/filepath.Join":
		return q.join(args[0], Set{Materials: []*Material{{Text: []byte("/")}}})
	case "strings.Join":
		return q.join(args[0], q.value(args[1]))
	case "encoding/base64.NewDecoder":
		return q.value(args[1]).mapTexts(decodeBase64)
	case "(*encoding/base64.Encoding).DecodeString":
		return q.value(args[1]).mapTexts(decodeBase64)
	case "encoding/hex.DecodeString":
		return q.value(args[0]).mapTexts(func(text []byte) ([]byte, bool) {
			out, err := hex.DecodeString(string(text))
			return out, err == nil
		})
	case loader:
		return loaded(call)
	case "(embed.FS).ReadFile", "(embed.FS).Open", "io/fs.ReadFile":
		return q.readFile(args[0], args[1])
	}
	return q.foreign(fn, i)
}

func (q *query) builtin(name string, args []ssa.Value) Set {
	if name != "append" {
		return Set{}
	}
	if !isByteSlice(args[0].Type()) {
		return q.union(args...)
	}
	head, tail := q.value(args[0]), q.value(args[1])
	if len(head.Materials) == 0 { // append([]byte(nil), x...)
		return tail
	}
	return concat(head, tail)
}

func isByteSlice(t types.Type) bool {
	s, ok := t.Underlying().(*types.Slice)
	if !ok {
		return false
	}
	b, ok := s.Elem().Underlying().(*types.Basic)
	return ok && b.Kind() == types.Byte
}

func (q *query) replace(args []ssa.Value, n int) Set {
	from, to := q.value(args[1]), q.value(args[2])
	if len(from.Materials) != 1 || len(to.Materials) != 1 {
		return Set{}
	}
	return q.value(args[0]).mapTexts(func(text []byte) ([]byte, bool) {
		return bytes.Replace(text, from.Materials[0].Text, to.Materials[0].Text, n), true
	})
}

// join joins the elements of a slice that is made in one place, such as that of
// a variadic call.
func (q *query) join(elems ssa.Value, separator Set) Set {
	var made []ssa.Value
	for _, o := range q.origins(elems) {
		if _, ok := o.(*ssa.Global); !ok {
			made = append(made, o)
		}
	}
	if len(made) != 1 || len(separator.Materials) != 1 {
		return Set{}
	}
	stores := elementStores(made[0])
	slices.SortFunc(stores, func(a, b elementStore) int {
		i, _ := intConst(a.index)
		j, _ := intConst(b.index)
		return cmp.Compare(i, j)
	})
	var out Set
	for i, st := range stores {
		if i == 0 {
			out = q.value(st.value)
			continue
		}
		out = concat(concat(out, separator), q.value(st.value))
	}
	return out
}

// decodeBase64 decodes a text in any of the usual alphabets: which one the
// program asks for matters to those only that run it.
func decodeBase64(text []byte) ([]byte, bool) {
	for _, enc := range []*base64.Encoding{base64.StdEncoding, base64.RawStdEncoding, base64.URLEncoding, base64.RawURLEncoding} {
		if out, err := enc.DecodeString(string(text)); err == nil {
			return out, true
		}
	}
	return nil, false
}

// result returns what a result of a function of this package can be, in terms
// of its parameters.
func (e *evaluator) result(fn *ssa.Function, i int) Set {
	key := result{fn, i}
	if s, ok := e.results[key]; ok || e.busy[key] {
		return s
	}
	e.busy[key] = true
	var out Set
	for _, block := range fn.Blocks {
		if ret, ok := block.Instrs[len(block.Instrs)-1].(*ssa.Return); ok && i < len(ret.Results) && !forTrial(block) {
			out.add(e.of(ret.Results[i]))
		}
	}
	delete(e.busy, key)
	e.results[key] = out
	return out
}

// bind replaces the parameters of a function by the arguments of a call.
func (q *query) bind(s Set, fn *ssa.Function, args []ssa.Value) Set {
	out := Set{Materials: s.Materials, Fields: s.Fields}
	for _, p := range s.Params {
		if p.Parent() != fn {
			out.Params = union(out.Params, p)
			continue
		}
		if i := paramIndex(p); i >= 0 && i < len(args) {
			out.add(q.value(args[i]))
		}
	}
	return out
}

// paramIndex returns the index of a parameter, counting the receiver.
func paramIndex(p *ssa.Parameter) int {
	for i, x := range p.Parent().Params {
		if x == p {
			return i
		}
	}
	return -1
}
