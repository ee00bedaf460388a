package boltstore

import (
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"math"

	"github.com/leapguard/leapguard/fabric/cluster"
)

// The format of bbolt's files, which are as the memory of the machine is.
const (
	magic       = 0xED0CDAED
	boltVersion = 2
	headerSize  = 16 // of a page: number, flags, count, overflow
	elementSize = 16 // of a branch or a leaf
	metaSize    = 64 // of which the last 8 bytes are the checksum

	branchFlag   = 0x01
	leafFlag     = 0x02
	freelistFlag = 0x10
	bucketFlag   = 0x01 // of an element of a leaf

	// many is the count of a list of free pages whose true count comes first in it.
	many = 0xFFFF
	// maxDepth is far more than a file of this package needs.
	maxDepth = 16
)

var order = binary.NativeEndian

// A meta is what a file says of its latest transaction.
type meta struct{ pageSize, root, freelist, pages, txid uint64 }

// A checker looks at the pages of a file that a transaction has.
type checker struct {
	data []byte
	meta meta
	used map[uint64]bool
}

// check reports what is wrong with a file. The error is [ErrForeign], [ErrNewer] or
// [cluster.ErrCorrupt].
func check(data []byte) error {
	m, err := latest(data)
	if err != nil {
		return err
	}
	if size := uint64(len(data)); m.pages > size/m.pageSize {
		return fmt.Errorf("%w: cut off at %d bytes of %d pages", cluster.ErrCorrupt, size, m.pages)
	}
	c := &checker{data: data, meta: m, used: map[uint64]bool{0: true, 1: true}}
	if err := c.tree(m.root, 0); err != nil {
		return err
	}
	return c.free()
}

// latest returns what the later of the two transactions left that are in a file. If one
// of them was not completed, it is the other one.
func latest(data []byte) (meta, error) {
	if len(data) == 0 {
		return meta{}, fmt.Errorf("%w: it is empty", cluster.ErrCorrupt)
	}
	best, err := readMeta(data)
	for size := uint64(1 << 10); size <= 1<<16 && size+headerSize+metaSize <= uint64(len(data)); size <<= 1 {
		m, failed := readMeta(data[size:])
		if failed != nil || m.pageSize != size {
			continue
		}
		if err != nil || m.txid > best.txid {
			best, err = m, nil
		}
	}
	return best, err
}

// readMeta reads the first page of some data as one that names a transaction.
func readMeta(data []byte) (meta, error) {
	if len(data) < headerSize+metaSize {
		if len(data) >= headerSize+4 && order.Uint32(data[headerSize:]) != magic {
			return meta{}, ErrForeign
		}
		return meta{}, fmt.Errorf("%w: cut off at %d bytes", cluster.ErrCorrupt, len(data))
	}
	d := data[headerSize : headerSize+metaSize]
	if order.Uint32(d) != magic {
		return meta{}, ErrForeign
	}
	if v := order.Uint32(d[4:]); v != boltVersion {
		return meta{}, fmt.Errorf("%w: version %d of bbolt's format, not %d", ErrNewer, v, boltVersion)
	}
	h := fnv.New64a()
	h.Write(d[:metaSize-8])
	if h.Sum64() != order.Uint64(d[metaSize-8:]) {
		return meta{}, fmt.Errorf("%w: the checksum of the transaction is wrong", cluster.ErrCorrupt)
	}
	m := meta{uint64(order.Uint32(d[8:])), order.Uint64(d[16:]), order.Uint64(d[32:]), order.Uint64(d[40:]), order.Uint64(d[48:])}
	if m.pageSize < 1<<10 || m.pageSize > 1<<16 || m.pageSize&(m.pageSize-1) != 0 {
		return meta{}, fmt.Errorf("%w: pages of %d bytes", cluster.ErrCorrupt, m.pageSize)
	}
	return m, nil
}

// page returns a page with those that it overflows into, each of which is used once.
func (c *checker) page(id uint64) (flags, count uint64, data []byte, err error) {
	if id < 2 || id >= c.meta.pages {
		return 0, 0, nil, fmt.Errorf("%w: page %d of %d", cluster.ErrCorrupt, id, c.meta.pages)
	}
	d := c.data[id*c.meta.pageSize:]
	last := id + uint64(order.Uint32(d[12:]))
	if order.Uint64(d) != id || last >= c.meta.pages {
		return 0, 0, nil, fmt.Errorf("%w: page %d says that it is %d, to %d", cluster.ErrCorrupt, id, order.Uint64(d), last)
	}
	for i := id; i <= last; i++ {
		if c.used[i] {
			return 0, 0, nil, fmt.Errorf("%w: page %d is used twice", cluster.ErrCorrupt, i)
		}
		c.used[i] = true
	}
	return uint64(order.Uint16(d[8:])), uint64(order.Uint16(d[10:])), d[:(last-id+1)*c.meta.pageSize], nil
}

