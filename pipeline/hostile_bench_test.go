package pipeline_test

import (
	"crypto/tls"
	"fmt"
	"net/http"
	"testing"
	"time"

	"crosstally/pipeline/fetch"
)

// BenchmarkHostileNight says what forty hostile hosts cost a night that reads twenty good ones of forty pages each: its time beside
// that of the good ones alone, and the most anonymous memory of the process, in which the hosts live as well. The limits are those
// of the command at a twentieth of the time, and its retries.
func BenchmarkHostileNight(b *testing.B) {
	c := newTown(b)
	opt := fetch.Options{Delay: 50 * time.Millisecond, HeaderWait: time.Second, Timeout: 1500 * time.Millisecond, RateWindow: 250 * time.Millisecond, MaxWait: 1500 * time.Millisecond}
	var good, hostile []string
	for k := range 20 {
		conf := (*tls.Config)(nil)
		name := fmt.Sprintf("good%d.example", k)
		if k%2 == 1 {
			conf = c.secure(name, nil)
		}
		good = append(good, c.host(name, fmt.Sprintf("127.0.1.%d", k+1), "0", conf, largeHost(b, k))+"/feed")
	}
	for k, h := range c.hostileHosts() {
		hostile = append(hostile, h.serveIn(c, k))
	}
	var alone, beside time.Duration
	peak := int64(0)
	for b.Loop() {
		start := time.Now()
		c.night(newStore(b), good, opt)
		alone += time.Since(start)
		st := newStore(b)
		peak = max(peak, peakWhile(func() {
			start = time.Now()
			if got := c.night(st, mixed(good, hostile), opt); got.Account.Stored != 20*40 {
				b.Errorf("%s", got.Account)
			}
			beside += time.Since(start)
		}))
	}
	b.ReportMetric(alone.Seconds()/float64(b.N), "alone-s")
	b.ReportMetric(beside.Seconds()/float64(b.N), "beside-s")
	b.ReportMetric(beside.Seconds()/alone.Seconds(), "times-alone")
	b.ReportMetric(float64(peak)/(1<<20), "anon-MB")
}

// largeHost serves a feed of forty shipped pages.
func largeHost(b *testing.B, k int) http.Handler {
	recs := records(b)
	n := &newsroom{pages: map[string]string{}}
	var paths []string
	for i := range 40 {
		p := fmt.Sprintf("/%d/%d", k, i)
		n.pages[p], paths = recs[i%len(recs)].HTML, append(paths, p)
	}
	n.pages["/feed"] = rss(fmt.Sprintf("Desk %d", k), paths...)
	return n
}
