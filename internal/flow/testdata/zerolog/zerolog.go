// Package zerolog stands in for the library of that name.
package zerolog

type Logger struct{}

func (l *Logger) Fatal() *Event { return new(Event) }
func (l *Logger) Error() *Event { return new(Event) }

type Event struct{}

func (e *Event) Err(err error) *Event { return e }
func (e *Event) Msg(msg string)       {}
