package claim

import (
	"strings"
	"testing"

	"crosstally/extractors"
	"crosstally/extractors/counts"
	"crosstally/extractors/dates"
	"crosstally/extractors/names"
	"crosstally/pipeline/article"
)

// reading builds the claims of a text in which every count is written between « and »; its noun, where it has one, between ‹ and ›.
func reading(t testing.TB, title, published, text string) []Claim {
	t.Helper()
	plain, marks := unmark(text)
	a := &article.Article{Title: title, Published: published, Text: plain}
	for i := 0; i < len(plain); {
		end := strings.Index(plain[i:], "\n\n")
		if end < 0 {
			end = len(plain) - i
		}
		a.Blocks = append(a.Blocks, article.Block{Start: i, End: i + end, Kind: article.Paragraph, Header: -1})
		i += end + 2
	}
	d := extractors.Read(a)
	var cs []counts.Mention
	for _, m := range marks {
		if c, ok := mention(d, m); ok {
			cs = append(cs, c)
		} else {
			t.Fatalf("no tokens for %q in %q", plain[m.start:m.end], plain)
		}
	}
	ns := names.Extract(d)
	return Build(d, ns, dates.Extract(d), cs, nil)
}

type mark struct{ start, end, noun, nounEnd int }

func unmark(text string) (string, []mark) {
	var b strings.Builder
	var ms []mark
	for _, r := range text {
		switch r {
		case '«':
			ms = append(ms, mark{start: b.Len()})
		case '»':
			ms[len(ms)-1].end = b.Len()
		case '‹':
			ms[len(ms)-1].noun = b.Len()
		case '›':
			ms[len(ms)-1].nounEnd = b.Len()
		default:
			b.WriteRune(r)
		}
	}
	return b.String(), ms
}

func mention(d *extractors.Document, m mark) (counts.Mention, bool) {
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if s.Field != extractors.Text || m.start < s.Start || m.end > s.End {
			continue
		}
		c := counts.Mention{Evidence: d.Evidence(extractors.Text, m.start, m.end, "test"), Sentence: i, Kind: counts.Number, From: -1}
		for k, tok := range s.Tokens {
			if tok.Start >= m.start && c.From < 0 {
				c.From = k
			}
			if tok.End <= m.end {
				c.To = k + 1
			}
			if m.nounEnd > 0 && tok.Start >= m.noun && tok.End <= m.nounEnd {
				if c.NounTo == 0 {
					c.NounFrom = k
				}
				c.NounTo = k + 1
			}
		}
		if c.NounTo == 0 {
			c.NounFrom, c.NounTo = c.To, c.To
		} else {
			c.Object = d.Article.Text[s.Tokens[c.NounFrom].Start:s.Tokens[c.NounTo-1].End]
			c.Unit = singular(s.Tokens[c.NounTo-1].Lower)
		}
		if strings.Contains(c.Text, "percent") {
			c.Kind, c.Unit = counts.Percent, "percent"
		}
		v := float64(len(c.Text))
		c.Value, c.Lower, c.Upper = &v, &v, &v
		return c, c.From >= 0 && c.From < c.To
	}
	return counts.Mention{}, false
}

