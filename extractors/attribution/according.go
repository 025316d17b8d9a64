package attribution

// readAccording reads "according to X", "as per X": of its clause, of what follows where it stands first, of one figure
// where nothing but that figure stands before it ("nine according to X").
func (r *reader) readAccording(rule string, i int) bool {
	if r.low(i+1) != "to" {
		return false
	}
	from := i + 2
	if r.low(from) == "which" { // "a letter according to which 84 boats were sold"
		f, t, ok := r.before(i)
		if r.low(i-1) == "," {
			f, t, ok = r.before(i - 1)
		}
		src := r.sourceOf(f, t)
		if !ok || src.kind == 0 || src.numeric {
			return false
		}
		r.frames = append(r.frames, frame{from: f, to: t, verb: i, src: src, credit: r.emit(rule, "document", src, from+1, r.clauseEnd(from+1))})
		return true
	}
	if n := r.someOf(from); n > 0 {
		from = n
	}
	to := r.after(from)
	if r.is(from, pronoun) && to == from+1 && r.sourceHead(to) && r.low(from) == "one" { // "according to one report", which is no verb
		to = max(to, r.after(to))
	}
	if from >= to || r.isNumber(from) && !r.sourceWithin(from) && !r.sourceHead(from+1) {
		return false
	}
	if to == from+1 && r.has(from, yardstick) {
		return true // "according to plan"
	}
	src := r.sourceOf(from, to)
	kind := "according"
	f := frame{from: from, to: to, verb: i, src: src, credit: -1}
	start, end := r.segment(i)
	k := i
	for k > start && !r.stop(k-1) && r.low(k-1) != "(" {
		k--
	}
	if n := len(r.frames); n > 0 && r.frames[n-1].to > k && r.frames[n-1].to <= i && r.cls[r.frames[n-1].verb]&according != 0 {
		k = r.frames[n-1].to
	}
	switch {
	case i == start || i == start+1 && (r.low(start) == "\"" || r.low(start) == "but" || r.low(start) == "and"):
		if src.own {
			return true
		}
		f.credit = r.emit(rule, kind, src, i, max(r.clauseEnd(to), r.accordingEnd(from, to)))
	case k < i && r.low(k-1) != ")" && !r.finite(k, i) && r.hasNumber(k, i) && (k > start || r.hasNumber(to, end)):
		f.credit = r.emit(rule, kind, src, k, to)
	default:
		if r.low(start) == "and" && r.low(start-1) == ";" && r.hasNumber(0, start) && !r.credited(0, start) {
			start = 0 // "A was paid 12; B was paid 14; and C was paid 16, according to X"
		}
		s := r.coordinated(start, i)
		if rel := r.relativeStart(s, i); rel > s {
			s = rel
		}
		f.credit = r.emit(rule, kind, src, s, r.accordingEnd(from, to))
	}
	r.frames = append(r.frames, f)
	return true
}

// coordinated returns where the clause begins that an "according to" at token i ends: behind a contrast, or behind a
// coordination that follows another source.
func (r *reader) coordinated(start, i int) int {
	for k := i - 1; k > start; k-- {
		if r.low(k-1) != "," && r.low(k-1) != ":" && r.low(k-1) != "—" {
			continue
		}
		if r.is(k, contrast) && r.credited(start, k) {
			return k
		}
		if (r.low(k) == "and" || r.low(k) == "with" && r.hasNumber(k, i)) && r.credited(start, k) {
			return k
		}
	}
	return start
}

// relativeStart returns where the relative clause begins that an "according to" at token i ends without a comma: "a recall of
// 600,000 fans, [which have hurt 43 people] according to X"; 0 where none does.
func (r *reader) relativeStart(start, i int) int {
	if r.low(i-1) == "," {
		return 0
	}
	for k := i - 1; k > start; k-- {
		switch w := r.low(k); {
		case r.stop(k) && w != ",":
			return 0
		case w == "," && (r.low(k+1) == "which" || r.low(k+1) == "who") && r.hasNumber(k, i):
			return k + 1
		case w == ",":
			return 0
		}
	}
	return 0
}

// credited reports whether a frame of this sentence stands in tokens [a,b).
func (r *reader) credited(a, b int) bool {
	for n := range r.frames {
		if v := r.frames[n].verb; v >= a && v < b {
			return true
		}
	}
	return false
}

