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
	var lists []calendar.Listing
	switch instr := use.Instr.(type) {
	case *ssa.Call:
		if len(use.Args) > 0 && calendar.IsTime(use.Args[0].Type()) {
			return nil // a method of the time
		}
		return instr
	case *ssa.MakeInterface:
		lists = calendar.Listings(instr)
	case *ssa.Store:
		lists = calendar.Listings(use.Value)
	}
	if len(lists) == 0 {
		return nil
	}
	return lists[0].Call
}