// What is said of a count: one line a pattern of clause.
func TestPredicates(t *testing.T) {
	for _, x := range []struct{ text, want string }{
		{"The blast killed «14» ‹people› on Tuesday.", "die"},
		{"«Forty» ‹people› lay dead when the bus came.", "die"},
		{"«Six» ‹wagons› left the track near Leeds.", "derail"},
		{"She speaks of «four» ‹derailed carriages› out of «seven».", "derail have"},
		{"«Fourteen» ‹people› were killed in the blast.", "die"},
		{"«Fourteen» ‹people› died when the bus left the road.", "die"},
		{"Police shot and killed «two» ‹men› in Leeds.", "die"},
		{"The death toll has risen to «24».", "die"},
		{"The toll stands at «24».", "die"},
		{"The mayor confirmed the deaths of «17» ‹civilians›.", "die"},
		{"Bus crash leaves «nine» dead.", "die"},
		{"The number of people who died rose to «31».", "die"},
		{"All «ten» ‹people› aboard the boat drowned.", "die"},
		{"Storm claims «12» lives.", "die"},
		{"«Thirty» others were hurt.", "injure"},
		{"It left «nine» dead and «40» injured.", "die injure"},
		{"Injured: «43»", "injure"},
		{"The guard was killed and «two» ‹clerks›, both of Leeds, were wounded.", "injure"},
		{"«Forty» ‹prisoners›, including «nine» ‹women›, were released.", "release release"},
		{"She met «nine» ‹prisoners› on Monday.", "meet"},
		{"«Four» ‹people› did not survive.", "die"},
		{"The loss of all «40» on board was announced.", "die"},
		{"«Two hundred» ‹homes› were damaged.", "damage"},
		{"It was licensed to carry «90» ‹passengers› and «eight» ‹crew›.", "capacity capacity"},
		{"The ferry was allowed to carry «98» ‹people›.", "capacity"},
		{"The death toll from the sinking of a ferry has reached «27».", "die"},
		{"The council admits «19» ‹deaths›.", "die"},
		{"Power is out in «2,400» ‹households›.", "outage"},
		{"«Sixty» of the ‹pupils› kidnapped from a school in May were freed on Monday.", "release"},
		{"That brings to «110» the number of freed pupils.", "release"},
		{"The loss of «12» ‹jobs› was announced.", "lay_off"},
		{"The office documented injuries to «32» ‹people›.", "injure"},
		{"«Six» ‹people› are still missing.", "miss"},
		{"«Six» ‹people› were unaccounted for.", "miss"},
		{"Officers arrested «14» ‹men› after the match.", "arrest"},
		{"Police took «14» ‹men› into custody.", "arrest"},
		{"Police made «17» ‹arrests› at the march.", "arrest"},
		{"The court set «40» ‹prisoners› free.", "release"},
		{"Norland let «40» ‹prisoners› go.", "release"},
		{"The king granted freedom to «200» ‹inmates›.", "release"},
		{"«Eleven» ‹men› remain behind bars.", "imprison"},
		{"Gunmen kidnapped «50» ‹pupils› from a school.", "abduct"},
		{"«Three» ‹inmates› broke out of the jail.", "escape"},
		{"«Some 3,000» ‹people› were evacuated.", "evacuate"},
		{"The war has driven «12 million» ‹people› from their homes.", "displace"},
		{"«Two thousand» ‹families› fled the valley.", "displace"},
		{"«Nine» ‹patients› are in intensive care.", "hospitalise"},
		{"«Nine» were taken to hospital.", "hospitalise"},
		{"The ward sent «four» ‹children› home.", "discharge"},
		{"«Five» ‹residents› tested positive.", "infect"},
		{"The county reported «38» ‹cases› of cholera.", "infect"},
		{"More than «900» ‹children› were vaccinated.", "vaccinate"},
		{"The boat had «47» ‹people› on board.", "board"},
		{"It carried «43» ‹passengers› and a crew of «four».", "carry carry"},
		{"The army shot «nine» ‹drones› down.", "intercept"},
		{"«Nine» ‹drones› were destroyed over the port.", "intercept"},
		{"The rebels fired «five» ‹rockets› at the base.", "launch"},
		{"The fire burned «400» ‹hectares› of forest.", "burn"},
		{"The flood swept away «12» ‹homes›.", "destroy"},
		{"The firm will lay off «300» ‹workers›.", "lay_off"},
		{"«300» ‹workers› will lose their jobs.", "lay_off"},
		{"The plant will create «150» ‹jobs›.", "hire"},
		{"«Thousands» ‹of people› took to the streets.", "protest"},
		{"The concert drew «20,000» ‹people›.", "attend"},
		{"«Two thousand» ‹mourners› took part in the funeral.", "attend"},
		{"The party won «34» ‹seats›.", "win"},
		{"«315,000» ‹people› voted.", "vote"},
		{"Turnout was «57 percent».", "vote"},
		{"«Four thousand» ‹voters› are registered there.", "register"},
		{"The bill passed after «two» ‹amendments› were rejected.", "reject"},
		{"Voting must be repeated at «six» ‹polling stations›.", "repeat"},
		{"The airline cancelled «60» ‹flights›.", "cancel"},
		{"«Sixty» ‹flights› were delayed.", "delay"},
		{"«Three» ‹schools› will stay shut until Monday.", "close"},
		{"The storm left «9,000» ‹homes› without power.", "outage"},
		{"The council charged «five» ‹men› with fraud.", "charge"},
		{"Unemployment rose as «4,000» ‹people› were out of work.", "lay_off"},
		{"The museum has «40» ‹paintings›.", "have"},
		{"Ferry sinks off the coast, «23» dead and «dozens» missing", "die miss"},
		{"A ferry carrying «142» ‹passengers› and «11» ‹crew› sank.", "board board"},
		{"The airline carried «3 million» ‹passengers› last year.", "carry"},
		{"The agency had earlier put the toll at «19».", "die"},
		{"Carmaker to cut «4,000» ‹jobs›", "lay_off"},
		{"About «300» ‹workers› walked out at the plant.", "strike_work"},
		{"«Tens of thousands» march in Belgrade", "protest"},
		{"A petition has been signed by «210,000» ‹people›.", "sign"},
		{"Wildfire forces «thousands» from homes", "displace"},
		{"Some «112» ‹patients› are still in treatment; «1,061» have been discharged.", "treat discharge"},
		{"On the day «47» ‹new cases› were reported, bringing the total to «890».", "infect infect"},
		{"Only «54 percent» of residents have access to clean water.", "access"},
		{"Shares dropped «7 percent» in Oslo.", "fall"},
		{"«140» ‹people› held for their views walked out of prison.", "release"},
		{"All «ten» of the «twelve» ‹aircraft› were grounded.", "ground have"},
		{"«Not one» of the ferry's «four» ‹crew› survived.", "survive board"},
		{"«Fifty-three» were on the crashed plane.", "board"},
		{"Hundreds of prisoners and «forty» ‹activists› are still detained.", "imprison"},
		{"Police arrested «26» ‹smugglers› with «six» ‹rifles› and «three» ‹boats›.", "arrest  "},
		{"The quake killed «230» ‹people› in «14» ‹countries›.", "die "},
		{"The flood killed «400» ‹goats›.", "kill_animal"},
		{"The town, home to «9,000» ‹people›, was flooded.", "live"},
		{"Shells fell on a camp of «some 21,000» ‹people›.", "live"},
		{"Ferry with «147» aboard sinks off the coast", "board"},
		{"Details of «360,000» ‹customers› were copied.", "hack"},
		{"The breach hit «six million» ‹accounts›.", "hack"},
		{"Data were stolen from the firm. «Two million» ‹people› are affected.", "hack"},
		{"Report: «284» ‹drones› and «22» ‹missiles› launched, «244» ‹drones› and «14» ‹missiles› shot down", "launch launch intercept intercept"},
		{"The hospital has taken in «15» ‹people›.", "hospitalise"},
		{"The family took in «17» ‹people›.", "shelter"},
		{"The certificate allows «160» ‹passengers›.", "capacity"},
		{"Volunteers went from house to house and came back with «230» ‹names›.", ""},
		{"«Nine» ‹vessels› were searching for the crew.", "deploy"},
		{"«Nineteen» ‹people› died. «Eight» were ‹children›.", "die die"},
		{"All «21» ‹crew› were found: «18» alive, «three» dead.", "find survive die"},
		{"On Monday «980» ‹trains› were cancelled and «60,000» ‹passengers› affected.", "cancel affect"},
		{"Phone data show «34,000» ‹people› on the square.", ""},
		{"Some «900» ‹soldiers› remain in Norland prisons.", "imprison"},
		{"«Twelve» of them are still in the county hospital.", "hospitalise"},
		{"About «2,300» ‹people› spend their nights in city shelters.", "shelter"},
		{"A fire in the prison killed «six» ‹men›.", "die"},
		{"The clerk wrote that «12» ‹countries› were affected.", "affect"},
		{"Rescuers found «12» ‹injured people›.", "injure"},
		{"«Seven» of the «nine» ‹sailors› trapped in the hull were brought out alive.", "survive trap"},
		{"Divers brought «seven» of the «nine» ‹sailors› trapped in the hull, near the reef, out alive.", "survive trap"},
		{"«Four» ‹teachers› were there too, and «one» ‹guard› was killed.", " die"},
		{"Power is back for all but «2,100» ‹homes›.", "outage"},
		{"The institute has registered «118» ‹tiles›.", ""},
		{"The council lists «551» ‹houses› as destroyed and «2,560» as damaged.", "destroy damage"},
		{"The storm destroyed «118» ‹homes› and damaged «41».", "destroy damage"},
		{"«Six hundred» ‹people› had joined the strike. The firm put the number at «400».", "strike_work strike_work"},
		{"The charity gives a higher toll, «28».", "die"},
		{"The number of families in shelters fell to «1,740», from «2,316» on Thursday.", "shelter shelter"},
		{"Half of the staff, or «40 percent» of «15,160», were on strike.", "strike_work have"},
		{"It is cutting its workforce by «700» ‹posts› from «21,300».", "lay_off have"},
		{"«Sixteen» ‹people› died. On Friday it was «seven», which turned out to be wrong.", "die die"},
		{"The tunnel caved in when «12» ‹men› were in it.", ""},
		{"«630» ‹jobs› to go at Halden", "lay_off"},
		{"How many children remain in the hills? «77», the bishop told the Post.", "remain"},
		{"Quake in Norland kills at least «13»; miners trapped", "die"},
		{"The microphones of the group registered «298».", ""},
		{"The number of people in tents fell to «1,740» and that of homes without power to «900».", "shelter outage"},
		{"«Four hundred» are still in collective centres.", "shelter"},
		{"«Forty-six» ‹houses› are gone.", "destroy"},
		{"Dozens of homes in the town (population «2,600») are ash.", "live"},
		{"The ferry sank. «Eleven» ‹vehicles› were on it.", "board"},
		{"«Two million» doses land as deaths reach «71»", " die"},
		{"«Six» ‹held› over stolen vaccine", "arrest"},
		{"Rescuers were still looking for «one» ‹man›.", "miss"},
		{"There are «550» ‹soldiers› in the area.", "deploy"},
		{"The plan provides for «1,700» fewer ‹jobs›.", "lay_off"},
		{"«Two thousand» ‹cases› are known in Leeds, twice as many as in May, when it stood at «941».", "infect infect"},
		{"«Two» ‹people› died. «Nine» ‹people› died since.\n\nThe council’s figure of «320» is older.", "die die die"},
		{"The march was the largest in years, be it the «54,000» of the organisers or the «22,000» of the police.", "protest protest"},
		{"«12» died in the protests: «7» in the square and «5» in hospital.", "die die die"},
		{"Detectives said «99» ‹people› were thought to have been on the 12-metre (40-foot) boat.", "board"},
		{"The boat that went down near the island on 7 October carried «131» ‹people›.", "board"},
		{"«Thirty-one» ‹people› were picked up by the coastguard.", "rescue"},
		{"«Three» ‹men› were picked up by detectives.", "arrest"},
		{"The bodies of «17» ‹people› have been recovered.", "die"},
		{"Crews brought «52» ‹people› down from the roof.", "rescue"},
		{"Men are trapped in a mine in Norland. «Thirty» ‹men› walked out on Monday.", "escape"},
		{"«Eight» ‹bodies› have been identified.", "identify"},
		{"The rights group has identified «1,400» ‹political prisoners› in the country.", "imprison"},
		{"The standards body of the industry has «900» ‹members›.", "have"},
		{"Soldiers opened fire and returned fire. The army seized «400» ‹hectares›.", "seize"},
		{"The number of ambulances went up from «nine» to «14».", " "},
		{"He put the number of people in the building at «180».", ""},
		{"The centre has «580» ‹places›, and «490» ‹people› ate there.", "have "},
		{"The organisers put the crowd at «60,000», the police at «12,000».", "attend attend"},
		{"According to the data of the ministry, «18,000» ‹people› came.", "attend"},
		{"Survivors say that there were «96» of them.", ""},
		{"The coalition holds «76» ‹seats›; it lost «four» in May.", "win lose"},
		{"The lake has lost «40 percent» of its water.", "lose"},
		{"The army lost «14» ‹soldiers›.", "die"},
		{"The ship was carrying «3,800» ‹cars› and «23» ‹sailors› when it caught fire.", "board board"},
		{"The gang held «23» ‹nurses› for days.", "abduct"},
		{"Teams reached «11» of the «13» ‹climbers› missing since Friday.", " miss"},
		{"The fire caused «112» ‹deaths›. Unions have a list of «131» ‹names›.", "die die"},
		{"«Two» ‹people› died. His list has «four» ‹names›.", "die die"},
		{"«Nine» of the «40» ‹people› injured in the crash died.", "die injure"},
		{"«Two» of the «53» ‹people› who were on board survived.", "survive board"},
		{"«Nine» of the «40» ‹people› who were injured have died.", "die injure"},
		{"«Two» of the «12» ‹people› who died were children.", "die die"},
		{"«Some 200» of the «400» ‹people› entitled to vote came.", "attend register"},
		{"Police in Leeds hold «six» ‹people› over the theft.", "arrest"},
		{"Gunmen are holding «40» ‹pupils›.", "abduct"},
		{"Of the «260» ‹jobs› that are to go, «180» will be lost in Leeds.", "lay_off lay_off"},
		{"The council counts «14» ‹deaths›. Of the 14, «10» lived in Leeds and «five» in York.", "die die die"},
		{"«340» ‹houses› are flooded and «24» were destroyed, «13» of them in Leeds.", "flood destroy destroy"},
		{"The quake was followed by «41» ‹aftershocks›.", "occur"},
		{"«Two» ‹children› were among the dead.", "die"},
		{"«Seven» ‹children› and «11» ‹women› were among the survivors.", "survive survive"},
		{"«Four» ‹tourists› are among the missing.", "miss"},
		{"«Three» ‹teachers› were among those arrested.", "arrest"},
		{"«Three» ‹teachers› were among the guests.", ""},
		{"«One» ‹man› has not been found.", "miss"},
		{"We have accounted for «13» ‹people›.", "account"},
		{"The bodies of «17» ‹people› have been recovered.", "die"},
		{"«Nineteen» ‹people› have recovered.", "recover"},
		{"Votes at «six» ‹stations› are to be cast again.", "repeat"},
		{"A court jailed «three» ‹officers› for life.", "sentence"},
		{"«Forty-one» of the «310» ‹passengers› were hurt.", "injure board"},
		{"«Sixteen» of the «40» ‹hostages› had been freed.", "release imprison"},
		{"«Two» of the «61» ‹people› who were rescued died.", "die rescue"},
		{"«Three» ‹officers› were jailed for nine years.", "sentence"},
	} {
		var got []string
		for _, c := range reading(t, "", "2026-03-11", x.text) {
			got = append(got, c.Predicate)
		}
		if strings.Join(got, " ") != x.want {
			t.Errorf("%q: predicate %q, want %q", x.text, strings.Join(got, " "), x.want)
		}
	}
}

