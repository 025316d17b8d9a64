package desk

import (
	"context"
	"net/http"
	"net/http/httptest"
	"testing"
)

// TestQueueSendsOutsideOfTurns holds a queue of one turn open in the sending of one answer and asks for another.
func TestQueueSendsOutsideOfTurns(t *testing.T) {
	q := make(queue, 1)
	ask := httptest.NewRequest(http.MethodGet, "/", nil)
	slow := &slowWriter{ResponseRecorder: httptest.NewRecorder(), writing: make(chan struct{}), goOn: make(chan struct{})}
	done := make(chan struct{})
	go func() {
		defer close(done)
		q.answer(slow, ask, func(w http.ResponseWriter) { _, _ = w.Write([]byte("slow")) })
	}()
	<-slow.writing
	fast := httptest.NewRecorder()
	q.answer(fast, ask, func(w http.ResponseWriter) {
		w.Header().Set("X-Told", "yes")
		w.WriteHeader(http.StatusTeapot)
		w.WriteHeader(http.StatusOK)
		_, _ = w.Write([]byte("fast"))
	})
	close(slow.goOn)
	<-done
	if fast.Code != http.StatusTeapot || fast.Header().Get("X-Told") != "yes" || fast.Body.String() != "fast" || slow.Body.String() != "slow" {
		t.Errorf("got %d %q and %q", fast.Code, fast.Body, slow.Body)
	}
}

func TestQueueForgetsWhoLeft(t *testing.T) {
	q := make(queue, 1)
	q <- struct{}{} // its only turn is taken
	ctx, leave := context.WithCancel(context.Background())
	leave()
	q.answer(httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, "/", nil).WithContext(ctx), func(http.ResponseWriter) {
		t.Error("answered a client that left")
	})
}

func TestQueueGivesTurnsBackAfterAPanic(t *testing.T) {
	q := make(queue, 1)
	ask := httptest.NewRequest(http.MethodGet, "/", nil)
	func() {
		defer func() { _ = recover() }()
		q.answer(httptest.NewRecorder(), ask, func(http.ResponseWriter) { panic("broken") })
	}()
	if len(q) != 0 {
		t.Error("the turn is lost")
	}
}

// A slowWriter takes an answer when it is told to go on.
type slowWriter struct {
	*httptest.ResponseRecorder
	writing, goOn chan struct{}
}

func (w *slowWriter) Write(p []byte) (int, error) {
	close(w.writing)
	<-w.goOn
	return w.ResponseRecorder.Write(p)
}
