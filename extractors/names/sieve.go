package names

import "strings"

// A typingRule gives an untyped candidate a type from its words and those around it. Rules are tried in order; the first
// that answers wins, so the surest stand first.
type typingRule struct {
	name string
	sure sureness
	read func(s *scanner, c *candidate) Type
	yes  []example // a sentence, the name in it and its type
	no   []string  // sentences in which the rule finds nothing
}

type example struct {
	sentence, name string
	typ            Type
}

var typingRules = []typingRule{
	{"ampersand", good, (*scanner).byAmpersand,
		[]example{{"The merger of Harker & Stoll was blocked.", "Harker & Stoll", Org}}, []string{"Profit & loss were flat."}},
	{"given-name", certain, (*scanner).byGivenName,
		[]example{{"In court, Miriam Castellane wept.", "Miriam Castellane", Person}}, []string{"The Zorba Valley flooded."}},
	{"initials", certain, (*scanner).byInitials,
		[]example{{"The prize went to R. K. Vellodi yesterday.", "R. K. Vellodi", Person}}, []string{"Plan B failed."}},
	{"age", certain, (*scanner).byAge,
		[]example{{"Thelonas Brigg, 43, was at home.", "Thelonas Brigg", Person}}, []string{"In Brigg, 43 were hurt."}},
	{"apposition", certain, (*scanner).byApposition,
		[]example{{"They fled Qarabot, a village near the border.", "Qarabot", Place}, {"Tolvex, a drug company, cut jobs.", "Tolvex", Org},
			{"Quillem, a teacher from the coast, said so.", "Quillem", Person}}, []string{"Quillem, a few days later, left."}},
	{"particle", good, (*scanner).byParticle,
		[]example{{"Critics of van der Stroom were loud.", "van der Stroom", Person}}, []string{"The van arrived."}},
	{"place-noun-after", good, (*scanner).byNounAfter,
		[]example{{"Shells hit the Vortova district overnight.", "Vortova", Place}, {"A Tolvex spokesman declined to comment.", "Tolvex", Org}},
		[]string{"Vortova was quiet."}},
	{"place-noun-before", good, (*scanner).byNounBefore,
		[]example{{"They met in the town of Vortova on Monday.", "Vortova", Place}}, []string{"The city was quiet."}},
	{"speech", good, (*scanner).bySpeech,
		[]example{{"Later Quillem said the road was open.", "Quillem", Person}}, []string{"Later he said so."}},
	{"acronym", good, (*scanner).byAcronym,
		[]example{{"The deal was signed by KRTP on Monday.", "KRTP", Org}}, []string{"The TV was on."}},
	{"camel", good, (*scanner).byCamel,
		[]example{{"Shares of MediZorp fell.", "MediZorp", Org}}, []string{"Shares of McBride fell."}},
	{"town-and-country", good, (*scanner).byCountryBehind,
		[]example{{"She was born in 1950, Vortova, Hungary, to farmers.", "Vortova", Place}}, []string{"She was born in Hungary."}},
	{"in-place", guess, (*scanner).byPreposition,
		[]example{{"Two people died in Vortova on Monday.", "Vortova", Place}}, []string{"Two people died on Monday."}},
	{"surname-form", guess, (*scanner).bySurname,
		[]example{{"The goals by Petrenkovic decided it.", "Petrenkovic", Person}}, []string{"The goals decided it."}},
	{"person-verb", guess, (*scanner).byVerb,
		[]example{{"In 1990 Quillem resigned.", "Quillem", Person}}, []string{"In 1990 he resigned."}},
	{"the", guess, (*scanner).byThe,
		[]example{{"Fans of the Glimmers cheered.", "Glimmers", Org}}, []string{"Fans of the band cheered."}},
	{"two-words", guess, (*scanner).byLength,
		[]example{{"It honoured Zelwan Brakko with a plaque.", "Zelwan Brakko", Person}}, []string{"It honoured her."}},
}

// sieve types c by the first rule that answers.
func (s *scanner) sieve(c *candidate) {
	if s.ordinary(c) {
		return
	}
	for i := range typingRules {
		r := &typingRules[i]
		if t := r.read(s, c); t != "" {
			c.typ, c.rule, c.sure = t, r.name, r.sure
			if c.first && c.to == c.from+1 && s.class(c.from)&(common|starter) != 0 && s.class(c.from)&given == 0 {
				c.sure = open
			}
			return
		}
	}
}

