package desk

import (
	"bytes"
	"net/http"
	"runtime"
)

// A queue lets a few requests be answered at a time, the others in the order in which they came: were all worked at together,
// each page would be as late as the slowest.
type queue chan struct{}

func newQueue() queue { return make(queue, 1+runtime.GOMAXPROCS(0)) }

// answer waits for its turn and makes an answer with serve. It is sent when the turn is over, so that a slow client delays nobody.
func (q queue) answer(w http.ResponseWriter, req *http.Request, serve func(http.ResponseWriter)) {
	select {
	case q <- struct{}{}:
	case <-req.Context().Done():
		return
	}
	a := held{header: w.Header(), status: http.StatusOK}
	func() {
		defer func() { <-q }()
		serve(&a)
	}()
	w.WriteHeader(a.status)
	_, _ = w.Write(a.body.Bytes()) // a client that is gone misses nothing
}

// held is an answer that waits to be sent.
type held struct {
	header http.Header
	status int
	begun  bool
	body   bytes.Buffer
}

func (a *held) Header() http.Header { return a.header }

func (a *held) WriteHeader(status int) {
	if !a.begun {
		a.status, a.begun = status, true
	}
}

func (a *held) Write(p []byte) (int, error) {
	a.begun = true
	return a.body.Write(p)
}
