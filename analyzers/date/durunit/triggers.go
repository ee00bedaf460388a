package durunit

import "github.com/leapguard/leapguard/internal/rule"

// triggers are what a Duration without a unit is passed to, and the numbers and
// names that are looked at. Add alone says little: counters have it too.
var triggers = rule.Triggers{append([]string{"Add"}, telling...), append([]string{"Now"}, telling...)}

var telling = append([]string{
	"Sleep", "After", "AfterFunc", "NewTimer", "NewTicker", "Tick", "WithTimeout", "WithTimeoutCause", "DialTimeout", "AddDate",
	"365", "8760", "3600", "86400", "356", "8670", "84600",
	"StartOfMonth", "StartOfYear", "BeginningOfMonth", "BeginningOfYear",
}, constantNames()...)
