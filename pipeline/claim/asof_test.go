package claim

import (
	"strings"
	"testing"
)

// The day for which a figure holds is one that the text says it was given or stood; the day of an event is not.
func TestAsOf(t *testing.T) {
	for _, x := range []struct{ text, want string }{
		{"«Fourteen» ‹people› were killed on Monday.", "2026-03-11"},
		{"The ministry said on Monday that «14» ‹people› had died.", "2026-03-09"},
		{"The ministry on Monday said «14» ‹people› had died.", "2026-03-09"},
		{"«Fourteen» ‹people› have died, the mayor told reporters on Monday.", "2026-03-09"},
		{"As of Tuesday «31» ‹cases› were known.", "2026-03-10"},
		{"The toll stood at «41» on Tuesday.", "2026-03-10"},
		{"The toll rose from «28» to «31» on Monday and stood at «37» on Tuesday.", "2026-03-09 2026-03-09 2026-03-10"},
		{"«Two» of them were still in hospital on Tuesday.", "2026-03-10"},
		{"The school will stay shut until Tuesday for «40» ‹pupils›.", "2026-03-11"},
		{"Monday’s storm left «40» ‹families› homeless.", "2026-03-11"},
		{"A list dated Monday had «39» dead.", "2026-03-09"},
		{"The ministry confirmed «31» ‹cases› as of Monday. «Twenty» are in the north.", "2026-03-09 2026-03-09"},
		{"On Monday it was «52».", "2026-03-09"},
		{"«Nine» ‹people› were still in the wards on Monday.", "2026-03-09"},
		{"The mayor raised the toll from Monday’s «11» to «15».", "2026-03-09 2026-03-11"},
		{"The council, in its bulletin of Monday night, lists «36» ‹deaths›.", "2026-03-09"},
		{"The mayor insisted on Monday that «42» ‹sacks› had left.", "2026-03-09"},
		{"The toll mounted to «17» late on Monday night.", "2026-03-09"},
		{"Monday’s Morning Courier said that «14» ‹people› had died.", "2026-03-09"},
		{"The fever has cost «25» ‹lives› since it was declared on Monday.", "2026-03-11"},
		{"«Seventy-one» ‹flats› are damaged, up from «64» on Monday, and «24» of them are beyond repair.", "2026-03-11 2026-03-09 2026-03-11"},
		{"In November 2013 a storm sent a wall of sea ashore and left «6,300» ‹people› dead.", "2026-03-11"},
		{"The ministry had «five» in Monday’s bulletin.", "2026-03-09"},
		{"On Monday, officials put the toll at «14».", "2026-03-09"},
		{"On Monday, she spoke by telephone with «14» ‹teachers›.", "2026-03-11"},
		{"The ministry’s Monday bulletin lists «14» ‹dead›.", "2026-03-09"},
		{"The latest figures, from Monday, show «14» ‹dead›.", "2026-03-09"},
		{"The mayor said on Tuesday that «14» ‹people› had died, compared with «nine» a day earlier.", "2026-03-10 2026-03-09"},
		{"The toll, which stood at «nine» on Monday, rose to «12» on Tuesday.", "2026-03-09 2026-03-10"},
		{"On Monday it was «12». Now it is «15».", "2026-03-09 2026-03-11"},
		{"On Monday the bank had «12» ‹teams›. It has «nine» at present.", "2026-03-09 2026-03-11"},
		{"«Nine» ‹people› were being treated on Monday.", "2026-03-09"},
		{"In an update on Monday, the mayor put the toll at «14».", "2026-03-09"},
		{"In its Monday update, the council put the toll at «14».", "2026-03-09"},
		{"Speaking on Monday, the mayor said «14» ‹people› had died.", "2026-03-09"},
		{"At a briefing on Monday, the mayor said «14» ‹people› had died.", "2026-03-09"},
		{"After the blast on Monday, the mayor said «14» ‹people› had died.", "2026-03-11"},
		{"According to figures released on Monday, «14» ‹people› died.", "2026-03-09"},
		{"The site, as seen on Monday, listed «14» ‹dead›.", "2026-03-09"},
		{"Monday’s count was «14» ‹dead›.", "2026-03-09"},
		{"It was only on Monday that the council admitted to «14» ‹deaths›.", "2026-03-09"},
		{"Through Monday, «14» ‹people› had died.", "2026-03-09"},
		{"Up to Monday there had been «14» ‹deaths›.", "2026-03-09"},
		{"The camp, which held «400» ‹people› on Monday, now holds «90».", "2026-03-09 2026-03-11"},
		{"The toll, put at «12» on Monday, rose to «15».", "2026-03-09 2026-03-11"},
		{"On Monday, its last day, the club claimed «40» ‹guests›.", "2026-03-09"},
		{"The bank announced «three» on Monday, and has spoken of «eight» since yesterday.", "2026-03-09 2026-03-10"},
		{"As early as Monday the paper had quoted the mayor as saying «five».", "2026-03-09"},
		{"All «62» ‹beds› were full for the first time on Monday night.", "2026-03-09"},
		{"All «62» ‹beds› were sold on Monday night.", "2026-03-11"},
		{"The ward was treating «31» ‹people› on Monday.", "2026-03-09"},
		{"The petition had «2,100» ‹signatures› at noon yesterday.", "2026-03-10"},
		{"The town had «nine» ‹deaths› on Monday.", "2026-03-11"},
		{"The toll was «18» on Monday and «22» on Tuesday.", "2026-03-09 2026-03-10"},
		{"It stood at «38» on 6 March, at «44» two days later and, since yesterday, at «45».", "2026-03-06 2026-03-08 2026-03-10"},
		{"The dairy said on Monday that none of its «12» ‹tests› this year had failed.", "2026-03-09"},
		{"The works announced «620» ‹cuts› on Monday; on Tuesday it settled for «575».", "2026-03-09 2026-03-10"},
		{"In parliament on Monday the mayor spoke of «52» ‹dead›.", "2026-03-09"},
		{"In January the camp had «410» ‹residents›.", "2026-01"},
		{"In January the ward had «300» ‹births›.", "2026-03-11"},
		{"In January the petition had «2,100» ‹signatures›.", "2026-01"},
		{"The station had «40» ‹cancellations› on Monday.", "2026-03-11"},
		{"The station had «40» ‹benches› on Monday.", "2026-03-09"},
		{"Guards were arresting «12» ‹men› on Monday.", "2026-03-11"},
		{"Guards were housing «12» ‹men› on Monday.", "2026-03-09"},
		{"By Monday «81» ‹people› had been asked, while «four» had refused.", "2026-03-09 2026-03-09"},
		{"Neighbours say that «12» ‹boats› have sunk since the storm began on Monday.", "2026-03-11"},
		{"In a report published in March «40» ‹huts› were old.", "2026-03"},
		{"The figure is «12», one fewer than it reported on Monday.", "2026-03-11"},
		{"«Fourteen» ‹vessels› are at sea, down from «17» on Monday.", "2026-03-11 2026-03-09"},
		{"On Monday their spokesman still spoke of «98».", "2026-03-09"},
		{"On Monday it had been given as «109».", "2026-03-09"},
		{"On Monday it was «13» at noon and «14» by the evening.", "2026-03-09 2026-03-09"},
		{"The firm's last offer, tabled on Monday, was «3» ‹crowns› and «6,500» ‹pounds›.", "2026-03-09 2026-03-09"},
		{"«Fourteen» ‹people› had died, health figures for Monday show.", "2026-03-09"},
		{"She spoke of «28» ‹burns›, after «24» on Monday.", "2026-03-11 2026-03-09"},
		{"The march on Monday was «60,000» strong.", "2026-03-11"},
		{"Satellite images of 2 March show «40» burnt ‹huts›.", "2026-03-02"},
		{"The town speaks of «62» ‹boats› and the port of «51», both as of Monday.", "2026-03-09 2026-03-09"},
		{"She spoke of «8» ‹boats› on Monday and now speaks of «12».", "2026-03-09 2026-03-11"},
		{"Unless stated otherwise, figures are as of 9 March, 18:00 hrs, and are expected to change as roads open.\n\n«Forty» ‹huts› have burned.", "2026-03-09"},
		{"A doctor said that «57» ‹patients› had come since Monday and «41» were still there.", "2026-03-11 2026-03-11"},
		{"The number without power has fallen to «1,570», from «2,084» on Monday, and that of the missing to «810».", "2026-03-11 2026-03-09 2026-03-11"},
		{"The charity counted «54» ‹deaths› up to Monday. The ministry has «34» for the very same day.", "2026-03-09 2026-03-09"},
		{"The network recorded «3,100» ‹deaths› last year.", "2026-03-11"},
		{"The ministry counted «43,394» ‹arrivals› by sea up to Monday.", "2026-03-09"},
		{"In a survey by the union on Monday «half» were against it.", "2026-03-09"},
		{"Nearly «half», according to a Norland survey taken on 8 and 9 March, are against it.", "2026-03-08/2026-03-09"},
		{"The police have now held «68» ‹people›, and the prosecutor said on Monday that he had charged «34».", "2026-03-11 2026-03-09"},
		{"In all «168» ‹letters› came, against the «143» of which the post had spoken on Monday.", "2026-03-11 2026-03-09"},
		{"In a statement late on Monday the army put its losses at «25» dead.", "2026-03-09"},
		{"The new figure, «23» ‹soldiers›, was read out on television on Monday night.", "2026-03-09"},
		{"On Monday night the police had «seven» ‹names›, and the rescuers spoke of «ten».", "2026-03-09 2026-03-09"},
		{"On Monday a bomb killed «12» ‹people›, and the ministry now says «14».", "2026-03-11 2026-03-11"},
		{"On Monday a bomb killed «12» ‹people›, and the ministry spoke of «14».", "2026-03-11 2026-03-11"},
		{"The firm had said on Monday that «40» ‹people› had died, and now says «50».", "2026-03-09 2026-03-11"},
		{"The army said on Monday that it now has «12» ‹boats›.", "2026-03-09"},
		{"«Nine» ‹people› were killed on Monday, a doctor said, and the army spoke on Tuesday of «14».", "2026-03-11 2026-03-10"},
		{"The ward was full and on Monday had «203» ‹patients›.", "2026-03-09"},
		{"By closing time on Monday it had received «215» ‹claims›.", "2026-03-09"},
		{"«Forty-one» ‹guests› died according to the town, which on Monday had spoken of «38», and «44» according to the army.", "2026-03-11 2026-03-09 2026-03-11"},
		{"The guilds, which asked for «38» ‹boats› on Monday, now want «52».", "2026-03-09 2026-03-11"},
		{"The force now has «212» ‹guards›. It had «188» in 2023.", "2026-03-11 2023"},
		{"Police waited for «17» ‹days›, a coroner’s inquest found on Monday.", "2026-03-09"},
		{"On Monday a jury issued «41» ‹orders›; the force had always said «11».", "2026-03-09 2026-03-11"},
		{"He noted that «44» ‹statements› had been filed, of which «38» were read out over three days in February.", "2026-03-11 2026-03-11"},
		{"A spokesman said on Monday that the town now accepts «29» of the «41» ‹orders›.", "2026-03-09 2026-03-11"},
		{"The guild put it at «900» ‹boats› on Monday; it has since come down to «820».", "2026-03-09 2026-03-11"},
		{"The guild spoke on Monday of «900» ‹boats›.", "2026-03-09"},
		{"The floods shut «214» ‹schools›, says the office; the union gave «146» on Monday.", "2026-03-11 2026-03-09"},
		{"«Eleven» ‹people› were taken, not «nine» as reported on Monday, she said.", "2026-03-11 2026-03-09"},
		{"The town published its first written toll on Monday: «41» ‹dead›.", "2026-03-09"},
		{"On Monday the guild launched an appeal for «92» ‹tents›.", "2026-03-09"},
		{"The toll rose to «27» on Monday, with «five» ‹deaths› in Leeds.", "2026-03-09 2026-03-09"},
		{"The council has confirmed «52» ‹deaths›, an increase over the position of Monday evening («41»).", "2026-03-11 2026-03-09"},
		{"«Forty» ‹passengers› were stuck at the port on Monday.", "2026-03-09"},
		{"The ferry left on Monday with «168» ‹passengers›.", "2026-03-11"},
		{"In a report last year the audit office listed «14» ‹crashes›.", "2025"},
		{"By the town’s last count, on Monday night, «101» ‹people› were hurt.", "2026-03-09"},
		{"«Nine» ‹pumps› had been mended by February, she said on Monday.", "2026-03-09"},
		{"At Monday’s session the firm gave «21» ‹crowns›.", "2026-03-09"},
		{"The ministry put the number of the held at «214» on Monday, the union at «263».", "2026-03-09 2026-03-09"},
		{"The ministry held «214» on Monday, it said on Monday. «Forty» are still in custody.", "2026-03-09 2026-03-11"},
		{"Monday, 19:00\n\n«One» ‹box› is still on its way.\n\nMonday, 13:15\n\n«Forty» ‹halls› did not open.", "2026-03-09 2026-03-09"},
	} {
		var got []string
		for _, c := range reading(t, "", "2026-03-11T08:00:00Z", x.text) {
			got = append(got, c.AsOf)
		}
		if strings.Join(got, " ") != x.want {
			t.Errorf("%q: as of %q, want %q", x.text, strings.Join(got, " "), x.want)
		}
	}
}

