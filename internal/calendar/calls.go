package calendar

import (
	"go/token"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// escape runs a function literal that is handed to code which may call it.
func (m *machine) escape(f *frame, s *state, v Value) {
	if v.Kind == Func && v.Lit != nil && !f.body.initializer { // whose literals are roots
		m.enterLiteral(f, v, nil, maps.Clone(s.mem))
	}
}

// enterLiteral runs a function literal, as part of the function under
// examination if it stands in that.
func (m *machine) enterLiteral(f *frame, fn Value, args []Value, mem memory) []outcome {
	if f.depth >= maxDepth {
		return nil
	}
	g := &frame{body: fn.Lit, id: f.id + "f/", depth: f.depth + 1, call: f.call, number: f.number, names: f.names, quiet: f.quiet}
	if fn.Lit.within(m.top) {
		g.call, g.number = nil, 0
	}
	if args == nil {
		for i := range fn.Lit.Params - len(fn.Elems) {
			args = append(args, m.symbol(g.id+"p"+strconv.Itoa(i)))
		}
	}
	return m.run(g, append(slices.Clone(args), fn.Elems...), mem)
}

// call runs a call and returns how it can end.
func (m *machine) call(f *frame, s *state, in *Instr) []outcome {
	args := make([]Value, len(in.Args))
	for i, arg := range in.Args {
		args[i] = s.value(arg)
	}
	name := in.Name
	if name == "" {
		fn := args[0]
		args = args[1:]
		switch {
		case fn.Kind == Func && fn.Lit != nil:
			mem := s.mem
			if in.Op == OpSpawn {
				mem = maps.Clone(mem)
			}
			if out := m.enterLiteral(f, fn, args, mem); in.Op == OpCall && len(out) <= maxForks {
				return out
			}
			return m.opaque(f, s, in, "", args)
		case fn.Kind == Func:
			name, args = fn.Str, append(slices.Clone(fn.Elems), args...)
		case fn.Kind == Unknown && fn.Str != "": // a variable or field
			name = "call of " + fn.Str
		}
	}
	c := &call{m: m, f: f, s: s, in: in, name: name, args: args}
	if model, ok := modelled[name]; ok {
		return []outcome{{[]Value{model(c)}, s.mem}}
	}
	body, names := m.p.find(name, f)
	if body == nil || f.depth >= maxDepth || m.watched == nil && !f.matters(in) && !body.Leads {
		return m.opaque(f, s, in, name, args)
	}
	g := &frame{body: body, id: f.id + strconv.Itoa(in.Dst) + "/", depth: f.depth + 1, call: f.call, number: f.number, names: names, quiet: f.quiet || in.Checked}
	if m.watched != nil && m.p.isBody(m.watched, body) {
		m.passed = append(m.passed, args)
	}
	if f.call == nil {
		m.out.calls++
		g.call, g.number = in.site, m.out.calls
	}
	out := distinct(m.run(g, args, s.mem), g.id)
	if len(out) > maxForks {
		s.mem = maps.Clone(out[0].mem)
		return m.opaque(f, s, in, name, args)
	}
	if f.number == 0 {
		for i := range out {
			for j := range out[i].results {
				out[i].results[j] = out[i].results[j].at(in.pos())
			}
		}
	}
	return out
}

// distinct drops the variables of a call that is over, unless its results
// point to them, and the outcomes that are then like others.
func distinct(list []outcome, id string) []outcome {
	seen := make(map[uint64]bool)
	var out []outcome
	for _, o := range list {
		var h uint64
		points := false
		for _, v := range o.results {
			h = v.hash(h)
			points = points || v.points()
		}
		if !points {
			maps.DeleteFunc(o.mem, func(name string, _ cell) bool { return strings.HasPrefix(name, id) })
		}
		if h = mix(h, o.mem.hash()); !seen[h] {
			seen[h] = true
			out = append(out, o)
		}
	}
	return out
}

// points reports whether v holds an address.
func (v Value) points() bool {
	return v.Kind == Pointer || v.Kind == Slice || slices.ContainsFunc(v.Elems, Value.points)
}

// at makes pos the place where the parts of v were taken: calls stand for
// what happens in them.
func (v Value) at(pos token.Pos) Value {
	if v.has(dateParts) {
		o := v.origin()
		for i := range o.At {
			if o.Parts&(Year<<i) != 0 {
				o.At[i] = pos
			}
		}
		o.Joined = pos
		if o.Written = token.NoPos; v.holdsLeapDay() {
			o.Written = pos
		}
		v = v.stemming(o)
	}
	v.Elems = slices.Clone(v.Elems)
	for i := range v.Elems {
		v.Elems[i] = v.Elems[i].at(pos)
		if v.Civil.part(i) == 0 && v.Elems[i].has(dateParts) {
			o := v.Elems[i].origin()
			o.Written = pos
			v.Elems[i] = v.Elems[i].stemming(o)
		}
	}
	return v
}

func (in *Instr) pos() token.Pos {
	if in.site == nil {
		return token.NoPos
	}
	return in.site.Pos()
}

// matters reports whether dates may depend on the results of a call.
func (f *frame) matters(in *Instr) bool {
	_, found := slices.BinarySearch(f.body.Key, in.Dst)
	return in.Op == OpCall && (found || !f.root)
}

// opaque is a call of something that cannot be interpreted: its results are
// unknown, and so is all that its arguments point to. A truth value computed
// from the date, or anything computed from its parts, may be a guard.
func (m *machine) opaque(f *frame, s *state, in *Instr, name string, args []Value) []outcome {
	site := f.id + "r" + strconv.Itoa(in.Dst)
	var all Origin
	var instant bool
	var key strings.Builder
	key.WriteString(name + "(")
	for _, arg := range args {
		m.escape(f, s, arg)
		m.clobber(s.mem, arg, site)
		all = all.join(m.deepOrigin(s.mem, arg, 0))
		instant = instant || arg.Kind == Instant
		if in.Instants != 0 {
			key.WriteString(arg.name() + ",")
		}
	}
	results := make([]Value, in.Results)
	for i := range results {
		v := m.symbol(site + "." + strconv.Itoa(i))
		if in.Instants&(1<<i) != 0 {
			v = m.instant(name, key.String(), i)
		}
		if all.Parts&dateParts != 0 || instant && in.Truths&(1<<i) != 0 {
			if v.Kind != Instant {
				v.Str = ""
			}
			v = v.marked(Guarded)
		}
		results[i] = v
	}
	if in.Op == OpSpawn {
		results = nil
	}
	return []outcome{{results, s.mem}}
}

// hidden is the result of an operation that cannot be interpreted, such as the
// element of a map or what a channel yields. It may be a guard if it depends
// on parts of the date.
func (m *machine) hidden(f *frame, s *state, in *Instr) Value {
	v := m.symbol(f.id + "r" + strconv.Itoa(in.Dst))
	for _, arg := range in.Args {
		v = v.from(s.value(arg))
	}
	if v.has(dateParts) {
		v.Str = ""
		v = v.marked(Guarded)
	}
	return v
}

// instant is the date that a call returns. Calls of one function with the same
// arguments are taken to mean the same date, as in
// time.Date(c.Now().Year(), c.Now().Month(), c.Now().Day(), ...).
func (m *machine) instant(name, key string, i int) Value {
	if name == "" || anchored(name) {
		return unknown()
	}
	return m.symbol(key + ")." + strconv.Itoa(i))
}

// deepOrigin joins the origins of a value and of all it holds or points to.
func (m *machine) deepOrigin(mem memory, v Value, depth int) Origin {
	if v.Kind == Instant {
		return Origin{}
	}
	o := v.origin()
	if depth > 3 {
		return o
	}
	for _, e := range v.Elems {
		o = o.join(m.deepOrigin(mem, e, depth+1))
	}
	if v.Kind == Pointer || v.Kind == Slice {
		if cell, ok := mem[v.Str]; ok {
			o = o.join(m.deepOrigin(mem, cell.value, depth+1))
		}
	}
	return o
}