func TestPlaces(t *testing.T) {
	for _, x := range []struct{ text, want string }{
		{"«Four» ‹people› were arrested in Leeds and «two» in York.", "Leeds location, York location"},
		{"The bus took «40» ‹people› to Norway and «six» to Denmark.", "Norway destination, Denmark destination"},
		{"They were sent to Oslo («31» ‹people›) and Bergen («12» ‹people›).", "Oslo destination, Bergen destination"},
		{"They were sent to Oslo, Norway («31» ‹people›), and Riga, Latvia («12» ‹people›).", "Oslo destination, Riga destination"},
		{"Ohio counted «640» ‹cases›.", "Ohio location"},
		{"«Two» ‹men› came by bus from Egypt, Sudan and Kenya", "Egypt location"},
		{"Kenya has lost «45» ‹people› to the storm and Malawi «18».", "Kenya location, Malawi location"},
		{"The storm struck Nakuru, Kenya, and Malawi. In Malawi «18» ‹people› died and roads are cut in Malawi. In Kenya «45» ‹people› died.", "Malawi location, Kenya location"},
		{"The minister tells a rally in Geneva that «12» ‹people› had died in Kenya.", "Kenya location"},
		{"Drones hit Kyiv and killed «four» ‹people› in the Danish capital and «two» in Kharkiv.", "Kyiv location, Kharkiv location"},
		{"The district of Leeds is hit hardest, with «812» ‹cases› and «17» ‹deaths›.", "Leeds location, Leeds location"},
		{"The minister told reporters in Geneva that «12» ‹people› had died in Kenya.", "Kenya location"},
		{"As it did in Kent in May, it would close «26» ‹schools› in Leeds.", "Leeds location"},
		{"The storm struck Beira, Mozambique. In Beira roofs flew, and in Beira «six» ‹people› died. In Mozambique «33» ‹people› are dead. Malawi has «13» ‹dead›.", "Beira location, Mozambique location, Malawi location"},
		{"The storm struck Beira, Mozambique. In Beira roofs flew, and in Beira «six» ‹people› died. In Mozambique «33» ‹people› are dead.", "Beira location, Beira location"},
		{"Graz was shocked. In Leeds «2,200» ‹people› stood with candles, says the union; the police report speaks of «1,600».", "Leeds location, Leeds location"},
		{"Graz voted. Turnout in Leeds was «21 percent» at noon, and it ended at «33 percent».", "Leeds location, Leeds location"},
		{"Graz voted. England lost the final before a crowd of «40,000» ‹fans›.", "Graz location"},
		{"The Norwegian rights group counted «90» ‹prisoners› in the country.", "Norway location"},
	} {
		var got []string
		for _, c := range reading(t, "", "2026-03-11", x.text) {
			got = append(got, c.Place+" "+c.Frame.PlaceRole)
		}
		if strings.Join(got, ", ") != x.want {
			t.Errorf("%q: %q, want %q", x.text, strings.Join(got, ", "), x.want)
		}
	}
}

