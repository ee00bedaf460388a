// Package die has functions that never return, and some that may.
package die

import (
	"fmt"
	stdlog "log"
	"os"
	"sync"

	"github.com/rs/zerolog"
	"github.com/rs/zerolog/log"
)

func Exit(msg string) { // want Exit:"NoReturn"
	fmt.Println(msg)
	os.Exit(1)
}

func Wrapped(msg string) { Exit(msg) } // want Wrapped:"NoReturn"

func Panic() { // want Panic:"NoReturn"
	panic("no")
}

func EitherWay(x bool) { // want EitherWay:"NoReturn"
	if x {
		stdlog.Fatal("x")
	} else {
		unexported()
	}
}

func unexported() { stdlog.Fatalln() }

func WithResult() error { // want WithResult:"NoReturn"
	os.Exit(1)
	return nil
}

func Forever() { // want Forever:"NoReturn"
	for {
	}
}

func Blocked() { // want Blocked:"NoReturn"
	select {}
}

func Switch(i int) { // want Switch:"NoReturn"
	switch i {
	case 1:
		os.Exit(1)
	default:
		panic(i)
	}
}

func Even(i int) { Odd(i - 1) } // want Even:"NoReturn"

func Odd(i int) { // want Odd:"NoReturn"
	if i == 1 {
		os.Exit(1)
	} else {
		Even(i - 1)
	}
}

func Generic[T any](v T) { // want Generic:"NoReturn"
	panic(v)
}

type Box[T any] struct{ v T }

func (b *Box[T]) Abort() { // want Abort:"NoReturn"
	panic(b.v)
}

var exit = os.Exit

func ByVariable() { exit(1) } // want ByVariable:"NoReturn"

func Event(err error) { log.Fatal().Err(err).Msg("no disk") } // want Event:"NoReturn"

func LoggerEvent(l *zerolog.Logger) { l.Fatal().Msg("no disk") } // want LoggerEvent:"NoReturn"

func ErrorEvent(l *zerolog.Logger) { l.Error().Msg("no disk") }

func IfError(err error) {
	if err != nil {
		os.Exit(1)
	}
}

func Loop(n int) {
	for n > 0 {
		n--
	}
}

func Break() {
	for {
		break
	}
}

func Recovers() {
	defer func() { _ = recover() }()
	panic("no")
}

func Later() { defer os.Exit(1) }

func Elsewhere(wg *sync.WaitGroup) { go os.Exit(1) }

func Missing(i int) {
	switch i {
	case 1:
		os.Exit(1)
	}
}