// ordinary reports a run that is no name whatever stands around it: ordinary words capitalised for weight ("Press
// Release"), or what a law of nature or a method is called after ("the D'Hondt method").
func (s *scanner) ordinary(c *candidate) bool {
	switch s.lower(c.to) {
	case "method", "formula", "scale", "effect", "disease", "syndrome", "theorem", "principle", "system", "virus", "fever", "theory", "condensation", "vaccine", "rifle", "rifles", "missile", "missiles", "tablets", "language", "alphabet", "calendar":
		return s.shapes0(c.to) == small && s.class(c.from)&given == 0
	}
	n := c.to - c.from
	if n == 1 {
		k := s.class(c.from)
		return k&(common|topic|starter|eventHead|role|title|modifier) != 0 && k&(given|surname) == 0 && s.shapes[c.from] == capital && !c.the && s.roleBefore(c.from).to == 0 && s.words[c.from].node.kind&(places|orgs) == 0
	}
	for k := c.from; k < c.to; k++ {
		cl := s.class(k)
		if s.shapes[k] == small || s.shapes[k] == mark {
			continue
		}
		if cl&(common|topic|starter|role|modifier|eventHead) == 0 && !ordinaryEnding(s.lower(k)) || s.shapes[k] == upper || cl&given != 0 && cl&common == 0 {
			return false
		}
	}
	return s.class(c.from)&given == 0
}

func (s *scanner) byAmpersand(c *candidate) Type {
	for k := c.from + 1; k < c.to-1; k++ {
		if s.toks[k].Text == "&" {
			return Org
		}
	}
	return ""
}

func (s *scanner) byGivenName(c *candidate) Type {
	n := c.to - c.from
	if n < 2 || n > 6 || s.class(c.from)&given == 0 {
		return ""
	}
	last := s.class(c.to - 1)
	if s.style == prose && last&(surname|given) == 0 && last&common != 0 && n == 2 && s.class(c.from)&common != 0 {
		return "" // "Grace Period"
	}
	return Person
}

func (s *scanner) byInitials(c *candidate) Type {
	if c.to-c.from >= 2 && s.shapes[c.from] == initial && s.is(c.to-1, capital, upper) && s.toks[c.from].Text != "I" && s.toks[c.from].Text != "A" {
		return Person
	}
	if c.to-c.from == 3 && s.shapes[c.from+1] == initial {
		return Person
	}
	if w := s.lower(c.to - 1); c.to-c.from >= 2 && (w == "jr." || w == "jr" || w == "sr." || w == "sr" || w == "iii") {
		return Person
	}
	return ""
}

func (s *scanner) byAge(c *candidate) Type {
	k := c.to
	if s.lower(k) == "," && s.is(k+1, numeral) && (s.lower(k+2) == "," || s.lower(k+2) == "." || s.lower(k+2) == ";") && len(s.toks[k+1].Text) <= 2 {
		return Person
	}
	if s.lower(k) == "(" && s.is(k+1, numeral) && s.lower(k+2) == ")" && len(s.toks[k+1].Text) == 2 {
		return Person
	}
	if s.lower(k) == "," && s.lower(k+1) == "aged" {
		return Person
	}
	return ""
}

// byApposition reads ", a village near ...", ", the company that ..." and ", who" behind a name.
func (s *scanner) byApposition(c *candidate) Type {
	k := c.to
	if s.lower(k) != "," {
		return ""
	}
	k++
	switch s.lower(k) {
	case "who", "whose":
		return Person
	case "where":
		return Place
	}
	return s.headOf(k)
}

// headOf types the noun group that begins at k, "a small town in", by its head noun.
func (s *scanner) headOf(k int) Type {
	det := false
	switch s.lower(k) {
	case "a", "an", "the", "one", "another", "our", "his", "her", "their", "its":
		det = true
		k++
	}
	var t Type
	for n := 0; n < 9 && k < len(s.toks); n, k = n+1, k+1 {
		cl := s.class(k)
		w := s.lower(k)
		if w == "of" || w == "for" || w == "in" || w == "near" || w == "that" || w == "which" || w == "who" || w == "on" || w == "with" || w == "at" || w == "and" || w == "where" || w == "from" || w == "," || w == "." || w == "by" {
			if w == "of" && t == "" && n <= 1 {
				continue
			}
			break
		}
		switch {
		case cl&orgNoun != 0 && cl&role != 0 && s.shapes[k] == small:
			t = Org // "the regulator"
		case w == "owner" || w == "owners" || w == "operator":
			t = ""
		case cl&(role|kin|personNoun) != 0:
			t = Person
		case s.shapes[k] == small && cl&placeNoun != 0:
			t = Place
		case s.shapes[k] == small && cl&orgNoun != 0:
			t = Org
		case cl&(speech|act) != 0 && s.shapes[k] == small && cl&role == 0:
			return t
		case s.shapes[k] == small && cl&starter != 0:
			return t
		}
	}
	if !det && t != Person {
		return ""
	}
	return t
}

