// Package capital writes the name with a capital.
package capital

func format() {
	//Leapguard:ok format reason // want `plain text`
}
