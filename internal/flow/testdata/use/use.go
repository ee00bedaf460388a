// Package use calls functions of another package that never return.
package use

import (
	"github.com/rs/zerolog"
	"github.com/rs/zerolog/log"

	"example.com/flow/die"
)

func danger() {}

func exit(protected bool) {
	if protected {
		die.Exit("protected")
	}
	danger() // want `^protected == false$`
}

func wrapped(protected bool) {
	if protected {
		die.Wrapped("protected")
	}
	danger() // want `^protected == false$`
}

func generic(protected bool) {
	if protected {
		die.Generic(1)
	}
	danger() // want `^protected == false$`
}

func genericMethod(protected bool, b *die.Box[int]) {
	if protected {
		b.Abort()
	}
	danger() // want `^protected == false$`
}

func event(protected bool, err error) {
	if protected {
		log.Fatal().Err(err).Msg("protected")
	}
	danger() // want `^protected == false$`
}

func storedEvent(protected bool, l *zerolog.Logger) {
	if protected {
		e := l.Fatal()
		e.Msg("protected")
	}
	danger() // want `^protected == false$`
}

func errorEvent(protected bool, l *zerolog.Logger) {
	if protected {
		l.Error().Msg("protected")
	}
	danger() // want `^$`
}

func mayReturn(protected bool, err error) {
	if protected {
		die.IfError(err)
	}
	danger() // want `^$`
}
