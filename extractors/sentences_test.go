package extractors

import (
	"strings"
	"testing"
)

// sentenceExamples are blocks with ‖ where one sentence ends and the next begins.
var sentenceExamples = []struct{ name, text string }{
	{"plain", "The dam broke. ‖ Two villages were flooded."},
	{"one", "The dam broke"},
	{"question and exclamation", "Who knew? ‖ Nobody! ‖ That is the trouble."},
	{"several marks", "Really?! ‖ Yes."},
	{"small letter after a stop", "The firm paid approx. four million."},
	{"number begins one", "The dam broke. ‖ 14 people drowned."},
	{"currency begins one", "The dam broke. ‖ $3 million was pledged. ‖ £40 was paid. ‖ €5 was lost."},
	{"handle and tag", "Read this. ‖ @portnews has it. ‖ #flood is trending."},

	{"title", "Dr. Amara Osei met Mr. Lind and Mrs. Quist."},
	{"titles in capitals", "MR. LIND SPOKE. ‖ HE LEFT."},
	{"military", "Lt. Col. Dahl and Maj.-Gen. Ruiz spoke to Capt. Eze."},
	{"officials", "Sen. Alba and Rep. Brandt wrote to Gov. Whitlock."},
	{"professor", "Prof. Ito disagreed. ‖ Rev. Moss did not."},
	{"saint", "The ferry left St. Helier at noon."},
	{"street, then opener", "It burned down on Marsh St. ‖ The owner fled."},
	{"street, then name", "The shop on Marsh St. Kilda side burned."},
	{"company", "Norvik Inc. Chief Executive Petra Lund resigned."},
	{"company, then opener", "She joined Norvik Inc. ‖ The firm makes pumps."},
	{"limited, small letter", "Harlan Ltd. said it lost money."},
	{"company ends", "He runs Harlan & Co. ‖ He bought it in 2003."},
	{"corporation with comma", "Oxley Corp., which owns the mine, said no."},
	{"junior", "Samuel Boateng Jr. won. ‖ He thanked his staff."},
	{"junior, then opener", "The seat went to Samuel Boateng Jr. ‖ He was 41."},
	{"month", "It opened on Sept. 11 and closed on Oct. 3."},
	{"month, then opener", "It will open in Sept. ‖ The cost is not known."},
	{"weekday", "Doors open Wed. 9 July."},
	{"state after a comma", "A plant in Lowell, Mass., burned."},
	{"state, then opener", "She was born in Tampa, Fla. ‖ Her father was a pilot."},
	{"not a state", "The crowd was a mass. ‖ Then it broke up."},
	{"wash is no state", "He did the wash. ‖ Later he slept."},

	{"initial", "J. Tran filed the suit."},
	{"initials", "J. K. Mbeki and P.D. Holt agreed."},
	{"middle initial", "Harold B. Quayle was fined."},
	{"initial after a verb", "The suit was filed by J. Tran on Monday."},
	{"suspect's initial", "Anna K. was arrested. ‖ Her brother fled."},
	{"plan B", "There is no plan B. ‖ The council has only this."},
	{"vitamin", "Oranges hold vitamin C. ‖ Potatoes do too."},
	{"grade then name", "The film is rated grade A. ‖ Critics loved it."},
	{"pronoun I", "So do I. ‖ Nobody asked."},
	{"letter, then opener", "He was given an F. ‖ The school closed."},

	{"US before a noun", "The U.S. Senate voted."},
	{"US before an opener", "They fled to the U.S. ‖ The rest stayed."},
	{"US at the end of a quotation", "“I love the U.S.” ‖ He left anyway."},
	{"US possessive", "The U.S.'s debt grew."},
	{"UN", "The U.N. Security Council met. ‖ It adjourned."},
	{"UN before a number", "The U.N. 2030 goals are late."},
	{"DC", "He lives in Washington, D.C. ‖ She does not."},
	{"DC before a noun", "The D.C. Council met."},
	{"degree", "Ana Reis, Ph.D., spoke. ‖ Lee Ford holds a B.Sc. in physics."},

	{"am", "It struck at 9 a.m. ‖ Nobody was hurt."},
	{"pm before a weekday", "It struck at 9 p.m. Monday and again at 4 a.m. Tuesday."},
	{"pm before a zone", "Polls close at 8 p.m. EST on Friday."},
	{"pm before a month", "It ends at 5 p.m. March 3."},
	{"pm before a capital", "It struck at 9 p.m. ‖ Rescuers came at once."},
	{"pm and small letter", "From 9 a.m. to 5 p.m. the road is shut."},
	{"etc", "They sell nuts, bolts, etc. ‖ Business is slow."},
	{"etc and small letter", "Nuts, bolts, etc. are sold."},
	{"latin", "Some fruit, e.g. Spanish oranges, i.e. the good ones, sold out."},
	{"et al", "The study by Moreau et al. found nothing."},
	{"versus", "In Dahl v. Norway the court ruled. ‖ Ruiz vs. Spain is next."},
	{"circa", "It was built c. 1900 and burned ca. 1950."},

	{"number", "He lived at No. 27 and later at No. 4."},
	{"numbers", "Rooms Nos. 3 and 4 are shut."},
	{"no, the word", "The answer was no. ‖ Then she left."},
	{"article of law", "Art. 15 applies. ‖ So does Sec. 3."},
	{"page", "See p. 12 and pp. 14-19."},
	{"figure", "See Fig. 3. ‖ It shows the fall."},
	{"volume", "It is in vol. 3, ch. 2."},
	{"decimal", "Growth was 3.5 percent. ‖ Debt rose 0.2 points."},
	{"decimal at the end", "The quake measured 6.1. ‖ No damage was seen."},
	{"year at the end", "It closed in 2019. ‖ It never reopened."},
	{"figure at the end", "The final tally was 12. ‖ The rest are missing."},
	{"leading stop", "He carried a .22 rifle. ‖ It was old."},

	{"numbered item", "1. The first demand is peace."},
	{"numbered item, two digits", "12. Wages will rise. ‖ 13 unions agreed."},
	{"roman item", "IV. The court finds as follows."},
	{"lettered item", "B. The defendant may appeal."},
	{"bracketed item", "2) Wages will rise. ‖ Taxes will not."},

	{"curly quotation", "“We are safe.” ‖ The boy smiled."},
	{"straight quotation", "\"We are safe.\" ‖ The boy smiled."},
	{"single quotation", "‘We are safe.’ ‖ The boy smiled."},
	{"quotation with comma", "“We are safe,” the boy said. ‖ “Thank you.”"},
	{"two sentences in one quotation", "“We are safe. ‖ We are cold,” she said."},
	{"quotation after a quotation", "“We are safe.” ‖ “Are you?”"},
	{"question, then small said", "“Are you safe?” he asked. ‖ Nobody answered."},
	{"question, then name and verb", "“Are you safe?” Petra Lund asked. ‖ Nobody answered."},
	{"question, then title and verb", "“Are you safe?” Ms. Lund asked."},
	{"question, then a new subject", "“Are you safe?” ‖ The line went dead."},
	{"exclamation in a quotation", "“Run!” shouted the guard. ‖ They ran."},
	{"stop behind the quotation", "He called it “a mess”. ‖ She agreed."},
	{"nested quotations", "“She said ‘go.’” ‖ Then he went."},
	{"closing mark after a space", "“We are safe. ” ‖ The boy smiled. ‖ “He said ‘go. ’ ” ‖ Then he went."},
	{"straight mark after a space", "\" We are safe. \" ‖ The boy smiled. ‖ \" Are you? \""},
	{"guillemets", "«We are safe.» ‖ The boy smiled."},

	{"whole bracket", "He left. ‖ (He had a train to catch.) ‖ She stayed."},
	{"bracket inside", "He left (by train). ‖ She stayed."},
	{"bracket before the stop", "Two died (see below). ‖ Nine lived."},
	{"square bracket", "He left. ‖ [The court adjourned.] ‖ She stayed."},

	{"ellipsis, small letter", "He waited... and waited."},
	{"ellipsis, capital", "He waited... ‖ Nothing came."},
	{"ellipsis sign", "He waited … and left. ‖ Nothing came… ‖ The end."},
	{"colon", "There is one way: The minister must go."},
	{"semicolon", "Two died; Nine lived; the rest fled."},
	{"dash", "Two died — The rest fled."},
	{"dash opens one", "The talks failed. ‖ — Reporting by Ana Reis"},

	{"name with a mark", "Yahoo! Finance reported it. ‖ So did others."},
	{"name with a mark, small", "Yahoo! said profits rose."},
	{"name with a mark, opener", "She works for Yahoo! ‖ The firm is old."},
	{"brand begins one", "Profit rose. ‖ iPhone sales fell."},
	{"missing space", "Nine were hurt.‖The mayor came."},
	{"host name", "It is on example.com now. ‖ Read it at news.example.co.uk today."},
	{"file ending", "He sent budget.pdf to all."},
	{"address at the end", "See https://example.org/a.b?c=1. ‖ Then call."},
	{"mail", "Write to j.tran@example.org. ‖ We answer."},

	{"bullets in a line", "What we know: ‖ • Ten died ‖ • Five fled"},
	{"dateline", "KYIV, March 3 (Reuters) - Talks began. ‖ They failed."},
	{"table row", "Town | Dead | Hurt"},
	{"initial ends nothing in a list", "Smith, J., and Brown, K., agreed."},
	{"opening dash after stop", "It failed. ‖ - Again."},
	{"abbreviated unit", "It weighs 12 lbs. ‖ He is 6 ft. tall."},
	{"department", "The Agriculture Dept. Secretary resigned. ‖ The dept. is large."},
	{"hyphen after a stop", "A U.S.-led force landed. ‖ It stayed."},
	{"arabic question mark", "لماذا؟ ‖ لا أحد يعرف."},
	{"blank", " \t "},
}