// accordingEnd returns where a clause goes on behind "…, according to X": phrases without a verb belong to it
// ("…, from 2,900 at the weekend"), a new clause does not.
func (r *reader) accordingEnd(from, to int) int {
	end := r.clauseEnd(to)
	if r.is(r.coreEnd(from, to)-1, asked) {
		end = r.saidEnd(to) // a survey's shares go on: "…; 63 percent do not"
	}
	for k := to; k < end; k++ {
		if w := r.low(k + 1); r.low(k) == "," && (w == "who" || w == "whose" || w == "where") {
			return k // who or where that is
		}
		if r.low(k) == "," && r.low(k+1) == "and" && r.finite(k, end) && !r.isNumber(k+2) && !r.ofThose(k+2) && !(r.low(k+2) == "there" && r.isBe(k+3)) || r.low(k) == "," && r.low(k+1) == "not" {
			return k
		}
	}
	return end
}

// readCiting reads "…, citing X": the source behind an outlet.
func (r *reader) readCiting(rule string, i int) bool {
	from := i + 1
	to := r.after(from)
	if from >= to || r.is(i-1, aux) {
		return false
	}
	for k := i + 1; k < i+8 && k < len(r.toks); k++ {
		if r.low(k) == "as" && r.low(k+1) == "saying" {
			return false
		}
	}
	src := r.sourceOf(from, to)
	if src.numeric || src.kind == 0 && src.speaker == "" {
		return false
	}
	start, _ := r.segment(i)
	for n := range r.frames {
		if f := &r.frames[n]; f.right && f.verb >= start && f.verb < i && f.credit >= 0 { // "X reported 14 deaths, citing Y"
			start = f.verb + 1
		}
	}
	if r.low(i-1) != "," && !r.stop(i-1) && start == i { // "Citing X, Y said": what Y says is credited to X (cited)
		r.frames = append(r.frames, frame{from: from, to: to, verb: i, src: src, credit: -1})
		return true
	}
	end := to
	if i == start || !r.content(start, i) {
		end = r.clauseEnd(to)
	}
	r.frames = append(r.frames, frame{from: from, to: to, verb: i, src: src, credit: r.emit(rule, "according", src, start, end)})
	return true
}

// readInWords reads whose words open the sentence: "In the words of the mayor, …", "By the army's own admission, …".
func (r *reader) readInWords() {
	if w := r.low(0); w != "in" && w != "by" {
		return
	}
	from, to, end := 1, 0, r.after(1)
	if r.opens(1) && r.has(2, avowal) && r.low(3) == "of" {
		from, to = 4, r.after(4)
		end = to
	} else if r.has(end-1, avowal) {
		for k := 2; k < end; k++ {
			if r.low(k) == "'s" || r.tag(k) == "POS" {
				to = k
			}
		}
	}
	if to <= from || r.low(end) != "," {
		return
	}
	if src := r.sourceOf(from, to); src.creditable() {
		r.emit("in-words", "according", src, end, r.clauseEnd(end))
	}
}

// doubts reports a word at token k by which somebody is not sure, or may be.
func (r *reader) doubts(k int) bool {
	switch r.low(k) {
	case "not", "n't", "never", "hardly", "longer", "if", "unless", "whether":
		return true
	}
	return false
}

// readSure reads of what somebody is sure: "The hospital is adamant that four died".
func (r *reader) readSure() {
	for i := 1; i+2 < len(r.toks); i++ {
		if !r.has(i, sure) || r.low(i+1) != "that" {
			continue
		}
		k := i - 1
		for (r.is(k, adverb) || r.tag(k) == "RB") && !r.doubts(k) {
			k--
		}
		from, to, ok := r.before(k)
		if !r.isBe(k) || !ok || r.low(from) == "it" || r.doubts(from-1) {
			continue // "It is certain that", "is not convinced that", "if the court is convinced that"
		}
		if src := r.sourceOf(from, to); src.creditable() {
			r.frames = append(r.frames, frame{from: from, to: to, verb: i, src: src, right: true, credit: r.emit("sure", "said", src, i+1, r.saidEnd(i+1))})
		}
	}
}
