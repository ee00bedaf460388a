// Package flag declares a flag only.
package flag

type node struct {
	protected bool //leapguard:flag node when=false // want `where protected was never set it is false`
}
