package intake

import (
	"bufio"
	"bytes"
	"errors"
	"io"

	"github.com/klauspost/compress/gzip"
)

// members reads a file, plain or of gzip members, and knows from where reading can begin again: the member that holds a position,
// and how many unpacked bytes of it lie before the position.
type members struct {
	*bufio.Reader // what was unpacked
	file          *bufio.Reader
	read          *counted
	z             *gzip.Reader // nil for a plain file
	out           int64        // bytes unpacked
	starts        []start      // of the members that the unpacked bytes not yet used lie in, and of those behind
}

type start struct {
	offset int64 // in the file
	out    int64 // bytes that were unpacked before it
}

// counted counts what is read.
type counted struct {
	io.Reader
	n int64
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.n += int64(n)
	return n, err
}

// openMembers begins at a place that at has told.
func openMembers(f io.ReadSeeker, from place) (*members, error) {
	if _, err := f.Seek(from.offset, io.SeekStart); err != nil {
		return nil, err
	}
	m := &members{read: &counted{f, from.offset}}
	m.file = bufio.NewReaderSize(m.read, 1<<16)
	if head, _ := m.file.Peek(2); !bytes.Equal(head, []byte{0x1f, 0x8b}) {
		m.Reader = m.file
		return m, nil
	}
	if err := m.member(); err != nil {
		return nil, err
	}
	m.Reader = bufio.NewReaderSize(unpacking{m}, 1<<16)
	_, err := m.Discard(int(from.skip))
	return m, err
}

// member begins the next gzip member.
func (m *members) member() (err error) {
	m.starts = append(m.starts, start{m.read.n - int64(m.file.Buffered()), m.out})
	if m.z == nil {
		m.z, err = gzip.NewReader(m.file)
	} else {
		err = m.z.Reset(m.file)
	}
	if err == nil {
		m.z.Multistream(false)
	}
	return err
}

// unpacking reads one member after the other.
type unpacking struct{ m *members }

func (u unpacking) Read(p []byte) (int, error) {
	n, err := u.m.z.Read(p)
	u.m.out += int64(n)
	if !errors.Is(err, io.EOF) {
		return n, err
	}
	if _, err := u.m.file.Peek(1); err != nil {
		return n, err
	}
	return n, u.m.member()
}

// at returns where reading stands.
func (m *members) at() place {
	if m.z == nil {
		return place{offset: m.read.n - int64(m.file.Buffered())}
	}
	used := m.out - int64(m.Buffered())
	for len(m.starts) > 1 && m.starts[1].out <= used {
		m.starts = m.starts[1:]
	}
	return place{offset: m.starts[0].offset, skip: used - m.starts[0].out}
}
