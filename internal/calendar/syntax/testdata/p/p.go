// Package p holds values.
package p

func show(int64) {}

type box struct{ n int64 }

func (b *box) count(a, c, d int64) int64 { return b.n + a*c*d }

var global int64

func Values(a int64, b *box, small int32, list []int64) {
	show(a)                                                                   // want `"a"`
	show(7)                                                                   // want `"7"`
	show(a + 1)                                                               // want `"a \+ 1"`
	show(b.n)                                                                 // want `"b.n"`
	show(b.count(1, a, 3))                                                    // want `"b.count\(1, a, 3\)"`
	show(int64(small))                                                        // want `"int64\(small\)"`
	show(global)                                                              // want `"global"`
	show(list[0])                                                             // want `"list\[0\]"`
	show(b.count(111111111111111111, 222222222222222222, 333333333333333333)) // want `"b.count\(111111111111111111, 222222222222222222, 333333333..."`
	n := a
	if a > 0 {
		n = 2
	}
	show(n) // want `"n"`
}
