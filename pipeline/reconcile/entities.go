package reconcile

import (
	"cmp"
	"slices"
	"strings"

	"crosstally/extractors/names"
	"crosstally/pipeline/claim"
)

// An Entity is one person, body or place of a story, with every spelling that its articles use.
type Entity struct {
	Name     string    `json:"name"` // a person's full name, else the form most used
	Type     string    `json:"type"`
	Variants []Variant `json:"variants"` // by how often, then form
	Merges   []Merge   `json:"merges"`   // why its forms are one, in order of the forms
}

// A Variant is one form of a name.
type Variant struct {
	Form     string   `json:"form"`
	Count    int      `json:"count"`
	Articles []string `json:"articles"` // URLs, sorted
}

// A Merge says why two forms are one name; without it they are two.
type Merge struct {
	Forms  [2]string `json:"forms"`
	Reason string    `json:"reason"`
}

// entities maps the forms of a story's names to who is meant.
type entities struct {
	list     []Entity
	key      map[string]string // nameKey of a form -> nameKey of its entity
	name     map[string]string // nameKey of an entity -> its name
	counting map[string]bool   // bodies that count and publish, by what any of their names says
	orgs     []string          // forms of bodies of several words, as any article writes them, sorted
}

// a form is one spelling as the articles of a story use it.
type form struct {
	key, shown string
	block      string // spellings that can be one name share it
	types      map[names.Type]int
	n          int
	docs       map[int]bool
}

// entitiesOf finds who is who in the articles of one story.
func entitiesOf(rs []claim.Reading, links Links) *entities {
	fs := forms(rs)
	defined := definitions(rs)
	u := newUnion(len(fs))
	merges := map[[2]int]string{}
	for i, a := range fs {
		for j := i + 1; j < len(fs); j++ {
			why := links.whyOne(a, fs[j], fs, defined)
			if why != "" && u.find(i) != u.find(j) && !links.parts(u, i, j, fs) {
				u.join(i, j)
				merges[[2]int{i, j}] = why
			}
		}
	}
	es := &entities{key: map[string]string{}, name: map[string]string{}, counting: map[string]bool{}}
	for _, g := range u.groups() {
		es.add(g, fs, merges, rs)
	}
	es.orgs = sortedSet(es.orgs)
	slices.SortFunc(es.list, func(a, b Entity) int { return cmp.Or(strings.Compare(a.Name, b.Name), strings.Compare(a.Type, b.Type)) })
	return es
}

// definitions finds names that an article sets in brackets behind another: "State Election Commission (DIK)". The second is
// short and in capitals, and both are bodies, so that neither "Lyon (France)" nor a dateline's agency defines anything.
func definitions(rs []claim.Reading) map[[2]string]bool {
	out := map[[2]string]bool{}
	for i := range rs {
		ns, text := rs[i].Names, rs[i].Article.Text
		for k := 1; k < len(ns); k++ {
			a, b := ns[k-1], ns[k]
			if a.Type != names.Org || b.Type != names.Org || a.Field != b.Field || a.Field == "title" || a.End > b.Start || b.End >= len(text) || text[a.End:b.Start] != " (" || text[b.End] != ')' {
				continue
			}
			if len(b.Text) <= 8 && capitals(b.Text) >= 2 && !strings.ContainsRune(b.Text, ' ') {
				out[[2]string{nameKey(cmp.Or(a.Name, a.Text)), nameKey(cmp.Or(b.Name, b.Text))}] = true
			}
		}
	}
	return out
}

func capitals(s string) (n int) {
	for i := range len(s) {
		if s[i] >= 'A' && s[i] <= 'Z' {
			n++
		}
	}
	return n
}

// forms collects the canonical names that a story's articles use, by key.
func forms(rs []claim.Reading) []*form {
	at := map[string]*form{}
	var out []*form
	for i := range rs {
		for _, m := range rs[i].Names {
			shown := cmp.Or(m.Name, m.Text)
			k := nameKey(shown)
			if k == "" {
				continue
			}
			f := at[k]
			if f == nil {
				f = &form{key: k, shown: shown, block: names.Key(shown), types: map[names.Type]int{}, docs: map[int]bool{}}
				at[k] = f
				out = append(out, f)
			}
			f.n++
			f.types[m.Type]++
			f.docs[i] = true
			f.shown = min(f.shown, shown)
		}
	}
	slices.SortFunc(out, func(a, b *form) int { return strings.Compare(a.key, b.key) })
	return out
}

func (f *form) kind() names.Type {
	best := names.Type("")
	for _, t := range []names.Type{names.Org, names.Person, names.Place} {
		if f.types[t] > f.types[best] {
			best = t
		}
	}
	return best
}

// oneName says why two forms are one name, or "".
func oneName(a, b *form, all []*form) string {
	if a.kind() != b.kind() {
		return ""
	}
	together := false
	for d := range a.docs {
		together = together || b.docs[d]
	}
	switch {
	case initials(a.key) == b.key || initials(b.key) == a.key:
		if len(a.key) > 1 && len(b.key) > 1 {
			return "initials"
		}
	case together: // an article that uses both forms as two names means two
		return ""
	case skeleton(a.key) == skeleton(b.key) && len(skeleton(a.key)) >= 3 && firstSound(a.key) == firstSound(b.key):
		return "spellings of one sound"
	case a.block == b.block && a.kind() == names.Person && strings.ContainsRune(a.key, ' ') && strings.ContainsRune(b.key, ' ') && names.SamePerson(a.shown, b.shown):
		return "family names alike, given names agree"
	case a.block == b.block && a.kind() != names.Person && names.SameName(a.shown, b.shown):
		return "spellings alike"
	case a.kind() == names.Person && surnameOf(a.key, b.key, all):
		return "only full name in the story with this surname"
	}
	return ""
}

