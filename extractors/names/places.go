package names

import "strings"

// place returns the end of a place's name at i that a head closes ("Pole Line Road") or opens ("Lake Tana", "Highway 30").
func (s *scanner) place(i int) int {
	if s.style == shouted || s.words[i].class&calendar != 0 && (s.class(i)&given == 0 || s.is(i-1, numeral)) {
		return i
	}
	end := i
	c := s.words[i].class
	if e := s.ownedPlace(i); e > i {
		return e
	}
	if e := s.foreignRoad(i); e > i {
		return e
	}
	if c&placeFirst != 0 || s.words[i].cue&opensPlace != 0 {
		end = s.placeFirst(i)
	}
	for k := i; k < len(s.toks) && s.nameToken(k); k++ {
		w := s.words[k].class
		if end > i && s.style == titled {
			break
		}
		if k > i && (s.endsOrgRun(i, k) && w&placeHead == 0 || w&group != 0) {
			break
		}
		if w&placeHead == 0 || s.style == titled && w&common != 0 && k == i {
			continue
		}
		if k > i && !(k == i+1 && s.words[i].class&given != 0 && w&(surname|given) != 0 && !s.inPlace(i-1) && !s.possessive(i-1)) && !(k == i+1 && s.words[i].class&(starter|role|title) != 0) {
			end = max(end, k+1)
		}
		if k > i && s.words[i].class&(given|title) != 0 {
			continue
		}
		if s.lower(k+1) == "of" && s.lower(k) != "head" && s.is(k+2, capital, upper) && s.words[k+2].class&(starter|calendar) == 0 {
			e := s.chunk(k + 2)
			if l, kinds := s.phrase(k+2, places); kinds != 0 {
				e = l
			}
			return e
		}
	}
	if end > i && s.is(end, initial) && len(s.toks[end].Text) <= 2 && (s.toks[end].Text[0] == 'W' || s.toks[end].Text[0] == 'E' || s.toks[end].Text[0] == 'N' || s.toks[end].Text[0] == 'S') {
		end++
	}
	if w := s.lower(end - 1); end > i && (w == "route" || w == "highway" || w == "interstate") && s.is(end, numeral, coded) {
		end++ // "Kentucky Route 38"
	}
	if w := s.lower(end - 1); end > i && w == "bridge" && (s.lower(end) == "no." || s.lower(end) == "no" || s.lower(end) == "number") && s.is(end, capital) && s.is(end+1, numeral) {
		end += 2 // "Tolmin Bridge No. 11"
	}
	if end == i+1 || end > i && s.allOrdinary(i, end) && (s.weakPlaceHead(end-1) || s.indefinite(i-1)) {
		return i
	}
	if end > i+1 && s.bodyOfDistrict(i, end) {
		return i
	}
	return end
}

// ownedPlace returns the end of a place's name with a possessive in it: "Heroes' Square", "King's Bridge"; i when there is none.
func (s *scanner) ownedPlace(i int) int {
	if s.style != prose || !s.possessive(i+1) || !s.is(i+2, capital) || s.class(i+2)&placeHead == 0 || s.class(i+2)&weakHead != 0 || s.nameToken(i+3) || s.class(i)&(given|starter|group|calendar) != 0 {
		return i
	}
	switch {
	case s.lower(i+1) == "'s":
		if s.class(i)&(common|title|role) == 0 || s.words[i].known() {
			return i // "Chad's Valley"
		}
	case !strings.HasSuffix(s.lower(i), "s") || s.words[i].node.kind&places != 0:
		return i
	}
	return i + 3
}

// bodyOfDistrict reports a district that is run for a purpose: "Public Health District", "School District".
func (s *scanner) bodyOfDistrict(i, end int) bool {
	switch s.lower(end - 1) {
	case "district", "municipality", "authority":
		c := s.class(end - 2)
		return end-2 >= i && c&(topic|orgHead) != 0 && s.shapes[end-2] == capital
	}
	return false
}

