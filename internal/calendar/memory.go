package calendar

import "strings"

// memory holds the variables that have an address, by name.
type memory map[string]cell

// A cell is a variable's value with its hash.
type cell struct {
	value Value
	sum   uint64
}

func (mem memory) set(name string, v Value) {
	mem[name] = cell{v, v.hash(mixText(0, name))}
}

// hash is independent of the order of the variables.
func (mem memory) hash() uint64 {
	var h uint64
	for _, c := range mem {
		h += c.sum
	}
	return h
}

// address returns the address of an element.
func address(p, index Value) Value {
	if index.Kind != Int || index.Int < 0 || index.Int >= maxElems {
		return unknown().from(p)
	}
	i := int(index.Int)
	switch p.Kind {
	case Pointer:
		return p.element(i)
	case Slice:
		if len(p.Path) == 0 {
			return unknown().from(p)
		}
		last := len(p.Path) - 1
		q := Value{Kind: Pointer, Str: p.Str, Path: p.Path[:last:last]}
		return q.element(p.Path[last] + i)
	case Unknown:
		if p.Str != "" {
			return Value{Kind: Pointer, Str: "*" + p.Str}.element(i)
		}
	}
	return unknown().from(p)
}

func (v Value) element(i int) Value {
	path := make([]int, 0, len(v.Path)+1)
	v.Path = append(append(path, v.Path...), i)
	return v
}

// load returns what a pointer points to.
func (m *machine) load(mem memory, p Value) Value {
	if p.Kind == Unknown && p.Str != "" {
		p = Value{Kind: Pointer, Str: "*" + p.Str}
	}
	if p.Kind != Pointer {
		return unknown().from(p)
	}
	known, ok := mem[p.Str]
	v := known.value
	if !ok && len(p.Elems) == 1 { // a package variable
		v = p.Elems[0]
		if v.Kind == Unknown && v.Str != "" {
			v = m.symbol(v.Str)
		}
	} else if !ok && strings.Contains(p.Str, "&") { // of a call that is over
		return unknown()
	} else if !ok {
		v = m.symbol(p.Str)
	}
	for _, i := range p.Path {
		v = m.elem(v, i)
	}
	return v
}

// store writes through a pointer. Pointers that stem from different parameters
// or fields are taken to be different; a write to a place that is not known is
// lost.
func (m *machine) store(mem memory, f *frame, in *Instr, p, x Value) {
	if p.Kind == Unknown && p.Str != "" {
		p = Value{Kind: Pointer, Str: "*" + p.Str}
	}
	if p.Kind != Pointer {
		return
	}
	old, ok := mem[p.Str]
	if !ok {
		old.value = m.symbol(p.Str)
	}
	if in.Civil == (Civil{}) || len(p.Path) == 0 {
		mem.set(p.Str, old.value.with(p.Path, x))
		return
	}
	last := len(p.Path) - 1
	date := old.value
	for _, i := range p.Path[:last] {
		date = m.elem(date, i)
	}
	date = date.with(p.Path[last:], storeCivil(f, in, x))
	date.Civil = in.Civil
	mem.set(p.Str, old.value.with(p.Path[:last], date))
}

// clobber forgets what a call may have changed through a pointer. The new
// content has a name of its own.
func (m *machine) clobber(mem memory, v Value, site string) {
	switch v.Kind {
	case Pointer, Slice:
		if _, ok := mem[v.Str]; v.Kind == Pointer || !ok {
			mem.set(v.Str, m.symbol(v.Str+"@"+site))
		}
	case Struct:
		for _, e := range v.Elems {
			m.clobber(mem, e, site)
		}
	}
}

// index returns an element of an array or byte of a text.
func (m *machine) index(v, i Value) Value {
	if i.Kind != Int {
		return unknown().from(v, i)
	}
	if v.Kind == Text && 0 <= i.Int && int(i.Int) < len(v.Str) {
		return number(int64(v.Str[i.Int])).from(v, i)
	}
	return m.elem(v, int(i.Int))
}

// slice returns part of a text, or a slice of a whole array.
func (m *machine) slice(mem memory, v, low, high Value) Value {
	lo, hi := 0, -1
	if low.Kind == Int {
		lo = int(low.Int)
	} else if low.Kind != Absent {
		return unknown().from(v)
	}
	if high.Kind == Int {
		hi = int(high.Int)
	} else if high.Kind != Absent {
		return unknown().from(v)
	}
	switch v.Kind {
	case Text:
		if hi < 0 {
			hi = len(v.Str)
		}
		if lo < 0 || lo > hi || hi > len(v.Str) {
			return unknown().from(v)
		}
		return textValue(v.Str[lo:hi]).from(v)
	case Pointer:
		array := m.load(mem, v)
		if array.Kind != Struct {
			return unknown()
		}
		if hi < 0 {
			hi = len(array.Elems)
		}
		if lo < 0 || lo > hi || hi > len(array.Elems) {
			return unknown()
		}
		s := v.element(lo)
		s.Kind, s.Int = Slice, int64(hi-lo)
		return s
	case Slice:
		if hi < 0 {
			hi = int(v.Int)
		}
		if len(v.Path) == 0 || lo < 0 || lo > hi {
			return unknown()
		}
		last := len(v.Path) - 1
		s := Value{Kind: Pointer, Str: v.Str, Path: v.Path[:last:last]}.element(v.Path[last] + lo)
		s.Kind, s.Int = Slice, int64(hi-lo)
		return s
	}
	return unknown().from(v)
}

// items returns the elements of a slice, if all are known.
func (m *machine) items(mem memory, v Value) ([]Value, bool) {
	if v.Kind == Nil {
		return nil, true
	}
	if v.Kind != Slice || v.Int > maxElems {
		return nil, false
	}
	out := make([]Value, v.Int)
	for i := range out {
		out[i] = m.load(mem, address(v, number(int64(i))))
	}
	return out, true
}
