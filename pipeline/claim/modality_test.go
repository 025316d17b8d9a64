package claim

import (
	"strings"
	"testing"

	"crosstally/extractors"
	"crosstally/pipeline/article"
)

// modalExamples hold a figure in brackets and the modality in which the sentence puts it.
var modalExamples = []struct {
	frame    modalFrame
	sentence string
	want     Modality
}{
	{"", "The flood killed [40] people.", Asserted},
	{frameRight, "Unions called for the hiring of [400] nurses.", Demanded},
	{frameRight, "The aid agency is asking for at least $[20] million.", Demanded},
	{frameRight, "Villagers demanded [60] new wells.", Demanded},
	{frameRight, "Demand for steel rose [9] percent.", Asserted},
	{frameRight, "In order to save [30] homes, crews dug a ditch.", Asserted},
	{frameRight, "The operator hopes to hire [500] drivers this month.", Planned},
	{frameRight, "The firm pledged [70] jobs for the town.", Planned},
	{frameRight, "The plan was backed by [300] members.", Asserted},
	{frameRight, "The director insisted on Monday that [400] sacks had left.", Asserted},
	{frameRight, "The union insists on [23] cases in the town.", Asserted},
	{frameRight, "The union insists on [23] jobs in the town.", Demanded},
	{frameRight, "The group has set aside $[640] million for severance pay.", Asserted},
	{frameRight, "The law sets aside $[2] million for clinics.", Asserted},
	{frameWant, "Of the $[18.6] million that the union wants, 7 million was there.", Demanded},
	{frameWant, "Of the $[18.6] million that the union and its friends want, 7 million was there.", Demanded},
	{frameWant, "Of the $18.6 million that the union wants, [7] million was there.", Asserted},
	{frameWant, "The union told [300] members that it wants, above all, 500 jobs.", Asserted},
	{"", "The firm did not cut [300] jobs.", Denied},
	{"", "The army has refused to free [300] prisoners.", Denied},
	{"", "The firm did not release [12] hostages until Monday.", Asserted},
	{frameRight, "The mayor insisted on Monday that [40] workers not be sacked.", Demanded},
	{"", "The firm stopped short of hiring [300] people.", Denied},
	{"", "Police did not name the [12] men.", Asserted},
	{"", "Some [88] vans were not built.", Asserted},
	{frameFalse, "[Nine] people died on Monday and radio said that 60 had left, a number that the army dismissed as fiction.", Asserted},
	{frameFalse, "The army dismissed as fiction a message that put the dead at 60, and said that [nine] soldiers were hurt.", Asserted},
	{frameRight, "The mayor insisted on Monday that [40] houses be built.", Demanded},
	{frameRight, "The mayor insisted on Monday that [40] houses had been built.", Asserted},
	{frameFalse, "It withdrew a toll of [twelve] that it had posted.", Denied},
	{frameFalse, "The total of [29] in the draft was wrong.", Denied},
	{frameFalse, "The ministry dismissed as “pure fiction” a message, sent on Monday, that put the number of dead at [60].", Denied},
	{frameFalse, "Radio said that [60] had left, a number that the army dismissed as “pure fiction.”", Denied},
	{frameFalse, "Some [60] had left; the army dismissed the mayor as a fake.", Asserted},
	{frameToBe, "Six were saved, leaving [nine] to be found.", Asserted},
	{frameBoth, "[60] convicts are due to be moved on Friday.", Planned},
	{frameBoth, "[60] homes were reportedly lost.", Possible},
	{frameBoth, "The coalition is on course to win [34] of 81 seats.", Possible},
	{frameBoth, "The coalition is on course to win 34 of [81] seats.", Asserted},
	{frameLeft, "About [900] jobs are at risk at the mill.", Possible},
	{frameBoth, "About [180] people have joined a planned class action.", Asserted},
	{frameBoth, "A planned cut of [400] jobs was put off.", Planned},
	{frameBoth, "The planned closure of 12 clinics drew [300] people.", Asserted},
	{frameBoth, "The planned closure of [12] clinics drew 300 people.", Planned},
	{frameBelief, "A reward of [900] crowns was paid for news of five men believed to be abroad.", Asserted},
	{frameBelief, "A reward of 900 crowns was paid for news of [five] men believed to be abroad.", Possible},
	{frameRight, "The navy's pledge last month to add [7,000] sailors was welcomed.", Planned},
	{frameRight, "Officials were preparing on Wednesday to put down [400] hens.", Planned},
	{frameRight, "The guards came on Wednesday to put down [400] hens.", Asserted},
	{frameBelief, "Fearing a second slide, the town asked [61] families to leave.", Asserted},
	{frameIf, "If you slept late: [61] percent of the votes are in.", Asserted},
	{frameIf, "If the dam breaks, [61] families must leave.", Possible},
	{frameWould, "The ministry said that [900] crowns (€40) would be paid to each.", Planned},
	{frameWill, "Another [120] posts will not be filled.", Planned},
	{frameRight, "The bank is closing [94] branches.", Planned},
	{frameRight, "The bell weighs [3.2] tonnes.", Asserted},
	{frameDeny, "No one disputes that [19] died.", Asserted},
	{frameRight, "The families swear to [12] dead.", Asserted},
	{frameRight, "The union's appeal for $6 million has drawn $[2] million.", Asserted},
	{frameBelief, "The airline expects to drop another [118] flights on Monday.", Planned},
	{frameBelief, "The airline expects to save $[48] million.", Possible},
	{frameBelief, "More than [120] houses have burned, the service reckons, as well as two churches.", Asserted},
	{frameBelief, "Their families believe that it is at least [2,900].", Asserted},
	{frameBelief, "She believes that the total will pass [100].", Possible},
	{frameBelief, "He had first believed that a [dozen] were gone.", Possible},
	{frameBelief, "Of the dead, [17] were presumed rebels.", Asserted},
	{frameBelief, "The mayor does not believe that [40] people died.", Possible},
	{frameBelief, "Police no longer believe that [40] people died.", Possible},
	{frameBelief, "Few people believe that [40] were killed.", Possible},
	{frameBelief, "Nobody thinks [12] died.", Possible},
	{frameBelief, "Police believe that [12] people are missing.", Asserted},
	{frameBelief, "Turkey expects to run out of [40] drugs.", Possible},
	{frameBelief, "The firm expects to sell [40,000] cars.", Possible},
	{frameBelief, "The firm expects to close [40] shops.", Planned},
	{frameModal, "The [12] hostages could be dead.", Possible},
	{frameWould, "The [1,200] jobs would be at risk.", Possible},
	{frameWill, "The [300] jobs will have to go.", Planned},
	{frameWould, "The company's [40] lorries would have to be sold.", Possible},
	{frameBoth, "Some [40] mm of rain is expected from Thursday.", Possible},
	{frameBoth, "Heavy rain, which has flooded [40] homes, is expected from Tuesday.", Asserted},
	{frameWill, "[Twelve] shops in Leith, Ayr and Perth will shut in May.", Planned},
	{frameBeTo, "[Twelve] shops in Leith, Ayr and Perth are to shut.", Planned},
	{frameWill, "At the fair [12] people fell ill, and Ayr and Perth will send doctors.", Asserted},
	{frameShould, "[Half] of the members think the chair should go.", Asserted},
	{frameModal, "[Seventy] percent of drivers believe petrol could run out.", Asserted},
	{frameWould, "[Sixty percent] of tenants say they would pay more.", Asserted},
	{frameModal, "The lake, which feeds [nine] towns, could dry up.", Asserted},
	{frameModal, "The [lake], which feeds nine towns, could dry up.", Possible},
	{frameModal, "[Three] of the bones, she admits, may be older.", Possible},
	{frameWill, "Most wanted it, but now support has, however, dropped to [30] percent.", Asserted},
	{frameWould, "Half said they would sign, however this time support has dropped to [30] percent.", Asserted},
	{frameBoth, "Voters in [six] towns going to the polls on Sunday said they were tired.", Asserted},
	{frameBoth, "Farmers are more likely to agree than bakers, [62] percent to 40.", Asserted},
	{frameBoth, "The storm is likely to hit [six] towns.", Possible},
	{framePoll, "The exit poll forecasts [35] percent for Ruiz, with support highest in the towns.", Possible},
	{framePoll, "The exit poll found that [35] percent support the treaty.", Asserted},
	{frameBoth, "The gale is less likely to hit [six] towns than the flood.", Possible},
	{frameBoth, "Some [60] more are due on Monday.", Planned},
	{frameModal, "[Nine] died in what could be the worst crash so far.", Asserted},
	{frameModal, "The dam could burst, flooding [300] homes.", Possible},
	{frameRight, "The firm has no plans to cut [200] jobs.", Denied},
	{frameRight, "The firm has no plan to close its [12] shops.", Asserted},
	{frameRight, "The minister rejected a call to send [500] soldiers.", Demanded},
	{frameRight, "She made calls to [12] homes.", Asserted},
	{frameRight, "The ransom of $[3] million demanded by the gang was not paid.", Demanded},
	{frameRight, "The mayor promised 40 clinics in a speech to [300] guests.", Asserted},
	{frameRight, "The firm plans to build on land where [40] families live.", Asserted},
	{frameRight, "Crews hope to stop the fire, now [40] percent contained, by Friday.", Asserted},
	{frameWill, "Lawyers for [300] patients will go to court.", Asserted},
	{"", "The army said that it had not lost [30] tanks.", Denied},
	{frameBoth, "Perhaps [40] of the guests were hurt, and 12 died.", Possible},
	{frameBoth, "Perhaps 40 of the [300] guests were hurt.", Asserted},
	{frameBoth, "Rents fell and, perhaps most welcome, wages rose [4] percent.", Asserted},
	{frameBoth, "A poll found that [28] percent of likely voters liked him.", Asserted},
	{frameBeTo, "Days before it was to open, the mill said that it had sacked [90] workers.", Asserted},
	{frameWill, "While the firm will close the mill, [40] people were hired in Leith.", Asserted},
	{frameWill, "When it opens, [40] people will work there.", Planned},
	{frameRight, "The gift brings what she has for the campaign to almost $[9] million.", Asserted},
	{frameRight, "The firm did not rule out cutting [100] jobs.", Possible},
	{frameRight, "Drivers have voted to strike, with [87] percent in favour.", Asserted},
	{frameRight, "The town is seeking $6 million to mend [40] roads.", Planned},
	{frameRight, "The town is seeking $[6] million to mend 40 roads.", Demanded},
	{frameRight, "The clinic had no record of [16] deaths.", Denied},
	{frameNeed, "The agency needs $6 million to feed [40,000] people.", Planned},
	{frameWant, "The share of those who want a ban on trucks is [40] percent.", Asserted},
	{frameWant, "The union wants [12] men who are in jail freed.", Demanded},
	{frameIf, "If found guilty, the [four] men could face up to 15 years in jail.", Asserted},
	{frameIf, "If the talks fail, the [four] men could die.", Possible},
	{frameWill, "The state will pay the families of [19] people killed in the crash.", Asserted},
	{frameRight, "The mayor vowed to find the killers of [19] farmers.", Asserted},
	{frameWill, "Harwick and Leith will lose [340] staff.", Planned},
	{frameWill, "The party will lose [12] seats.", Possible},
	{frameMust, "More than [50] people must have been inside.", Asserted},
	{frameBelief, "It believed that [2,000] barrels had leaked, and that help would come.", Asserted},
	{framePoll, "Growth was 2.5 percent, less than the [3] percent forecast.", Possible},
	{framePoll, "The exit poll found that [70] percent of farmers were worried.", Asserted},
	{framePoll, "The exit poll gave her [70] percent.", Possible},
	{frameDeny, "The firm denied it had dismissed [90] workers.", Denied},
	{frameDeny, "The state denied visas to [90] students who had applied.", Asserted},
	{frameWould, "Harland would free [150] men under the proposal.", Planned},
	{frameDeed, "Parliament approved the deployment of [300] soldiers.", Planned},
	{frameDeed, "The president has ordered the withdrawal of [300] soldiers.", Planned},
	{frameDeed, "Parliament approved a bill backed by [300] members.", Asserted},
	{frameDeed, "The state has set aside $50 million to rebuild [800] homes.", Planned},
	{frameCuts, "The [1,200] redundancies announced on Tuesday come on top.", Planned},
	{frameComma, "The bridge, budgeted at $[20] million, has cost $34 million.", Planned},
	{frameComma, "The bridge, budgeted at $20 million, has cost $[34] million.", Asserted},
	{"", "The island has raised its appeal from $30 million to $[48] million.", Demanded},
	{"", "The firm raised its offer to [4] percent.", Planned},
	{"", "The appeal was [12] days late.", Asserted},
	{frameWant, "The envoy wants 12 hostages released and [40] prisoners freed.", Demanded},
	{frameWant, "The union wants the boss sacked and [400] workers walked out on Monday.", Asserted},
	{frameWant, "The union wants 12 staff paid and [40] people died in the fire.", Asserted},
	{frameWant, "The union wants the chief charged and [40] people died.", Asserted},
	{frameWill, "The firm named the [12] plants that will go in June.", Planned},
	{frameWill, "The [400] men that will go to the front are from Leeds.", Asserted},
	{frameBelief, "The firm is expected to close [40] shops.", Possible},
	{frameBelief, "They buried [17] presumed rebels.", Asserted},
	{frameBelief, "She thinks that [five] is likely.", Possible},
	{frameCuts, "On Monday the bank announced [1,850] job losses.", Planned},
	{frameWould, "Another [450] workers would go on top of the 1,850, said Lena Orr.", Planned},
	{frameWill, "The statement breaks down the [1,850] that will go.", Planned},
	{frameWill, "The statement breaks down the 1,850 that will go: [1,020] jobs in branches and 290 at head office.", Planned},
	{frameRight, "The office is verifying reports of a further [12] deaths.", Possible},
	{frameRight, "He was sentenced to life with no chance of parole for [25] years.", Asserted},
	{frameRight, "The appeal leaves out the $[48] million requested by the town.", Demanded},
	{frameRight, "Families call for an inquiry as [six] officers face discipline.", Asserted},
	{framePoll, "Profit came to [2.3] billion pounds, well above the average forecast in a poll.", Asserted},
	{frameBoth, "A second team, of [30] soldiers, was expected from Leeds before dawn.", Planned},
	{frameIf, "[Twelve] died, if you believe the army, or [31], if you prefer the town.", Asserted},
	{frameFalse, "Some people speak of [30] or more. That is false.", Denied},
	{"", "The firm intends to reopen 11 of the resort's [24] lifts.", Asserted},
	{frameWant, "The poll found that 71 percent wanted him gone and [88] percent disapproved of the house.", Asserted},
	{frameWould, "The court's [12] judges would then have a month.", Asserted},
	{frameWill, "Seventeen of the [51] members will be women.", Asserted},
	{frameWill, "The [51] members will be freed on Monday.", Planned},
	{frameWant, "Among the [148] votes that the mayor wants annulled, nine are from Leeds.", Demanded},
	{frameLeft, "Some [900] officers were sent to towns considered at risk.", Asserted},
	{framePoll, "Exit polls split over the seats as [thousands] queue in Leeds.", Asserted},
	{frameTo, "The envoy asked the rebels to free [12] hostages.", Demanded},
	{frameTo, "The mayor urged [200] residents to leave.", Asserted},
	{frameTo, "The industry lobby warned that [400] jobs were gone.", Asserted},
	{frameTo, "We asked a [dozen] shopkeepers.", Asserted},
	{frameWant, "The charity wants [4] million pounds for the camp.", Demanded},
	{frameShould, "The state should pay [90] widows, she argued.", Demanded},
	{frameShould, "He gave orders that each widow should receive [90] bags of rice.", Planned},
	{frameMust, "Ballots must be counted again at [six] halls.", Planned},
	{frameMust, "The junta must free [50] detainees, the lawyers said.", Demanded},
	{frameMust, "At least [50] must have drowned.", Possible},
	{frameMust, "At least [50] must have been killed.", Possible},
	{frameMust, "Some [50] nurses must have been hurt.", Possible},
	{frameWill, "The ministry will build [70] schools.", Planned},
	{frameToBe, "That makes up the [640] posts to be cut.", Planned},
	{frameWill, "The firm will shut its mill in May, cutting [640] jobs, it said.", Planned},
	{frameWill, "The mill will shut, saying that [640] people left it last year.", Asserted},
	{frameWill, "About [150] people, most of them in the warehouse, will be kept on.", Planned},
	{frameWill, "The school will remain shut for [three] weeks.", Planned},
	{frameWill, "The school will remain the home of [300] bats.", Asserted},
	{frameWill, "Schools in the west, which have [900] pupils, will stay shut.", Asserted},
	{frameWill, "[Nine] of the members will be women.", Asserted},
	{frameWill, "Identification will take [four] months.", Planned},
	{frameTo, "The general ordered [250] soldiers to the border.", Planned},
	{frameTo, "The union wants the city to drop a plan to cut [900] jobs.", Planned},
	{frameRight, "It got less than the [1.9] million that the city had asked for.", Demanded},
	{frameRight, "The [900] jobs the firm plans to cut are in the north.", Planned},
	{frameBeTo, "About [900] people were due to attend.", Planned},
	{frameBeTo, "The [nine] deaths were due to smoke.", Asserted},
	{frameRight, "The network made an appeal for 3 million francs to feed [900] people.", Planned},
	{frameRight, "The chairman looked at [three] bids for the site.", Asserted},
	{frameRight, "A man weighing less than [40] kilos was found.", Asserted},
	{frameRight, "A demand for [14] percent was heard.", Demanded},
	{frameBoth, "The [400] homes planned for the site are small.", Planned},
	{frameBoth, "Farmers got [8] million of the 20 million promised.", Asserted},
	{frameBoth, "Now [700] workers face the axe.", Planned},
	{frameBoth, "Outlook for sales lowered to [520] million.", Planned},
	{frameBoth, "With her likely partners she has [33] seats.", Asserted},
	{frameBeTo, "Of the [260] jobs that are to go, most are here.", Planned},
	{frameOffer, "They offer us [six] percent.", Planned},
	{frameOffer, "The union wants 6 percent; the port has offered [two].", Planned},
	{frameOffer, "The firm now sees a profit of [520] million euros.", Planned},
	{frameOffer, "The bank sees growth of [one] percent.", Possible},
	{frameScheme, "The reform provides for [900] fewer jobs.", Planned},
	{frameScheme, "The farm provides for [900] people.", Asserted},
	{framePoll, "The poll put the Greens at [38] percent.", Possible},
	{framePoll, "The bank cut its growth forecast to [one] percent.", Possible},
	{frameFalse, "The rumour that [12] men refused does not correspond to the facts.", Denied},
	{frameDeny, "We do not recognise the figure of [17] million.", Denied},
	{frameDeny, "That is not [36] people.", Denied},
	{frameIf, "Should the talks fail, [5,000] dockers will walk out.", Possible},
	{frameIf, "If the law passes, we must pay, since [18] percent of our funds come from abroad.", Asserted},
	{frameBelief, "About 90 people are thought to have been on the [12]-seat van.", Possible},
	{frameShould, "A profit of 87 million that should have been 106 million, and [9] stores closed.", Asserted},
	{frameShould, "A profit of 87 million that should have been [106] million was told.", Possible},
	{"", "The firm's last offer, made on Monday, was [3] percent.", Planned},
	{"", "The firm's offer, [two] percent, has not moved.", Planned},
	{"", "The gang's demand was $2 million, down from $[5] million.", Demanded},
	{"", "The reward remains [18] million.", Planned},
	{frameRight, "The firm plans to cut its staff by 700 from [21,300].", Asserted},
	{frameRight, "We want to see every cent of that $[14] million.", Asserted},
	{frameBelief, "Thousands are expected at the funeral of [six] miners.", Asserted},
	{frameWhether, "It was large, whether one believes the [54,000] of the organisers or not.", Asserted},
	{frameWill, "The bridge will cost [70] million euros.", Possible},
	{frameWill, "Will Harper sold [70] sheep.", Asserted},
	{frameWould, "The premier said that [150] guards would be trained.", Planned},
	{frameWould, "The bill, which would set aside $[2] million, was read twice.", Planned},
	{frameWould, "With the Greens, the bloc would have [44] seats.", Possible},
	{frameWould, "That would bring the death toll to [41].", Asserted},
	{frameWould, "That would make [126] on board.", Asserted},
	{frameWould, "The two would not name [three] others.", Asserted},
	{frameModal, "The true figure is higher and could be [22] or more.", Possible},
	{frameModal, "[Three] others may be hiding.", Possible},
	{frameModal, "In May [20] tents burned.", Asserted},
	{frameModal, "Pilots could see [two] fires.", Asserted},
	{frameModal, "Costs could reach $[3] million, against the $2 million approved.", Possible},
	{frameModal, "Costs could reach $3 million, against the $[2] million approved.", Asserted},
	{frameModal, "The fleet may grow to 40 ships from [30].", Asserted},
	{frameBelief, "[28] people are feared to have drowned.", Possible},
	{frameBelief, "The firm cut its profit forecast and recalled [1.3] million pots.", Asserted},
	{frameWill, "The firm will shed 630 of its [19,200] jobs.", Asserted},
	{frameBelief, "Profit fell to $87 million, short of the $[106] million that analysts had expected.", Possible},
	{frameBelief, "Profit fell to $[87] million, short of the $106 million that analysts had expected.", Asserted},
	{frameVersion, "Corrections: A chart on Saturday gave sales as $[14] million; they were $18 million.", Denied},
	{frameVersion, "Corrections: A chart on Saturday gave sales as $14 million; they were $[18] million.", Asserted},
	{frameBelief, "[31] feared dead as ferry sinks", Possible},
	{frameBelief, "Up to [eight] people are thought to be buried.", Possible},
	{frameBelief, "An engineer believes that [five] pumps failed.", Asserted},
	{frameBelief, "Police expect [3,000] marchers.", Possible},
	{framePoll, "The exit poll gave the Greens [40] seats.", Possible},
	{frameDeny, "He denied rumours that [24] people had died.", Denied},
	{frameDeny, "The company denied sacking [90] drivers.", Denied},
	{frameDeny, "The consulate denied [90] visas.", Asserted},
	{frameDeny, "The firm dismissed [90] drivers.", Asserted},
	{frameFalse, "The militia's claim of [47] dead was dismissed as propaganda.", Denied},
	{frameFalse, "A report on this page that [11] people were missing was incorrect.", Denied},
	{frameVersion, "An earlier version of this report said that [56] people were on the bus.", Denied},
	{frameVersion, "Correction: an earlier edition put the number at [13].", Denied},
	{frameIf, "If each name is right, [31] people are dead.", Possible},
	{frameIf, "Reporters asked if [31] people had died.", Possible},
	{frameIf, "Dozens, if not [hundreds], of people were trapped.", Possible},
	{frameRight, "At a march demanding higher pay, [4,000] people took part.", Asserted},
	{frameRight, "A march calling for an end to the war drew [30,000] people.", Asserted},
	{frameRight, "The union, which had called for 500 posts, said [40] nurses quit.", Asserted},
	{frameRight, "A plan to close nine schools drew [3,000] protesters.", Asserted},
	{frameRight, "An attempt to free [50] captives failed.", Planned},
	{frameBelief, "The fire, believed to have begun in a kitchen, killed [three].", Asserted},
	{frameBelief, "The bodies of [39] people believed to be migrants were found.", Asserted},
	{frameModal, "They could reach only [50] miners.", Asserted},
	{frameRight, "The plan calls for [200] clinics.", Planned},
	{frameRight, "Officers insisted on [three].", Asserted},
	{frameRight, "The minister insisted on [three] extra seats.", Demanded},
	{frameRight, "Police are seeking [12] suspects.", Asserted},
	{frameRight, "The mine is considering cutting [300] jobs.", Possible},
	{frameRight, "The group urged the junta to free all [33] detainees.", Demanded},
	{frameRight, "The state paid out $40 million of the $[90] million it pledged.", Planned},
	{frameBoth, "Only 40 of the [200] expected guests came.", Possible},
	{frameBoth, "Of 200 promised clinics, [nine] were built.", Asserted},
	{frameWant, "Police want [three] men for questioning.", Asserted},
	{frameWant, "Two men are wanted over the theft of [90] cars.", Asserted},
	{frameWould, "The mine would close [12] pits, it said.", Planned},
	{frameWould, "She would later win [three] medals.", Asserted},
	{frameWould, "He said he would not be surprised by [50] cases.", Possible},
	{frameWould, "The bill would give [11] million people papers.", Planned},
	{frameMust, "Cases should reach [50,000] by June.", Possible},
	{frameBelief, "Fears are growing for [30] miners.", Asserted},
	{frameBelief, "The scheme envisages [40,000] homes.", Planned},
	{frameDeny, "The company neither confirmed nor denied that [300] workers had to go.", Possible},
	{frameFalse, "Officials dismissed as false a report that [200] people had starved.", Denied},
	{frameFalse, "The ministry called the figure of [300] dead fake.", Denied},
	{frameFalse, "It is a lie that [50] drowned, he said.", Denied},
	{frameFalse, "The paper corrected its report of [50] deaths to 15.", Denied},
	{frameFalse, "The paper corrected its report of 50 deaths to [15].", Asserted},
	{frameWhether, "It was unclear whether [three] boats sank.", Possible},
	{frameWhether, "Rescuers do not know whether the [three] men are alive.", Asserted},
	{frameNone, "No proof was given that [300] people died.", Denied},
	{frameNone, "There was no sign of [300] people.", Asserted},
	{frameFace, "She faces up to [20] years in prison.", Possible},
	{frameFace, "The town faces [20] years of drought.", Asserted},
	{frameHearsay, "He was jailed for allegedly planning a coup and sentenced to [eleven] years.", Asserted},
	{frameHearsay, "The raid allegedly killed [40] soldiers.", Possible},
	{frameNeed, "The agency needs $[5] million for the camps.", Demanded},
	{frameNeed, "The bloc needs [41] seats.", Asserted},
	{frameOffer, "The company offered workers a raise of [four] percent.", Planned},
	{frameOffer, "The shop offers [40] kinds of tea.", Asserted},
	{frameCuts, "The mill announced [300] job cuts.", Planned},
	{frameDeed, "The senate authorised the building of [nine] bridges, which opened in May.", Asserted},
	{frameDeed, "The senate authorised the building of [nine] bridges, which will open in May.", Planned},
	{frameDeed, "The governor approved the evacuation of [90] families; they left on Monday.", Asserted},
	{frameDeed, "The bank backed the building of [nine] bridges.", Asserted},
	{frameCuts, "The mill announced [300] deaths.", Asserted},
	{frameCuts, "The [900] job cuts announced in May are complete.", Asserted},
	{frameCuts, "The [900] job cuts announced in May have been made.", Asserted},
	{frameCuts, "The [900] job cuts announced in May are to be made by autumn.", Planned},
	{frameCuts, "The state announced Rs [40] lakh for each widow.", Planned},
	{frameCuts, "The court sanctioned [40] officers.", Asserted},
	{frameRight, "The state decreed [six] days of silence.", Planned},
	{frameComma, "Contrary to claims of [50] deaths, two people were hurt.", Denied},
	{frameComma, "Contrary to claims of 50 deaths, [two] people were hurt.", Asserted},
	{frameCharge, "He is accused of taking $[4] million.", Possible},
	{frameCharge, "Eleven are suspected of fraud and [three] of theft.", Asserted},
	{"question", "Did [300] people die in the camp?", Possible},
	{"question", "How did the [300] die?", Asserted},
	{frameBeTo, "[Ninety] detainees are to be freed on Sunday.", Planned},
	{frameToBe, "Ballots at [six] halls, to be cast again in May, are left out.", Planned},
	{frameFuture, "A bill setting aside $[2] million for clinics was read.", Planned},
	{frameMust, "A list must pass [5] percent to enter.", Asserted},
	{frameDeclare, "The king declared [three] days of mourning.", Planned},
	{frameDeclare, "The king declared [three] winners.", Asserted},
	{frameColon, "The union's demand: [400] jobs.", Demanded},
	{framePoll, "The exit poll put the Greens first. The Reds stood at [25] seats.", Possible},
	{framePoll, "The Reds won one seat less than in the projection ([34]).", Possible},
	{framePoll, "The Reds won [one] seat less than in the projection (34).", Asserted},
	{"colon", "Ballots must be counted again at six halls: [four] in the port and two in the hills.", Planned},
	{"corrected", "Pieces of [four] shells, not three, were found.", Asserted},
	{"corrected", "Pieces of four shells, not [three], were found.", Denied},
	{"corrected", "Not [one] of the crew was hurt.", Asserted},
	{"taken-back", "Parents were told that [four] schools would shut. That was wrong.", Denied},
	{"taken-back", "A blogger had written that [70] sheep drowned. “That is nonsense,” says the vet.", Denied},
	{"taken-back", "A driver said [70] sheep drowned. That is no lie, says the vet.", Asserted},
	{"taken-back", "The party said it won [40] seats. That was a false dawn.", Asserted},
}

