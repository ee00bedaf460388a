// Package anything makes the names of what it destroys.
package anything

//leapguard:check wipe any when=true
func Maintenance() bool { return false }

//leapguard:check wipe name when=true
func Free(name string) bool { return name != "" }

//leapguard:danger wipe name
func Wipe(name string) {}

func Made(group, volume string) {
	if Maintenance() {
		Wipe("/dev/" + group + "/" + volume)
	}
	Wipe("/dev/" + group + "/" + volume) // want `no check of kind wipe holds`
}

// Part: what is made of a name that was checked is another one.
func Part(group, volume string) {
	if Free(volume) {
		Wipe("/dev/" + group + "/" + volume) // want `no check of kind wipe holds`
	}
	if !Maintenance() {
		Wipe("/dev/" + volume) // want `no check of kind wipe holds`
	}
}

// Constant is nobody's.
func Constant() {
	if Maintenance() {
		Wipe("scratch")
	}
	Wipe("scratch") // want `no check of kind wipe holds for "scratch"`
}