func TestFormer(t *testing.T) {
	got := reading(t, "", "2026-03-11", "The toll rose from «14» to «18».")
	if !got[0].Frame.Former || got[1].Frame.Former {
		t.Errorf("former: %v, %v, want true, false", got[0].Frame.Former, got[1].Frame.Former)
	}
}

// The day of what a figure counts.
func TestEventDates(t *testing.T) {
	for _, x := range []struct{ text, want string }{
		{"In 2001, a quake killed «102» ‹people›, and a year later many lived in tents.", "2001"},
		{"In May 2014, a flood killed «20» ‹people› and «90» had to leave their homes.", "2014-05 2014-05"},
		{"«Twenty» ‹people› were killed on Monday, and in May «two» had died.", "2026-03-09 2025-05"},
		{"The raid, the heaviest since August, killed «12» ‹people›.", ""},
		{"Lena Orr, a dissident since the disputed 2020 election, was jailed for «nine years».", ""},
		{"«Forty» ‹people› died, the most since «52» ‹people› were killed in 2019.", " 2019"},
	} {
		var got []string
		for _, c := range reading(t, "", "2026-03-11", x.text) {
			got = append(got, c.EventDate)
		}
		if strings.Join(got, " ") != x.want {
			t.Errorf("%q: event %q, want %q", x.text, strings.Join(got, " "), x.want)
		}
	}
}