func TestModalityExamples(t *testing.T) {
	for _, ex := range modalExamples {
		d, at := bracketed(t, ex.sentence)
		s, tok := tokenAt(d, at)
		if s == nil {
			t.Fatalf("%q: no token at byte %d", ex.sentence, at)
		}
		if got := modalities(d, s)[tok]; got != ex.want {
			t.Errorf("frame %s, %q: got %s, want %s", ex.frame, ex.sentence, got, ex.want)
		}
	}
}

// Every headline form is read in a title, whose verbs are left out.
func TestModalityOfTitle(t *testing.T) {
	d := extractors.Read(&article.Article{Title: "Nine arrested and six towns to vote again", Text: "."})
	s := &d.Sentences[0]
	of := modalities(d, s)
	for i := range s.Tokens {
		if s.Tokens[i].Lower == "six" && of[i] != Planned {
			t.Errorf("%q: six is %s, want planned", s.Text, of[i])
		}
	}
}

// What stands in a list of demands is demanded, what an item says of it is not.
func TestDemandList(t *testing.T) {
	for _, x := range []struct {
		lead string
		want Modality
	}{{"What we are asking for:", Demanded}, {"Demands", Demanded}, {"What we saw:", Asserted}} {
		kind := article.Paragraph
		if !strings.HasSuffix(x.lead, ":") {
			kind = article.Heading
		}
		item := "A payment of 900 crowns to each. Some 40 men wait for it."
		text := x.lead + "\n" + item
		at := len(x.lead)
		d := extractors.Read(&article.Article{Text: text, Blocks: []article.Block{{Start: 0, End: at, Kind: kind}, {Start: at + 1, End: len(text), Kind: article.Item}}})
		for si, word := range map[int]string{1: "900", 2: "40"} {
			s := &d.Sentences[si]
			of, want := modalities(d, s), Asserted
			if si == 1 {
				want = x.want
			}
			for i := range s.Tokens {
				if s.Tokens[i].Text == word && of[i] != want {
					t.Errorf("%q, %s: got %s, want %s", x.lead, word, of[i], want)
				}
			}
		}
	}
}