func (s *scanner) byParticle(c *candidate) Type {
	switch s.lower(c.from) {
	case "van", "von", "bin", "ibn", "bint", "ter":
		return Person
	case "al", "el", "de", "del", "di", "da", "dos", "abu":
		if s.shapes[c.from] == small {
			return Person
		}
	}
	if s.shapes[c.from] == mixed && strings.HasPrefix(s.lower(c.from), "al-") && !s.inPlace(c.from-1) {
		return Person
	}
	for k := c.from + 1; k < c.to; k++ {
		switch s.lower(k) {
		case "van", "von", "bin", "ibn", "bint", "al", "el", "ul", "der":
			return Person
		}
	}
	return ""
}

func (s *scanner) byNounAfter(c *candidate) Type {
	if s.shapes0(c.to) != small {
		return ""
	}
	w := s.lower(c.to)
	switch w {
	case "province", "district", "region", "county", "governorate", "prefecture", "oblast", "area", "neighborhood", "neighbourhood", "suburb", "village", "town", "city", "municipality", "airport", "peninsula",
		"island", "islands", "river", "valley", "residents", "resident", "villagers", "traders", "farmers", "fishermen", "market", "slum", "highlands", "countryside", "suburbs", "outskirts", "neighbourhoods", "neighborhoods", "villages", "police", "mayor", "municipal", "coast", "border", "township", "airbase", "highway", "road", "street", "mountains", "mountain", "desert", "bridge", "crossing", "plateau", "basin", "prison", "refinery":
		return Place
	case "plant", "factory", "works", "mine", "reactor":
		if s.class(c.from)&(given|surname|common) == 0 && c.to == c.from+1 {
			return Place
		}
	case "government", "regime", "administration", "family", "campaign", "era", "presidency":
		if c.the && c.to == c.from+1 && (s.class(c.from)&(given|surname) != 0 || s.class(c.from) == 0) {
			return Person // "the Harker government"
		}
	case "spokesman", "spokeswoman", "spokesperson", "ceo", "shares", "executives", "employees", "subsidiary", "group", "party", "militia", "militants", "fighters", "rebels", "insurgents", "newspaper", "magazine", "website",
		"airline", "company", "bank", "network", "chairman", "ministers", "lawmakers", "mp", "mps", "members", "leadership", "officials", "news", "television", "tv", "coach", "fans", "players", "goalkeeper", "striker", "midfielder", "defender", "captain", "manager", "branch", "agency", "faction", "supporters", "activists", "staff", "stock", "customers", "headquarters":
		if c.to == c.from+1 && s.class(c.from)&(given|surname) != 0 {
			return Person // "the Burhan militia"
		}
		if c.to == c.from+1 || s.class(c.from)&given == 0 {
			return Org
		}
	}
	return ""
}

func (s *scanner) byNounBefore(c *candidate) Type {
	k := c.from - 1
	if s.lower(k) == "at" && s.class(k-1)&(role|personNoun) != 0 && s.shapes0(k-1) == small || s.lower(k) == "at" && strings.HasSuffix(s.lower(k-1), "s") && s.g.lookup(strings.TrimSuffix(s.lower(k-1), "s")).class&role != 0 {
		return Org // "analysts at Harker Vogt"
	}
	if s.lower(k) == "of" && s.class(k-1)&placeNoun != 0 && s.shapes[k-1] == small {
		return Place
	}
	switch w := s.lower(k); w {
	case "river", "lake", "island", "mount", "village", "town", "city", "province", "neighbouring", "neighboring":
		if s.shapes[k] == small {
			return Place
		}
	case "company", "newspaper", "magazine", "broadcaster", "airline", "retailer", "bank", "firm", "carmaker", "giant", "website", "startup", "start-up", "daily", "agency", "party", "club", "group", "network", "outlet", "side", "chain", "maker", "operator":
		if s.shapes[k] == small {
			return Org
		}
	case "ngo", "band", "charity", "consultancy", "pollster", "subsidiary", "think-tank", "movement", "militia", "cartel", "initiative", "label", "insurer", "lender", "manufacturer", "developer", "contractor":
		return Org
	}
	return ""
}

