package pipeline

import (
	"sync"
	"time"

	"crosstally/pipeline/intake"
)

// A RobotsMemory lets a client use what earlier runs read of robots.txt, and keeps what it reads until the run's next commit.
type RobotsMemory struct {
	st  Store
	mu  sync.Mutex
	new []intake.Note
}

// NewRobotsMemory returns the memory of a store.
func NewRobotsMemory(st Store) *RobotsMemory { return &RobotsMemory{st: st} }

// maxRobotsKept is the longest robots.txt in bytes that is kept; longer ones are asked for in each run.
const maxRobotsKept = 64 << 10

// Recall returns what the robots.txt of an origin said.
func (m *RobotsMemory) Recall(origin string) ([]byte, time.Time, bool) {
	notes, err := m.st.Recall(robotsKey(origin))
	if err != nil { // it is asked for anew
		return nil, time.Time{}, false
	}
	n, ok := notes[robotsKey(origin)]
	return n.Robots, n.OK, ok
}

// Keep notes what the robots.txt of an origin says.
func (m *RobotsMemory) Keep(origin string, body []byte, at time.Time) {
	if len(body) > maxRobotsKept {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.new = append(m.new, intake.Note{Key: robotsKey(origin), Kind: intake.OriginNote, Robots: body, OK: at})
}

func robotsKey(origin string) string { return "robots " + origin }

// learnt returns what was kept since it was last called; m may be nil.
func (m *RobotsMemory) learnt() []intake.Note {
	if m == nil {
		return nil
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	out := m.new
	m.new = nil
	return out
}
