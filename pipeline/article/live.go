package article

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// entryClock is the time of day that an element gives, "" if it is no bare time. A time element with a whole time in its datetime attribute gives that.
func entryClock(n *html.Node) string {
	if textBytes(n, 40) > 30 {
		return ""
	}
	c := wholeClock(clean(raw(n)))
	if n.DataAtom != atom.Time {
		return c
	}
	for _, a := range n.Attr {
		if a.Key == "datetime" && c != "" && len(a.Val) >= 19 && isoTime(a.Val) != "" {
			return isoTime(a.Val)
		}
	}
	return c
}

// wholeClock reads a text that is a time of day and nothing else: "16:52", "9.15am", "4:05 p.m. EST", "18h30". The result has the form "16:52".
func wholeClock(t string) string {
	if len(t) < 4 || len(t) > 24 {
		return ""
	}
	t = strings.ToLower(t)
	for _, p := range [...]string{"posted at ", "updated at ", "at ", "um "} {
		t = strings.TrimPrefix(t, p)
	}
	h, rest := digits(t)
	if h < 0 || h > 24 || rest == "" || !strings.ContainsRune(":.h", rune(rest[0])) {
		return ""
	}
	m, tail := digits(rest[1:])
	if m < 0 || m > 59 || len(rest)-1-len(tail) != 2 {
		return ""
	}
	if len(tail) > 2 && tail[0] == ':' { // seconds
		if s, after := digits(tail[1:]); s >= 0 && s < 60 {
			tail = after
		}
	}
	tail = strings.TrimSpace(strings.ReplaceAll(tail, ".", ""))
	zone := tail
	switch {
	case strings.HasPrefix(tail, "am") && h <= 12:
		zone, h = tail[2:], h%12
	case strings.HasPrefix(tail, "pm") && h <= 12:
		zone, h = tail[2:], h%12+12
	}
	if zone = strings.Trim(zone, " ()"); len(zone) > 5 || !clockZones[zone] {
		return ""
	}
	return string([]byte{byte('0' + h/10), byte('0' + h%10), ':', byte('0' + m/10), byte('0' + m%10)})
}

var clockZones = map[string]bool{"": true, "gmt": true, "bst": true, "utc": true, "cet": true, "cest": true, "eet": true, "eest": true, "est": true, "edt": true, "et": true, "ct": true, "cst": true, "cdt": true,
	"mst": true, "mdt": true, "pst": true, "pdt": true, "pt": true, "ist": true, "eat": true, "cat": true, "wat": true, "sast": true, "aest": true, "aedt": true, "jst": true, "uhr": true, "hrs": true, "local": true}

func digits(t string) (n int, rest string) {
	n = -1
	for i := 0; i < len(t) && i < 2 && t[i] >= '0' && t[i] <= '9'; i++ {
		n = max(n, 0)*10 + int(t[i]-'0')
		rest = t[i+1:]
	}
	return n, rest
}

// findClocks counts the lines that are bare times. Two make the article a live blog.
func (r *region) findClocks() {
	r.clocks = make([]int, len(r.lines)+1)
	for i := range r.lines {
		r.clocks[i+1] = r.clocks[i]
		if r.lines[i].clock != "" && i >= r.first && i < r.last {
			r.clocks[i+1]++
			r.clockAt = append(r.clockAt, i)
		}
	}
}

// boxClock is the clock of the live entry that a line stands in: that of the nearest box around it which holds just one, else the last one above it.
func (r *region) boxClock(i int) string {
	if len(r.clockAt) < 2 || i < r.first || i >= r.last || r.drop[i] != "" {
		return ""
	}
	for b := r.lines[i].box; b > r.main; b = r.boxes[b].parent {
		first, last := max(r.boxes[b].first, r.first), min(r.boxes[b].last, r.last)
		if first >= last {
			break
		}
		switch r.clocks[last] - r.clocks[first] {
		case 0:
			continue
		case 1:
			return r.lines[r.clockAt[r.clocks[first]]].clock
		}
		b = r.main // the box holds several entries
	}
	if above := r.clocks[i]; above > 0 {
		return r.lines[r.clockAt[above-1]].clock
	}
	return ""
}

// leadingClock cuts a time of day that a line of an entry begins with in bold: "2.15pm The first soldiers have arrived". clock is "" where it has none.
func leadingClock(text string) (clock, rest string) {
	for _, words := range [...]int{1, 2} { // "2.15pm", "2:15 p.m."
		end := 0
		for range words {
			i := strings.IndexByte(text[end:], ' ')
			if i < 0 {
				return "", text
			}
			end += i + 1
		}
		if c := wholeClock(strings.TrimRight(text[:end], " :–—-")); c != "" {
			clock, rest = c, strings.TrimLeft(text[end:], " :–—-")
		}
	}
	if clock == "" || rest == "" {
		return "", text
	}
	return clock, rest
}
