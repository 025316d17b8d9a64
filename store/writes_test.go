package store

import (
	"reflect"
	"testing"
	"unsafe"

	bolt "go.etcd.io/bbolt"
)

// beforeWrite has f told of every write of a file that bbolt has open for writing; an error of f stands for the disk's. bbolt has a place
// for that, and keeps it for its own tests.
func beforeWrite(db *bolt.DB, f func(b []byte, off int64) error) {
	at := reflect.ValueOf(db).Elem().FieldByName("ops").FieldByName("writeAt")
	write := (*func([]byte, int64) (int, error))(unsafe.Pointer(at.UnsafeAddr()))
	was := *write
	*write = func(b []byte, off int64) (int, error) {
		if err := f(b, off); err != nil {
			return 0, err
		}
		return was(b, off)
	}
}

// isMeta tells the write that ends a transaction: of one of the two meta pages.
func isMeta(off int64) bool { return off < 2*filePage }

// watch has f told of every store that is opened for writing during the test.
func watch(t *testing.T, f func(*bolt.DB)) {
	t.Helper()
	was := opened
	opened = f
	t.Cleanup(func() { opened = was })
}
