// Package boltstore keeps the state of a fabric controller in a file, so that it
// survives the end of the process and of the machine. It is a [cluster.Store] on
// go.etcd.io/bbolt.
//
// A state is saved as a whole, in one transaction, and is on the disk when
// [Store.Save] returns. With it go the version of the format and a checksum.
//
// [Open] looks at all of a file before bbolt does, which trusts what it maps into
// memory. What is cut off, damaged, of another program, or of a later version of
// this one is an error, and the file is left as it is, to be looked at: what it
// says of leases and orders cannot be made up. Only a file that does not exist is
// created; an empty one was cut off.
//
// One thing cannot be told from what is normal: if the page that names the latest
// transaction is damaged, the file looks as it does after a crash while that was
// written, and the state before it is loaded.
package boltstore