// governs reports a district that speaks or acts as the body that runs it, whose name ends before token end: "Vortova Municipality says".
func (s *scanner) governs(end int) bool {
	switch s.lower(end - 1) {
	case "municipality", "prefecture", "governorate", "city":
	default:
		return false
	}
	if s.shapes0(end) == small && s.class(end)&speech != 0 {
		return true
	}
	k := end
	for k > 0 && s.nameToken(k-1) {
		k--
	}
	return s.lower(k-1) == "to" && s.lower(k-2) == "according"
}

// weakPlaceHead reports a head that makes a place of a proper word only: "Registered Historic Place".
func (s *scanner) weakPlaceHead(k int) bool {
	return s.class(k)&weakHead != 0
}

// hamlet returns the end of a place's name that a word for a cape, village or spring opens, where a preposition or noun of place stands before it:
// "off Ras Quorra", "the village of Ban Na Quorr"; i when there is none.
func (s *scanner) hamlet(i int) int {
	if s.words[i].cue&opensPlace == 0 || !s.is(i+1, capital) || s.class(i+1)&(starter|calendar|role|title|group) != 0 {
		return i
	}
	if s.inPlace(i-1) && s.lower(i-1) != "to" && s.class(i)&(given|surname) == 0 || s.lower(i-1) == "of" && s.class(i-2)&(placeNoun|seated) != 0 {
		return s.chunk(i + 1)
	}
	return i
}

// placeFirst reads "Mount Elgon", "North Sinai", "Route 66" at i.
func (s *scanner) placeFirst(i int) int {
	if end := s.hamlet(i); end > i {
		return end
	}
	if s.words[i].cue&streetFirst != 0 {
		if s.is(i+1, capital) && s.words[i+1].class&(starter|calendar) == 0 {
			return s.chunk(i + 1) // "Avenue Jean Mermoz"
		}
		return i
	}
	switch s.lower(i) {
	case "route", "highway", "interstate", "bridge", "sector":
		if s.is(i+1, numeral, coded) {
			return i + 2
		}
		return i
	case "river":
		if s.lower(i-1) == "the" && s.is(i+1, capital) && !s.nameToken(i+2) && s.words[i+1].class&(starter|calendar|role|title|group) == 0 {
			return i + 2 // "the River Vort"
		}
		return i
	case "co":
		if s.lower(i-1) == "," && s.is(i+1, capital) && !s.nameToken(i+2) {
			return i + 2 // "in Tolmin, Co Vortova"
		}
		return i
	case "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "upper", "lower", "greater", "northwest", "northeast", "southwest", "southeast",
		"north-west", "north-east", "south-west", "south-east", "northwestern", "northeastern", "southwestern", "southeastern", "inner", "outer", "downtown", "coastal", "mid", "far", "new", "old", "little", "great":
		if end, kinds := s.phrase(i+1, places); kinds != 0 {
			return end
		}
		switch s.lower(i) {
		case "new", "old", "great", "little", "greater", "inner", "outer", "far", "mid", "coastal", "downtown":
			return i
		}
		if s.is(i+1, capital) && s.words[i+1].class&^(surname) == 0 && !s.startsSentence(i) { // "North Kurdufan"
			return i + 2
		}
		return i
	case "la", "el", "le", "les", "los", "las", "ras", "bad", "ban", "ko", "ain", "tell", "tall", "bank", "hotel", "place", "via", "plaza", "villa", "valle", "sea":
		return i
	}
	if k := s.joins(i + 1); k > i+1 && s.words[i].class&given == 0 {
		return k + 1 // "Rue de Rivoli"
	}
	if !s.is(i+1, capital) && !(s.is(i+1, mixed) && strings.HasPrefix(s.lower(i+1), "al-")) || s.words[i+1].class&(starter|calendar|role|title) != 0 || i > 0 && s.nameToken(i-1) && s.class(i-1)&inPlace == 0 {
		return i
	}
	if whole, _ := s.phrase(i, terrain|orgs); whole < i+2 && s.is(i+2, capital) && s.class(i+2) == 0 && (s.class(i+1) == 0 || s.words[i].cue&saint != 0) && s.class(i+3)&speech == 0 {
		return i + 3 // "Mount Quorrobi Taki-Taki", "San Agustín Quorrotlán"
	}
	return i + 2
}