func (s *scanner) bySpeech(c *candidate) Type {
	if c.first && c.to == c.from+1 && s.topical(c.from) {
		return "" // "Stallholders said"
	}
	after := s.class(c.to)&speech != 0 && s.shapes0(c.to) == small
	if s.lower(c.from-1) == "told" && s.shapes0(c.from-2) != mark && !after && c.to == c.from+1 && s.class(c.from)&(given|surname) == 0 {
		return Org // "she told Vikerton"
	}
	before := s.class(c.from-1)&speech != 0 && s.shapes0(c.from-1) == small && s.shapes0(c.from-2) == mark && (s.lower(c.from-1) == "said" || s.lower(c.from-1) == "says" || s.lower(c.from-1) == "added" || s.lower(c.from-1) == "wrote" || s.lower(c.from-1) == "told" || s.lower(c.from-1) == "explained" || s.lower(c.from-1) == "recalled")
	if !after && !before {
		return ""
	}
	if s.isAcronym(c) || c.the || s.byCamel(c) == Org || s.shapes[c.from] == mixed && c.to == c.from+1 && s.class(c.from)&particle == 0 && !strings.HasPrefix(s.lower(c.from), "al-") {
		return Org
	}
	return Person
}

func (s *scanner) isAcronym(c *candidate) bool {
	return c.to == c.from+1 && s.shapes[c.from] == upper && s.style != shouted && s.class(c.from)&starter == 0
}

func (s *scanner) byAcronym(c *candidate) Type {
	if s.isAcronym(c) && len(s.toks[c.from].Text) <= 7 {
		switch s.lower(c.from) {
		case "tv", "pm", "mp", "mps", "ceo", "id", "ok", "am", "cd", "dvd", "cv", "pr", "it", "hr", "ii", "iii", "iv", "vi", "fm", "faq", "eu-wide", "atm", "gps", "suv", "ai", "ceos", "usd", "gbp", "eur", "rsvp", "diy", "vip", "mr", "dr":
			return ""
		}
		return Org
	}
	return ""
}

func (s *scanner) byCamel(c *candidate) Type {
	for k := c.from; k < c.to; k++ {
		t := s.toks[k].Text
		if s.shapes[k] != capital && s.shapes[k] != mixed || strings.HasPrefix(t, "Mc") || strings.HasPrefix(t, "Mac") || strings.HasPrefix(t, "Fitz") || strings.HasPrefix(t, "De") || strings.HasPrefix(t, "Di") || strings.HasPrefix(t, "La") || strings.HasPrefix(t, "Le") || strings.HasPrefix(t, "Van") || strings.HasPrefix(t, "O'") || strings.HasPrefix(t, "O’") || strings.ContainsAny(t, "-'’") {
			continue
		}
		if t[0] >= 'A' && t[0] <= 'Z' && len(t) > 2 && t[1] >= 'A' && t[1] <= 'Z' {
			return Org // "IISc"
		}
		for i := 2; i < len(t); i++ {
			if t[i] >= 'A' && t[i] <= 'Z' && t[i-1] >= 'a' && t[i-1] <= 'z' {
				return Org
			}
		}
	}
	return ""
}

// byCountryBehind reads "Vortova, Hungary".
func (s *scanner) byCountryBehind(c *candidate) Type {
	if s.lower(c.to) == "," && s.nameToken(c.to+1) {
		if end, kinds := s.phrase(c.to+1, country|region); kinds != 0 && s.class(c.to+1)&(given) == 0 {
			switch s.lower(end) {
			case ",", ".", "", ")", "(", ";", "’", "'", "-", "—", "–":
				if !(s.lower(c.from-1) == "," && s.inPlace(c.from-2)) {
					return Place
				}
			}
		}
	}
	return ""
}

func (s *scanner) inPlace(k int) bool {
	return s.class(k)&inPlace != 0 && s.shapes0(k) == small
}

func (s *scanner) byPreposition(c *candidate) Type {
	k := c.from - 1
	if s.lower(k) == "the" {
		k--
		if w := s.lower(k); w != "in" && w != "near" && w != "across" && w != "into" && w != "through" && w != "along" {
			return ""
		}
		if s.isAcronym(c) {
			return ""
		}
	}
	if !s.inPlace(k) {
		return ""
	}
	switch s.lower(k) {
	case "to", "from", "at", "over", "between", "toward", "towards", "left", "within", "through", "beyond", "above", "off", "via":
		if c.to-c.from > 1 && s.lower(k) != "at" && !spanishArticle(s.lower(c.from)) || s.class(c.from)&(surname|given) != 0 || s.isAcronym(c) {
			return ""
		}
		if s.lower(k) == "to" && (s.class(k-1)&speech != 0 || s.lower(k-1) == "according") {
			return ""
		}
	}
	if s.class(c.from)&given != 0 && s.class(c.to-1)&surname != 0 {
		return ""
	}
	if spanishArticle(s.lower(c.from)) {
		return Place
	}
	if c.to-c.from == 1 && (s.class(c.from)&(common|topic|eventHead|group) != 0 || s.possessive(c.to) || s.lower(c.to) == "’" || s.lower(c.to) == "'") {
		return ""
	}
	if s.class(c.from)&surname != 0 && c.to == c.from+1 && (s.possessive(c.to) || trusting[s.lower(k-1)]) {
		return "" // "confidence in Harker", "in Harker's view"
	}
	return Place
}