// tree looks at a page and what is below it.
func (c *checker) tree(id uint64, depth int) error {
	flags, count, data, err := c.page(id)
	if err != nil {
		return err
	}
	switch {
	case depth == maxDepth:
		return fmt.Errorf("%w: page %d is too deep", cluster.ErrCorrupt, id)
	case headerSize+count*elementSize > uint64(len(data)):
		return fmt.Errorf("%w: page %d has %d elements", cluster.ErrCorrupt, id, count)
	case flags == leafFlag:
		return c.leaf(data, count, depth)
	case flags != branchFlag || count == 0:
		return fmt.Errorf("%w: page %d with %d elements is of kind %#x", cluster.ErrCorrupt, id, count, flags)
	}
	for i := range count {
		at := headerSize + i*elementSize
		e := data[at:]
		if key := uint64(order.Uint32(e[4:])); key == 0 || at+uint64(order.Uint32(e))+key > uint64(len(data)) {
			return fmt.Errorf("%w: element %d of page %d", cluster.ErrCorrupt, i, id)
		}
		if err := c.tree(order.Uint64(e[8:]), depth+1); err != nil {
			return err
		}
	}
	return nil
}

// leaf looks at the elements of a leaf and the buckets that are in it.
func (c *checker) leaf(data []byte, count uint64, depth int) error {
	for i := range count {
		at := headerSize + i*elementSize
		e := data[at:]
		key := uint64(order.Uint32(e[8:]))
		start := at + uint64(order.Uint32(e[4:])) + key
		end := start + uint64(order.Uint32(e[12:]))
		if key == 0 || end > uint64(len(data)) {
			return fmt.Errorf("%w: element %d of a leaf", cluster.ErrCorrupt, i)
		}
		if order.Uint32(e)&bucketFlag == 0 {
			continue
		}
		if err := c.bucket(data[start:end], depth); err != nil {
			return err
		}
	}
	return nil
}

// bucket looks at a bucket: a page, or in a small one a leaf in the place of it.
func (c *checker) bucket(value []byte, depth int) error {
	const header = 16 // page and sequence
	if len(value) < header {
		return fmt.Errorf("%w: a bucket of %d bytes", cluster.ErrCorrupt, len(value))
	}
	if root := order.Uint64(value); root != 0 {
		return c.tree(root, depth+1)
	}
	inline := value[header:]
	if len(inline) < headerSize || order.Uint16(inline[8:]) != leafFlag {
		return fmt.Errorf("%w: a bucket of %d bytes is no leaf", cluster.ErrCorrupt, len(value))
	}
	count := uint64(order.Uint16(inline[10:]))
	if headerSize+count*elementSize > uint64(len(inline)) || depth == maxDepth {
		return fmt.Errorf("%w: a bucket of %d bytes has %d elements", cluster.ErrCorrupt, len(value), count)
	}
	return c.leaf(inline, count, depth+1)
}

// free looks at the list of free pages: none may be in use, or be there twice, or it
// would be written over.
func (c *checker) free() error {
	if c.meta.freelist == math.MaxUint64 {
		return fmt.Errorf("%w: it has no list of free pages", ErrForeign)
	}
	flags, count, data, err := c.page(c.meta.freelist)
	if err != nil {
		return err
	}
	if flags != freelistFlag {
		return fmt.Errorf("%w: the list of free pages is of kind %#x", cluster.ErrCorrupt, flags)
	}
	ids := data[headerSize:]
	if count == many {
		count, ids = order.Uint64(ids), ids[8:]
	}
	if count > uint64(len(ids))/8 {
		return fmt.Errorf("%w: %d free pages", cluster.ErrCorrupt, count)
	}
	for i := range count {
		id := order.Uint64(ids[8*i:])
		if id >= c.meta.pages || c.used[id] {
			return fmt.Errorf("%w: page %d is free and in use", cluster.ErrCorrupt, id)
		}
		c.used[id] = true
	}
	if n := uint64(len(c.used)); n != c.meta.pages {
		return fmt.Errorf("%w: %d of %d pages are neither free nor in use", cluster.ErrCorrupt, c.meta.pages-n, c.meta.pages)
	}
	return nil
}