func TestSentenceExamples(t *testing.T) {
	for _, ex := range sentenceExamples {
		text := strings.NewReplacer(" ‖ ", " ", "‖", "").Replace(ex.text)
		toks := tokenize(text, 0, len(text))
		var got strings.Builder
		at := 0
		for k, r := range splitSentences(toks) {
			start := toks[r[0]].Start
			switch gap := text[at:start]; {
			case k > 0 && gap == "":
				got.WriteString("‖")
			case k > 0:
				got.WriteString(" ‖ ")
			}
			at = toks[r[1]-1].End
			got.WriteString(text[start:at])
		}
		if want := strings.TrimSpace(ex.text); got.String() != want {
			t.Errorf("%s:\n got %s\nwant %s", ex.name, got.String(), want)
		}
	}
	if len(sentenceExamples) < 100 {
		t.Errorf("%d examples, want 100", len(sentenceExamples))
	}
}

func TestEveryAbbreviationIsOneToken(t *testing.T) {
	for form, class := range words.abbreviations {
		text := "Near " + form + ". 27 stood"
		want := form + "."
		switch class {
		case "mark":
			continue
		case "comma":
			text = "Near Lowell, " + form + ". stood"
		}
		found := false
		for _, tok := range tokenize(text, 0, len(text)) {
			found = found || tok.Text == want
		}
		if !found {
			t.Errorf("%q (%s): no token %q in %q", form, class, want, text)
		}
	}
}