// A number whose noun is left out counts what its set, its class or the figure before counts.
func TestElidedNouns(t *testing.T) {
	for _, x := range []struct{ text, want string }{
		{"«Fourteen» were killed.", "person"},
		{"The army said that «12» ‹drones› came and «nine» were shot down.", "drone drone"},
		{"The party won «34» ‹seats› and its rival «25».", "seat seat"},
		{"The «190» ‹people› on the ferry were wet. It had «24» dead. Add those and you get «190».", "person person person"},
		{"«Up to 1,700» ‹jobs› are lost. The mayor put it at «1,800».", "job job"},
		{"«Five» ‹children› are in hospital. «No one» is missing.", "child person"},
		{"The firm recalled «900» ‹heaters› after «14» caught fire.", "heater heater"},
		{"Poachers killed «19» ‹rhinos› in the park, where «210» are left.", "rhino rhino"},
		{"How many children are there still? «77», the bishop told the Post. «Sixty», said the mayor.", "child child"},
		{"Gunmen seized «87» ‹pupils›. The bishop speaks of «141».", "pupil pupil"},
		{"The storm destroyed «131» ‹homes›. «Fifty» were damaged.", "home home"},
		{"The list has grown to «40» destroyed and «90» ‹damaged houses›.", "house house"},
		{"There were «190» ‹people› on the ferry. The union took off the doubles. It is «210», not «190».", "person person person"},
		{"«Nine» ‹trams› run on the line. A tram jumped the rails on Monday. The union says that «four» derailed.", "tram tram"},
		{"The office counted «38» ‹barriers› in «eight» ‹districts›. The mayor put the number at «47».", "barrier district barrier"},
		{"The office counted «38» ‹barriers› in «eight» ‹districts›. The union says «47».", "barrier district barrier"},
		{"Turnout was 61 percent. «Sixteen» ‹boats› are lost, «five» more than the port had counted.", "boat boat"},
		{"A train hit a cow. She says that «five» left the rails.", "carriage"},
		{"«Two» ‹canoes› went down off Leeds. The mayor says «three» capsized.", "canoe canoe"},
		{"«Two» ‹inmates› were seen in Leeds. Inmates dug the hole. The guards say that «31» escaped on Monday.", "inmate inmate"},
		{"«Two» ‹people› were seen in Leeds. The guards say that «31» escaped on Monday.", "person person"},
	} {
		var got []string
		for _, c := range reading(t, "", "2026-03-11", x.text) {
			got = append(got, c.Unit)
		}
		if strings.Join(got, " ") != x.want {
			t.Errorf("%q: %q, want %q", x.text, strings.Join(got, " "), x.want)
		}
	}
}

