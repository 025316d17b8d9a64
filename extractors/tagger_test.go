package extractors

import (
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/jdkato/prose/v2"
)

// plainSentences are tagged by prose and by us. Numbers, quotation marks and headlines are shown to the tagger in other
// forms on purpose (repair.go), so here the tagger itself is compared, on forms as prose would get them.
var plainSentences = []string{
	"The harbour master said nine sailors were rescued before the trawler sank off the northern coast .",
	"Rescue workers , who had been digging since dawn , found two more survivors beneath the collapsed school .",
	"Mrs. Okonkwo did n't expect the council to vote on the budget so soon .",
	"It 's the company 's third recall this year , and regulators are n't amused .",
	"Prices rose 4.5 percent in April , the fastest pace since 2011 , the central bank reported .",
	"The U.S. government will not send observers to the talks in Geneva , a spokesman said .",
	"About 300 farmers blocked the motorway with tractors on Tuesday .",
	"She told reporters that freed hostages had been flown home overnight .",
	"Why were the well-known warnings of geologists ignored for 12 years ?",
	"( Details of the settlement were not disclosed . )",
	"Police arrested 17 people ; three of them remain in custody .",
	"The bridge , built in 1967 , carries 40,000 vehicles a day .",
	"Firefighters battling the blaze on the island of Thasos were joined by crews from Romania and Bulgaria .",
	"If the dam fails , some 8,000 people downstream would have to leave within hours .",
	"Neither the ministry nor the airline has released a passenger list .",
	"Former president Joaquín Ferreira was sentenced to eleven years for bribery .",
	"Workers at the plant walked out after talks collapsed .",
	"Investigators are looking at whether a gas leak caused the explosion that destroyed the bakery .",
	"`` We have counted every vote twice , '' the official said .",
	"Hospitals ran out of beds -- and of oxygen -- within a week .",
	"There is no evidence that the vaccine caused the deaths , the agency says .",
	"Let us hope they 'll come back , as they 've always done , I 'd say .",
	"Up to 60 % of the harvest may be lost because of the drought .",
	"The firm paid $ 1.25 million to settle claims by its former employees .",
	"Schools reopened Monday , but attendance was low in the worst-hit districts .",
	"Villagers whose homes were burned are living in tents donated by a charity .",
	"Nobody knew how many had fled ; estimates ranged from 500 to 2,000 .",
	"Mayor Lin Hui-chen of Taichung , himself a doctor , urged residents to boil their water .",
	"A second body was recovered late Thursday , bringing the toll to 31 .",
	"Both sides accused each other of breaking the truce hours after it began .",
}

// wordStock feeds sentences put together at random: nonsense, but every feature is met.
var wordStock = strings.Fields(`the a this some his of in on by with from after that who which and or but said says told found killed freed injured
rescued holds reported is are was were has been being will would may n't not no very largely recently again Minister President Mr. police council
Kenya Jakarta Novaport London Tuesday April prisoners people miners ships hospital hospitals talks vote votes fire flood quake company
shares percent % million 12 1,204 2019 4.5 7.45am well-known long-term 30-year-old new old several many few more most 's ' , ; : -- .
` + "`` '' ( ) $ - ferry ferries burning burned quickly İstanbul naïve Tchaïkov x-ray U.N. U.S. Covid-19 0 * @desk")

func proseModel() *prose.Model {
	d, err := prose.NewDocument("", prose.WithExtraction(false), prose.WithSegmentation(false))
	if err != nil {
		panic(err)
	}
	return d.Model
}

// TestTagsAreProses compares tags token by token up to the first tie, which prose breaks at random.
func TestTagsAreProses(t *testing.T) {
	model, tagger := proseModel(), sharedTagger()
	sentences := append([]string(nil), plainSentences...)
	random := rand.New(rand.NewPCG(1, 2))
	for range 1500 {
		var s []string
		for range 3 + random.IntN(25) {
			s = append(s, wordStock[random.IntN(len(wordStock))])
		}
		sentences = append(sentences, strings.Join(s, " "))
	}
	compared, ties, unaligned := 0, 0, 0
	for _, s := range sentences {
		forms := strings.Fields(s)
		doc, err := prose.NewDocument(s, prose.UsingModel(model), prose.WithExtraction(false), prose.WithSegmentation(false))
		if err != nil {
			t.Fatal(err)
		}
		theirs := doc.Tokens()
		n := 0 // tokens that prose cut as we did
		for n < len(forms) && n < len(theirs) && theirs[n].Text == forms[n] {
			n++
		}
		if n < len(forms) || n < len(theirs) {
			unaligned++
			n -= 2 // the words to the right are features too
		}
		toks := make([]Token, len(forms))
		for i, f := range forms {
			toks[i] = Token{Text: f, Lower: strings.ToLower(f)}
		}
		tied := tagger.tag(toks, forms, make([]context, len(forms)+4))
		if tied < n {
			ties++
		}
		for i := range min(n, tied) {
			// prose keeps one token for all places of a word but the sentence's last, so the tag of the last place stands in all.
			if slices.Contains(forms[i+1:max(i+1, len(forms)-1)], forms[i]) {
				continue
			}
			if compared++; toks[i].Tag != theirs[i].Tag {
				t.Errorf("%q in %q: tag %s, prose's is %s", forms[i], s, toks[i].Tag, theirs[i].Tag)
			}
		}
	}
	t.Logf("%d tokens compared, %d of %d sentences with a tie, %d cut otherwise by prose", compared, ties, len(sentences), unaligned)
	if compared < 10000 {
		t.Errorf("%d tokens compared, want 10000 or more: too few to prove anything", compared)
	}
}

// TestTaggerIsShared tags the same sentence from several goroutines.
func TestTaggerIsShared(t *testing.T) {
	want := tagsOf("Nine of the freed sailors said they had been held for 14 days.")
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 50 {
				if got := tagsOf("Nine of the freed sailors said they had been held for 14 days."); got != want {
					t.Errorf("got %s, want %s", got, want)
				}
			}
		})
	}
	wg.Wait()
}

func TestTieGoesToFirstClass(t *testing.T) {
	var s sum
	entries := []int32{700<<classBits | 9, 700<<classBits | 4, 200<<classBits | 2, -100<<classBits | 9, -100<<classBits | 4}
	s.add(entries, row{from: 0, to: 3, classes: 1<<9 | 1<<4 | 1<<2})
	s.add(entries, row{from: 3, to: 5, classes: 1<<9 | 1<<4})
	if class, tie := s.best(); class != 4 || !tie {
		t.Errorf("class %d, tie %v; want 4, true", class, tie)
	}
	var negative sum // a class without any weight does not win with 0
	negative.add([]int32{-5<<classBits | 7}, row{from: 0, to: 1, classes: 1 << 7})
	if class, tie := negative.best(); class != 7 || tie {
		t.Errorf("class %d, tie %v; want 7, false", class, tie)
	}
}

func BenchmarkLoadTagger(b *testing.B) {
	for b.Loop() {
		loadTagger()
	}
}
