package reported

import "os"

type node struct {
	protected bool //leapguard:flag wipe when=false // want `where protected was never set it is false, which permits what kind wipe guards`
}

//leapguard:danger wipe n
func wipe(n *node) {}

//leapguard:danger database any
func resetDatabase() {}

func reset() {
	if os.Getenv("ENV") != "production" { // want `where ENV is not set it differs too, which lets control come to resetDatabase\(\) at line 17`
		resetDatabase()
	}
}
