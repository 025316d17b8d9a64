package dates

import (
	"strings"
	"testing"
)

// A reading is text published on a day, "|" parting its paragraphs, and the mentions wanted in it.
type reading struct{ published, text, want string }

// What general news told that earlier rules took for another day, or for a day at all.
var readings = []reading{
	// names of programmes
	{"2026-05-20", "He repeated it on “Monday Night Derby” and on “This Morning” with Ada Roe.", ""},
	{"2026-05-20", "She told Oslo News Daily so on Tuesday.", "Tuesday=2026-05-19"},
	{"2026-05-20", "They dream of a tomorrow without debt.", ""},
	// decades, centuries
	{"2016-06-23", "Prices ran wild there in the ’20s and again in the ’90s.", "’20s=1920/1929; ’90s=1990/1999"},
	{"2026-05-20", "It shrank in the first half of the twentieth century.", "first half of the twentieth century=1901/1950"},
	// a time of day in figures stands beside the day
	{"2026-05-20", "Polls open at 7 a.m. on Sunday and close at 9pm Monday.", "Sunday=2026-05-24; Monday=2026-05-25"},
	{"2026-05-20", "It was over by noon on Monday.", "noon on Monday=2026-05-18"},
	// an event still to come, in a clause of the past
	{"2026-04-26", "He was beaten in a vote on who should speak for the party at its convention in July.", "July=2026-07"},
	{"2026-04-26", "The convention in September was a shambles.", "September=2025-09"},
	{"2026-04-28", "The win frees her to turn to the October election.", "October=2026-10"},
	// a term set then
	{"2016-02-19", "A judge ordered the office to hand over the papers by the end of January.", "end of January=2016-01-31"},
	{"2000-01-15", "The agency decided to send the girl home by Jan. 14.", "Jan. 14=2000-01-14"},
	{"2016-04-21", "She said that she was going to rest on Wednesday morning.", "Wednesday morning=2016-04-20"},
	{"1989-10-30", "The bid had been scheduled to lapse on Friday, but was extended.", "Friday=1989-10-27"},
	{"1989-10-26", "The board also created two posts, effective Feb. 1.", "Feb. 1=1990-02-01"},
	{"2016-05-12", "She has managed to stay out of the row since taking over in the fall.", "fall=2015-09/2015-11"},
	{"2016-05-12", "He has promised to leave in the autumn.", "autumn=2016-09/2016-11"},
	// what has happened, in a clause that looks ahead
	{"2016-04-28", "Her victories in Ohio, Utah and Maine on Tuesday will only speed that shift.", "Tuesday=2016-04-26"},
	{"2016-04-28", "A victory in Ohio on Tuesday will speed that shift.", "Tuesday=2016-05-03"},
	{"2026-05-20", "The raid at the port on Tuesday could sour ties.", "Tuesday=2026-05-19"},
	// ranges over the article's day
	{"2016-02-17", "We treat Feb. 15 to March 15 as one long vote.", "Feb. 15 to March 15=2016-02-15/2016-03-15"},
	// no day is told from which to count
	{"2026-04-23", "On Monday the court met.|It stayed the plan in February. A judge, Ann Oto, died four days later.", "Monday=2026-04-20; February=2026-02; four days later="},
	{"2026-05-20", "On Monday the dam broke. On the same day as the funeral it rained.", "Monday=2026-05-18; the same day="},
	// what a word beside the day says of it
	{"2026-05-18", "Polls show that he is trailing ahead of Tuesday’s vote.", "Tuesday’s=2026-05-19"},
	{"2026-05-18", "Police detained nine ahead of Sunday’s vote.", "Sunday’s=2026-05-17"},
	{"2026-05-20", "Surveys show her ahead of him in the November vote.", "November=2026-11"},
	{"2026-05-20", "She lost the August primary and left.", "August=2025-08"},
	{"2026-05-20", "The levy took effect July 1.", "July 1=2025-07-01"},
	{"2026-05-20", "Sales in April were poor, and June looks worse.", "April=2026-04; June=2026-06"},
	{"2026-05-20", "The next day, May 4, the siege ended.", "The next day=; May 4=2026-05-04"},
	{"2026-05-20", "It was moved from Saturday to Monday.", "Saturday=2026-05-16; Monday=2026-05-25"},
	{"2026-05-20", "He was dropped in the spring of last year.", "spring of last year=2025-03/2025-05"},
	{"2016-04-15", "The race has turned nasty ahead of the town’s decisive Tuesday primary.", "Tuesday=2016-04-19"},
	{"2016-04-28", "He is near his goal thanks to his romp Tuesday in five states.", "Tuesday=2016-04-26"},
	{"2016-04-28", "She fought to keep him from a win at the convention this summer.", "this summer=2016-06/2016-08"},
	{"2026-02-11", "Nine died in attacks this autumn.", "this autumn=2025-09/2025-11"},
	{"2016-04-26", "In 1972 he was chosen. But he lost to Dixon that November, carrying two states.", "1972=1972; that November=1972-11"},
	{"2023-06-14", "It would have to pay the price, as quoted on June 6, in cash.", "June 6=2023-06-06"},
	{"2023-06-14", "After the defeat against Peru in January, its outlook is not good.", "January=2023-01"},
	{"2023-06-14", "The park is open Tuesday to Sunday from 7:00 a.m. to 3:00 p.m.", "Tuesday to Sunday="},
	{"2016-03-04", "He flew there to rally crowds ahead of the town’s vote on Saturday.", "Saturday=2016-03-05"},
	{"2016-03-10", "Eight years ago, he led the race, having won 11 states in February.", "Eight years ago=2008; February=2008-02"},
	{"2026-05-20", "In 2008, the army attacked the town on Aug. 8.", "2008=2008; Aug. 8=2008-08-08"},
	{"2026-05-20", "The plant, built in 2008, burned down on March 4.", "2008=2008; March 4=2026-03-04"},
	{"2026-05-20", "He turned away around 2002, when it was rebuilt, as it had been in 1984/1985 and between 1833 and 1855.", "2002=2002; 1984/1985=1984/1985; 1833 and 1855=1833/1855"},
	{"2026-05-20", "She spoke after his Tuesday-night victories.", "Tuesday-night=2026-05-19"},
	{"2016-08-01", "He promised reform if he and Kane take office in January.", "January=2017-01"},
	{"2016-08-26", "He is behind despite winning the primary there in February.", "February=2016-02"},
	{"2026-05-20", "She is tired after fighting for the post over the weekend.", "the weekend=2026-05-16/2026-05-17"},
	{"2026-05-20", "The minister paid a site visit, on Thursday, to a food plant.", "Thursday=2026-05-14"},
	{"2026-05-20", "It followed the July riots in 2021 and floods this year.", "July=2021-07; 2021=2021; this year=2026"},
	{"2016-09-04", "But in 2012, they spent millions on notices beginning in April.", "2012=2012; April=2012-04"},
	{"2026-05-20", "Clinics reopen Monday.", "Monday=2026-05-25"},
	{"2026-05-20", "She and Mayor Yas Orto meet separately Friday in Oslo.", "Friday=2026-05-22"},
	{"2026-05-20", "The two chiefs meet separately Friday in Oslo.", "Friday=2026-05-22"},
	// names and counts
	{"2026-05-20", "Some three quarters of all crops need bees, as three-quarters did in the Ninety Years’ War.", ""},
	{"2026-05-20", "The plan, Vision 2030, and the Corvo 1980 venture are behind schedule.", ""},
	{"2026-05-20", "Some 1,900 fled; 2000 more followed.", ""},
	{"2026-05-20", "She is a guest of “Today” and a writer for the Saturday Courier and the Sunday papers.", ""},
	// an event in a month: only what was wished for may lie ahead
	{"2026-05-20", "The two premiers shook hands at the summit in July.", "July=2025-07"},
	{"2026-05-20", "Twelve fans were crushed at the concerts in August.", "August=2025-08"},
	{"2026-05-20", "Ada Roe wanted a seat at the convention in July.", "July=2026-07"},
	{"2026-05-20", "Ada Roe hopes for a seat at the convention in July.", "July=2026-07"},
	{"2026-05-20", "They agreed at the summit in July to halve the tax.", "July=2025-07"},
	{"2026-05-20", "At the summit in July, they agreed to halve the tax.", "July=2025-07"},
	{"2026-05-20", "Ann Oto lost the election in October.", "October=2025-10"},
	{"2026-05-20", "Nine fans died after the match in October.", "October=2025-10"},
	{"2026-05-20", "Aides drafted a paper for the summit in July.", "July=2026-07"},
	{"2026-05-20", "She spoke of it ahead of the council meetings in September.", "September=2026-09"},
	{"2026-05-20", "He was gloomy about the looming showdown in July.", "July=2026-07"},
	{"2026-05-20", "She sent money to the towns that vote in July.", "July=2026-07"},
	{"2026-05-20", "There was a whisper favouring a revolt at the convention in July.", "July=2026-07"},
	{"2026-05-20", "The vote was put off until after the summit in July.", "July=2026-07"},
	// a firm's name behind a day holds no masthead
	{"2026-05-20", "On Monday Post Bank clerks walked out.", "Monday=2026-05-18"},
	{"2026-05-20", "On Tuesday Express Rail cut 30 trains.", "Tuesday=2026-05-19"},
	{"2026-05-20", "Clerks said Monday Post Bank was shut.", "Monday=2026-05-18"},
	{"2026-05-20", "On Friday Night a wall fell in Lom.", "Friday Night=2026-05-15"},
	{"2026-05-20", "Ann Oto of the Friday Gazette and a guest of Friday Night Derby heard it.", ""},
	// a year behind a place
	{"2026-05-20", "In Sundvik 2024 was a dry year.", "2024=2024"},
	{"2026-05-20", "For South Sundvik 2025 brought nine storms.", "2025=2025"},
	{"2026-05-20", "He was born in Oslo 1962 and left early.", "1962=1962"},
	{"2026-05-20", "Bidders for Corvo 2031 were told that the Corvo 2031 board had met.", ""},
	// days told apart and days that last
	{"2026-05-20", "The fair was postponed and ran from Monday to Friday.", "Monday to Friday=2026-05-11/2026-05-15"},
	{"2026-05-20", "She was put in a cell from 2 May to 9 May.", "2 May to 9 May=2026-05-02/2026-05-09"},
	{"2026-05-20", "Crews put in long shifts from 2 May to 9 May.", "2 May to 9 May=2026-05-02/2026-05-09"},
	{"2026-05-20", "The army moved its men and fought on from 2 May to 9 May.", "2 May to 9 May=2026-05-02/2026-05-09"},
	{"2026-05-20", "They moved the fair from 2 May to 9 May.", "2 May=2026-05-02; 9 May=2026-05-09"},
	{"2026-05-20", "The fair was put back from 16 May to 23 May.", "16 May=2026-05-16; 23 May=2026-05-23"},
	{"2026-05-20", "They put off the fair from 2 May to 9 May.", "2 May=2026-05-02; 9 May=2026-05-09"},
	// what is hoped for or planned has not happened
	{"2026-05-20", "Her win on Sunday is not assured.", "Sunday=2026-05-24"},
	{"2026-05-20", "Her win on Sunday is widely expected.", "Sunday=2026-05-24"},
	{"2026-05-20", "The club's triumph on Saturday would crown the season.", "Saturday=2026-05-23"},
	{"2026-05-20", "The planned arrests on Friday will be filmed.", "Friday=2026-05-22"},
	{"2026-05-20", "The club's triumph on Saturday is a relief.", "Saturday=2026-05-16"},
	{"2026-05-20", "The club's triumph on Saturday is certain to please.", "Saturday=2026-05-16"},
	{"2026-05-20", "The arrests on Friday will be studied.", "Friday=2026-05-15"},
	// what one has refused to do may lie ahead
	{"2026-05-20", "The bishop has refused to speak on Friday.", "Friday=2026-05-22"},
	{"2026-05-20", "The bishop refused to speak on Friday.", "Friday=2026-05-15"},
	{"2026-05-20", "The bishop has managed to speak on Friday.", "Friday=2026-05-15"},
	// a day of the month recurs only where it is told of now
	{"2026-05-20", "Nine drowned on the first Saturday of the month.", "first Saturday of the month=2026-05-02"},
	{"2026-05-20", "Nine drowned on the last Saturday of the month.", "last Saturday of the month=2026-04-25"},
	{"2026-05-20", "The fair will open on the first Saturday of the month.", "first Saturday of the month=2026-06-06"},
	{"2026-05-20", "In March 2026 it rained, and nine drowned on the first Saturday of the month.", "March 2026=2026-03; first Saturday of the month=2026-03-07"},
	{"2026-05-20", "On the first Saturday of the month nine drowned.", "first Saturday of the month=2026-05-02"},
	{"2026-05-20", "Zoo: open from 9 a.m. to 5 p.m., closed on the first Saturday of the month.", "first Saturday of the month="},
	{"2026-05-20", "The choir sings on the first Saturday of the month.", "first Saturday of the month="},
}

func TestReadings(t *testing.T) {
	for _, c := range readings {
		d := document(c.published, strings.Split(c.text, "|")...)
		ms := Extract(d)
		checkMentions(t, d, ms)
		if got := written(ms); got != c.want {
			t.Errorf("%s, %q:\n got %q\nwant %q", c.published, c.text, got, c.want)
		}
	}
}