func TestDrivenInATitle(t *testing.T) {
	d := extractors.Read(&article.Article{Title: "Fire near Harwick kills two, forces thousands to flee", Text: "."})
	s := &d.Sentences[0]
	of := modalities(d, s)
	for i := range s.Tokens {
		if s.Tokens[i].Lower == "thousands" && of[i] != Asserted {
			t.Errorf("%q: thousands is %s, want asserted", s.Text, of[i])
		}
	}
}

// bracketed reads a text with one [figure] and returns where the figure stands.
func bracketed(t testing.TB, s string) (*extractors.Document, int) {
	t.Helper()
	at := strings.IndexByte(s, '[')
	if at < 0 {
		t.Fatalf("%q has no [figure]", s)
	}
	s = strings.NewReplacer("[", "", "]", "").Replace(s)
	return extractors.Read(&article.Article{Text: s, Blocks: []article.Block{{Start: 0, End: len(s), Kind: article.Paragraph}}}), at
}

func tokenAt(d *extractors.Document, at int) (*extractors.Sentence, int) {
	for si := range d.Sentences {
		s := &d.Sentences[si]
		for k := range s.Tokens {
			if s.Field == extractors.Text && s.Tokens[k].Start <= at && at < s.Tokens[k].End {
				return s, k
			}
		}
	}
	return nil, 0
}

// Every cue of the list is found where it stands as a clause of its own.
func TestModalCuesCanMatch(t *testing.T) {
	for first, list := range modalCues {
		for _, c := range list {
			var toks []extractors.Token
			for _, w := range c.words {
				toks = append(toks, extractors.Token{Text: w, Lower: w, Tag: "NN"})
			}
			r := newModalReader(toks)
			if got := r.cueAt(0); got == nil || len(got.words) != len(c.words) {
				t.Errorf("cue %q under %q is never found", strings.Join(c.words, " "), first)
			}
		}
	}
}

func FuzzModalities(f *testing.F) {
	for _, ex := range modalExamples {
		f.Add(ex.sentence)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := extractors.Read(&article.Article{Title: s, Text: s, Blocks: []article.Block{{Start: 0, End: len(s), Kind: article.Paragraph}}})
		for i := range d.Sentences {
			if got := len(modalities(d, &d.Sentences[i])); got != len(d.Sentences[i].Tokens) {
				t.Fatalf("%q: %d modalities for %d tokens", s, got, len(d.Sentences[i].Tokens))
			}
		}
	})
}
