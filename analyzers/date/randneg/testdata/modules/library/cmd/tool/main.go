package main

import (
	"time"

	"example.com/library"
	"example.com/library/cmd/tool/core"
)

func main() {
	core.Default().Wait()
	library.Wait(time.Second)
	library.Options{Jitter: time.Second}.Wait()
}