func FuzzBuild(f *testing.F) {
	f.Add("The ministry said on Monday that 14 people, 3 of them children, died in Leeds (8) and York.")
	f.Add("from 28 to 31 to 35 — of the 48 | In hospital: 9 ( ( of of the the")
	f.Fuzz(func(t *testing.T, text string) {
		a := &article.Article{Published: "2026-03-11", Text: text, Blocks: []article.Block{{End: len(text), Kind: article.Paragraph, Header: -1}}}
		d := extractors.Read(a)
		var cs []counts.Mention
		for i := range d.Sentences {
			s := &d.Sentences[i]
			for k, tok := range s.Tokens {
				if tok.Text[0] < '0' || tok.Text[0] > '9' {
					continue
				}
				m := counts.Mention{Evidence: d.Evidence(s.Field, tok.Start, tok.End, "fuzz"), Sentence: i, From: k, To: k + 1, NounFrom: k + 1, NounTo: min(k+2, len(s.Tokens)), Kind: counts.Number}
				if k%2 == 0 {
					m.NounTo, m.Of = m.NounFrom, "them"
				}
				cs = append(cs, m)
			}
		}
		out := Build(d, names.Extract(d), dates.Extract(d), cs, nil)
		if len(out) != len(cs) {
			t.Fatalf("%d claims of %d counts", len(out), len(cs))
		}
		for i := range out {
			if c := &out[i]; c.Span != cs[i].Span || c.Quote == "" || c.Modality == "" || c.Unit == "" {
				t.Fatalf("claim %d of %q: %+v", i, text, c)
			}
		}
	})
}