// surnameOf reports whether one key is the last word of the other, by its sound, and of no other person's name.
func surnameOf(a, b string, all []*form) bool {
	if strings.ContainsRune(b, ' ') && !strings.ContainsRune(a, ' ') {
		a, b = b, a
	}
	if strings.ContainsRune(b, ' ') || !sameSound(lastWord(a), b) || !strings.ContainsRune(a, ' ') {
		return false
	}
	n := 0
	for _, f := range all {
		same := sameSound(lastWord(f.key), b)
		if lastWord(a) == b {
			same = lastWord(f.key) == b
		}
		if f.kind() == names.Person && strings.ContainsRune(f.key, ' ') && same && skeleton(f.key) != skeleton(a) {
			n++
		}
	}
	return n == 0
}

func lastWord(key string) string { return key[strings.LastIndexByte(key, ' ')+1:] }

func sameSound(a, b string) bool {
	return a == b || len(skeleton(a)) >= 4 && skeleton(a) == skeleton(b) && firstSound(a) == firstSound(b)
}

// transliterations bring spellings of one sound together.
var transliterations = strings.NewReplacer("tsikh", "tih", "ouski", "ovski", "ouska", "ovska", "ousky", "ovsky", "kh", "h", "gh", "g", "ph", "f", "tch", "c", "ch", "c", "sh", "s", "zh", "z", "ck", "k", "dj", "j")

// skeleton keeps the consonants of a name as one hears them, so that transliterations meet.
func skeleton(key string) string {
	var b strings.Builder
	last := byte(0)
	for _, w := range strings.FieldsFunc(key, func(r rune) bool { return r == ' ' || r == '-' || r == '\'' }) {
		if w == "al" || w == "el" || w == "the" {
			continue
		}
		w = transliterations.Replace(w)
		if last != 0 {
			b.WriteByte(' ')
		}
		last = ' '
		for i := 0; i < len(w); i++ {
			c := w[i]
			switch c {
			case 'a', 'e', 'i', 'o', 'u', 'y', 'h':
				last = 'a'
				continue
			case 'q', 'g', 'k':
				c = 'k'
			case 'v':
				c = 'w'
			case 'z':
				c = 's'
			}
			if c != last {
				b.WriteByte(c)
			}
			last = c
		}
	}
	return b.String()
}

func firstSound(key string) byte {
	if key == "" {
		return 0
	}
	switch key[0] {
	case 'a', 'e', 'i', 'o', 'u':
		return 'a'
	case 'g', 'k', 'q':
		return 'k'
	}
	return key[0]
}

// names reports whether a form is a better name for its entity than another: a person's full name, else the one most used, else the longer.
func (f *form) names(than *form) bool {
	if full := strings.ContainsRune(f.key, ' '); f.kind() == names.Person && full != strings.ContainsRune(than.key, ' ') {
		return full
	}
	return f.n > than.n || f.n == than.n && len(f.key) > len(than.key)
}

func (es *entities) add(g []int, fs []*form, merges map[[2]int]string, rs []claim.Reading) {
	best := fs[g[0]]
	for _, i := range g {
		if f := fs[i]; f.names(best) {
			best = f
		}
	}
	e := Entity{Name: best.shown, Type: string(best.kind())}
	es.name[best.key] = best.shown
	for _, i := range g {
		v := Variant{Form: fs[i].shown, Count: fs[i].n}
		if countsOnly(fs[i].key) {
			es.counting[best.key] = true
		}
		if best.kind() == names.Org && strings.ContainsRune(fs[i].shown, ' ') {
			es.orgs = append(es.orgs, fs[i].shown)
		}
		for d := range fs[i].docs {
			v.Articles = append(v.Articles, rs[d].Article.URL)
		}
		slices.Sort(v.Articles)
		e.Variants = append(e.Variants, v)
		es.key[fs[i].key] = best.key
		for _, j := range g {
			if why, ok := merges[[2]int{i, j}]; ok {
				e.Merges = append(e.Merges, Merge{[2]string{fs[i].shown, fs[j].shown}, why})
			}
		}
	}
	slices.SortStableFunc(e.Variants, func(a, b Variant) int { return cmp.Or(cmp.Compare(b.Count, a.Count), strings.Compare(a.Form, b.Form)) })
	es.list = append(es.list, e)
}

// names returns the names of keys, as the articles write them.
func (es *entities) names(keys []string) []string {
	out := make([]string, len(keys))
	for i, k := range keys {
		if out[i] = es.name[k]; out[i] == "" {
			out[i] = k
		}
	}
	return out
}

// of returns the key of who or what a name stands for.
func (es *entities) of(name string) string {
	k := nameKey(name)
	if e, ok := es.key[k]; ok {
		return e
	}
	return k
}
