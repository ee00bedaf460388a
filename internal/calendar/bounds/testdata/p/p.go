// Package p asks for ranges.
package p

import (
	"math/rand"
	"time"
)

func at(int64) {}

const week = 7

func Types(a int64, b uint8, c uint32, d int32, e uint64) {
	at(a)        // want `\[-, \+\]$`
	at(int64(b)) // want `\[0, 255\]`
	at(int64(c)) // want `\[0, 4294967295\]`
	at(int64(d)) // want `\[-2147483648, 2147483647\]`
	at(int64(e)) // want `\[0, \+\]`
	at(week)     // want `\[7, 7\]`
}

func Arithmetic(a int64, b uint8, d time.Duration) {
	at(int64(b) + 1)                              // want `\[1, 256\]`
	at(int64(b) - 10)                             // want `\[-10, 245\]`
	at(10 - int64(b))                             // want `\[-245, 10\]`
	at(int64(b) * 3)                              // want `\[0, 765\]`
	at(int64(b) * -3)                             // want `\[-765, 0\]`
	at(int64(b) / 2)                              // want `\[0, 127\]`
	at(int64(b) % 10)                             // want `\[0, 9\]`
	at(int64(b) >> 1)                             // want `\[0, 255\]`
	at(a & 15)                                    // want `\[0, \+\]`
	at(int64(b) * int64(1e9) * int64(1e9) * 1000) // want `\[0, \+\]`
	at(int64(max(d, 5)))                          // want `\[5, \+\]`
	at(int64(min(d, 5)))                          // want `\[-, 5\]`
	at(rand.Int63n(10))                           // want `\[0, 10\]`
	at(int64(rand.Int()))                         // want `\[0, \+\]`
	at(int64(len("x") + cap([]int{})))            // want `\[1, \+\]`
}

func Branches(a, b int64, t, u time.Time) {
	if a > 0 {
		at(a)     // want `\[1, \+\]`
		at(a / 2) // want `\[0, 4611686018427387903\]`
	} else {
		at(a) // want `\[-, 0\]`
	}
	if a != 0 {
		at(a) // want `\[-, \+\]`
	}
	if a >= 0 && a != 0 && a < 10 {
		at(a) // want `\[1, 9\]`
	}
	if 3 <= a && a <= 5 || a == 4 {
		at(a) // want `\[-, \+\]`
	}
	if a == 4 {
		at(a) // want `\[4, 4\]`
	}
	if a < b {
		at(b - a) // want `\[1, \+\]`
		at(a - b) // want `\[-, -1\]`
	}
	if a-b < 1 {
		return
	}
	at(a - b) // want `\[1, \+\]`
	if t.After(u) {
		at(int64(t.Sub(u))) // want `\[1, \+\]`
	} else {
		at(int64(t.Sub(u))) // want `\[-, 0\]`
	}
	if !t.Before(u) {
		at(int64(t.Sub(u))) // want `\[0, \+\]`
	}
}

func Merged(a int64, deep bool) {
	if a < 5 {
		a = 5
	}
	at(a) // want `\[5, \+\]`
	b := int64(1)
	if deep {
		b = 10
	}
	at(b) // want `\[1, 10\]`
	for i := int64(3); i < 20; i++ {
		at(i) // want `\[3, 19\]`
	}
}

func passed(n int64) {
	at(n) // want `\[2, 9\]`
}

func Passes(flag bool) {
	passed(2)
	if flag {
		passed(9)
	}
}

func taken(n int64) {
	at(n) // want `\[-, \+\]`
}

var function = taken

func Calls() { taken(1) }

type box struct {
	set, open, tested, weak int64
	Exported                int64
}

func newBox() *box { return &box{set: 4, open: 5, Exported: 6} }

func (b *box) read(p func(*int64)) bool {
	p(&b.open)
	at(b.set)      // want `\[0, 4\]$`
	at(b.open)     // want `\[-, \+\]$`
	at(b.Exported) // want `\[-, \+\]$`
	at(b.tested)   // want `\[0, 0\] ordered`
	at(b.weak)     // want `\[0, 0\]$`
	return b.tested < 10 && b.weak < 0
}

var read = newBox().read