// spanishArticle reports the first word of names such as "El Teniente", "La Ronge".
func spanishArticle(w string) bool {
	switch w {
	case "el", "la", "los", "las", "le", "les":
		return true
	}
	return false
}

// trusting lists words whose "in" is not one of place.
var trusting = map[string]bool{"confidence": true, "trust": true, "faith": true, "belief": true, "interest": true, "believe": true, "believes": true, "believed": true, "disappointed": true, "invested": true, "invest": true, "stake": true, "shares": true, "loss": true, "change": true, "see": true, "saw": true}

func (s *scanner) bySurname(c *candidate) Type {
	last := s.class(c.to - 1)
	if c.the && c.to == c.from+1 {
		return ""
	}
	if c.to == c.from+1 && last&common != 0 && last&(surname|given) != 0 && s.class(c.to)&(speech|act) == 0 && !s.possessive(c.to) {
		return "" // "Price", "Job", "Moon"
	}
	if last&surname != 0 || c.to == c.from+1 && last&given != 0 {
		return Person
	}
	w := s.lower(c.to - 1)
	if len(w) < 5 {
		return ""
	}
	for _, suffix := range surnameEndings {
		if strings.HasSuffix(w, suffix) {
			return Person
		}
	}
	for _, prefix := range [...]string{"mc", "o'", "al-", "el-", "ben-", "abu-", "fitz"} {
		if strings.HasPrefix(w, prefix) && len(w) > len(prefix)+2 {
			return Person
		}
	}
	return ""
}

// surnameEndings mark family names of many languages; none is usual in place names.
var surnameEndings = []string{
	"enko", "chuk", "czyk", "wicz", "vich", "ević", "ovic", "evic", "ović", "ski", "sky", "skiy", "skyy", "ska", "skaya", "ová", "ova", "eva", "ieva", "sson", "sdottir", "dóttir", "ssen", "dze", "shvili", "yan", "oglu", "oğlu", "escu", "opoulos", "akis", "idis",
	"wala", "kar", "wardena", "singhe", "asinghe", "aratne", "oulos", "iou", "aitis", "auskas", "ienė", "aitė", "ulis", "nen", "sen", "mann", "stein", "berg", "witz", "feld", "ingham", "worth", "ez", "iyev", "ayev", "iev", "ayeva", "bekov", "bayev", "iani", "elli", "etti", "ucci", "moto", "mura", "yama", "kawa", "zadeh", "nejad", "pour", "ullah", "uddin",
}

func (s *scanner) byVerb(c *candidate) Type {
	if s.isAcronym(c) || c.the || s.shapes0(c.to) != small || c.first && c.to == c.from+1 && s.topical(c.from) {
		return ""
	}
	if s.class(c.to)&act != 0 && c.to-c.from <= 3 {
		switch s.lower(c.to) {
		case "has", "had", "is", "was", "will", "would", "did", "does", "called", "began", "started", "used", "made", "got", "lost", "won", "left", "took", "gave", "suffered", "killed", "seems", "stopped", "needs":
			return ""
		}
		return Person
	}
	return ""
}

func (s *scanner) byThe(c *candidate) Type {
	if !c.the {
		return ""
	}
	n := 0
	for k := c.from; k < c.to; k++ {
		if s.class(k)&(common|topic|role|modifier|eventHead|placeHead|calendar) == 0 {
			n++
		}
	}
	w := s.lower(c.to - 1)
	if n == 0 || c.to-c.from == 1 && !strings.HasSuffix(w, "s") {
		return ""
	}
	return Org
}

// byLength settles what no context types: two or three unknown words are a person, with a common word among them a body.
func (s *scanner) byLength(c *candidate) Type {
	if c.to-c.from < 2 {
		return ""
	}
	for k := c.from; k < c.to; k++ {
		if s.class(k)&common != 0 && s.class(k)&(surname|given) == 0 {
			return Org
		}
	}
	return Person
}

// shapes0 is the shape of token k, mark outside the sentence.
func (s *scanner) shapes0(k int) shape {
	if k < 0 || k >= len(s.shapes) {
		return mark
	}
	return s.shapes[k]
}
