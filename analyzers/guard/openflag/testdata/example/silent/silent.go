package silent

import "os"

type node struct {
	mayWipe bool //leapguard:flag wipe when=true
}

//leapguard:danger wipe n
func wipe(n *node) {}

//leapguard:danger database any
func resetDatabase() {}

func reset() {
	if os.Getenv("ENV") == "test" {
		resetDatabase()
	}
}
