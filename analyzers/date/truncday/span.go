package truncday

import (
	"time"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/calendar"
)

// span returns the call that is handed a time together with the same a day
// later or earlier, which are the bounds of a day; nil if there is none.
func (c *check) span(cut ssa.Value) ssa.Instruction {
	uses := c.dates.Follow(cut)
	for _, use := range uses {
		moved, ok := use.Instr.(*ssa.Call)
		if !ok || use.Name != "(time.Time).Add" || use.Args[0] != use.Value {
			continue
		}
		if d, ok := c.dates.Integer(use.Args[1]); !ok || max(d, -d) > day || max(d, -d) < day-int64(time.Second) {
			continue
		}
		handed := make(map[ssa.Instruction]bool)
		for _, use := range uses {
			if call := handedTo(use); call != nil {
				handed[call] = true
			}
		}
		for _, use := range c.dates.Follow(moved, "(time.Time).Add") {
			if call := handedTo(use); handed[call] {
				return call
			}
		}
	}
	return nil
}

// handedTo returns the call that a use passes a time to, as it is or as an
// element of a list of arguments; nil if it is no such use.
func handedTo(use calendar.Use) ssa.Instruction {
	switch instr := use.Instr.(type) {
	case *ssa.Call:
		if len(use.Args) > 0 && calendar.IsTime(use.Args[0].Type()) {
			return nil // a method of the time
		}
		return instr
	case *ssa.MakeInterface:
		return listed(instr)
	case *ssa.Store:
		return listedAt(instr)
	}
	return nil
}

// listed returns the call that is passed a list with a value.
func listed(v ssa.Value) ssa.Instruction {
	for _, ref := range *v.Referrers() {
		if store, ok := ref.(*ssa.Store); ok && store.Val == v {
			return listedAt(store)
		}
	}
	return nil
}

// listedAt returns the call that is passed the list which a store fills.
func listedAt(store *ssa.Store) ssa.Instruction {
	element, ok := store.Addr.(*ssa.IndexAddr)
	if !ok || element.X.Referrers() == nil {
		return nil
	}
	for _, ref := range *element.X.Referrers() {
		list, ok := ref.(*ssa.Slice)
		if !ok {
			continue
		}
		for _, ref := range *list.Referrers() {
			if call, ok := ref.(*ssa.Call); ok {
				return call
			}
		}
	}
	return nil
}
