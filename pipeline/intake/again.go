package intake

import (
	"net/url"
	"strings"

	"crosstally/pipeline/article"
)

// again reads pages that earlier runs read once more, each host's one after the other, beside the other hosts.
func (w *walk) again(pages []Note) {
	byHost := map[string][]Note{}
	var hosts []string
	for _, n := range pages {
		u, err := url.Parse(strings.TrimPrefix(n.Key, InputPrefix))
		if err != nil {
			continue
		}
		host := u.Scheme + "://" + u.Host
		if byHost[host] == nil {
			hosts = append(hosts, host)
		}
		byHost[host] = append(byHost[host], n)
	}
	var tasks []task
	for _, host := range hosts {
		tasks = append(tasks, task{web: true, run: func(w *walk) {
			w.source = "recheck " + host
			for _, n := range byHost[host] {
				if w.done {
					return
				}
				w.once(n)
			}
		}})
	}
	w.run(tasks)
}

// once reads a page again as it was read before.
func (w *walk) once(was Note) {
	address := strings.TrimPrefix(was.Key, InputPrefix)
	v, weight := w.visit(address, was)
	if v.err != nil {
		w.emit(Item{Place: address, Err: v.err, Notes: was.lost(was.Key, v.err, w.now()), visit: v})
		return
	}
	rec := article.Record{Place: where(v.res.URL)}
	if g := was.Given; g != nil {
		rec = article.Record{URL: g.URL, Source: g.Source, Published: g.Published, Title: g.Title, PublishedRaw: g.Raw, PublishedFlag: g.Flag, Place: address}
	}
	w.visited(v, weight, rec, address, was.good(was.Key, PageNote, v.res.State, w.now()))
}
