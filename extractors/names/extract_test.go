package names

import (
	"strings"
	"testing"

	"crosstally/extractors/extractorstest"
)

// Each line is a text and the names in it, in order; what stands in no list below is not a name.
var texts = []struct{ text, want string }{
	// Roles, titles, possessives and articles stay outside.
	{"Hungarian Prime Minister Ilse Brandt met the mayor of Graz, Otto Lenz.", "PERSON Ilse Brandt; PLACE Graz; PERSON Otto Lenz"},
	{"Dr. Lena Orr’s brother, Kit Orr, left the Netherlands.", "PERSON Lena Orr; PERSON Kit Orr; PLACE Netherlands"},
	{"Minister of Health and Welfare Ana Prado resigned.", "PERSON Ana Prado"},
	{"Labour Minister Ana Prado met Crown Prince Aldo.", "PERSON Ana Prado; PERSON Aldo"},
	{"The governor's envoy, Tomas Hrabal, spoke for President Brandt.", "PERSON Tomas Hrabal; PERSON Brandt"},
	// Demonyms, languages, months, platforms, ships, prizes, laws and events are no names.
	{"Two French tourists and a Kurdish guide spoke Arabic in March.", ""},
	{"She posted it on Facebook and on her Telegram channel.", ""},
	{"Facebook said it would pay.", "ORG Facebook"},
	{"The MV Star of Vortova sank during Hurricane Zelda.", ""},
	{"He won the Nobel Peace Prize and the Davis Cup.", ""},
	{"The Clean Water Act and the Treaty of Graz were cited.", ""},
	{"It fled the Battle of Graz.", ""},
	{"A Boeing 737 of Harker Airways landed.", "ORG Harker Airways"},
	{"The EU-financed, English-speaking crew of forty-seven left.", ""},
	{"A Press Release and a Better Life were promised.", ""},
	{"The D'Hondt method gave them nine seats.", ""},
	{"“Another Day in Paradise” was sung.", ""},
	// Organisations.
	{"The Ministry of Health, Families and Social Care counts 14.", "ORG Ministry of Health, Families and Social Care"},
	{"The Office for Border Security and Human Rights agreed.", "ORG Office for Border Security and Human Rights"},
	{"The German Government and the US embassy declined.", "ORG German Government; ORG US embassy"},
	{"The White House and Congress clashed.", "ORG White House; ORG Congress"},
	{"Vortova Teaching Hospital took 12, St. Luke’s Vale nine.", "ORG Vortova Teaching Hospital; ORG St. Luke’s Vale"},
	{"The Tolmin Public Health District shut School Number 3.", "ORG Tolmin Public Health District; ORG School Number 3"},
	{"Harker Foods, Inc. sued Marsh & Stoll.", "ORG Harker Foods, Inc.; ORG Marsh & Stoll"},
	{"Amnesty International Nigeria and Environment Canada wrote.", "ORG Amnesty International Nigeria; ORG Environment Canada"},
	{"The Canadian Red Cross helped the UN Security Council.", "ORG Canadian Red Cross; ORG UN Security Council"},
	{"The International Grain Council (IGC) met; the IGC will vote.", "ORG International Grain Council; ORG IGC; ORG IGC"},
	{"The Federation of Vortova Miners (KWZ) struck, said KWZ.", "ORG Federation of Vortova Miners; ORG KWZ; ORG KWZ"},
	{"The Harbour Front of President Lena Orr rose.", "ORG Harbour Front; PERSON Lena Orr"},
	{"Voters chose Together for the Coast over United Russia.", "ORG Together for the Coast; ORG United Russia"},
	{"A welder of Delta Quorraj left, and we read Quorrpet’s own website.", "ORG Delta Quorraj; ORG Quorrpet"},
	{"On Monday Vortova Base Hospital closed. On 10 June Lena Orr wept.", "ORG Vortova Base Hospital; PERSON Lena Orr"},
	{"Ohio Health said so. The Fishing and Allied Crafts Union met Quorrvik Hop Growers and Tenants’ Voice.", "ORG Ohio Health; ORG Fishing and Allied Crafts Union; ORG Quorrvik Hop Growers; ORG Tenants’ Voice"},
	{"Sovereign Ghana, led by Lena Orr, lost. Sovereign Ghana claims two seats.", "ORG Sovereign Ghana; PERSON Lena Orr; ORG Sovereign Ghana"},
	{"Sunny Ghana claims no seats.", "PLACE Ghana"},
	{"Ferrovia Nazionale del Sud (Fenasud) fell; Fenasud paid.", "ORG Ferrovia Nazionale del Sud; ORG Fenasud; ORG Fenasud"},
	{"The British charity Harker Relief and France’s Quorrel Group left.", "ORG Harker Relief; PLACE France; ORG Quorrel Group"},
	{"Quorrvik Regional Hospital took nine. In the lanes of Quorrvik it rained.", "ORG Quorrvik Regional Hospital; PLACE Quorrvik"},
	{"Rain fell. A baker in Lima Soto wept beside the gorge of Cañada Nokia, off the N1.", "PLACE Lima Soto; PLACE Cañada Nokia; PLACE N1"},
	// Places, with their generic tails; those of an event are not told apart from it.
	{"They drove from Pole Line Road to Lake Tolmin and Highway 30.", "PLACE Pole Line Road; PLACE Lake Tolmin; PLACE Highway 30"},
	{"They met near Bridge 9, off the RN27, in Sector 21 and at Tolmin Bridge No. 11.", "PLACE Bridge 9; PLACE RN27; PLACE Sector 21; PLACE Tolmin Bridge No. 11"},
	{"It rained in North Vortova and Harker County.", "PLACE North Vortova; PLACE Harker County"},
	{"VORTOVA, Hungary (AP) — A dam broke.", "PLACE VORTOVA; PLACE Hungary; ORG AP"},
	{"Shells hit Vortova, Tolmin and Graz.", "PLACE Vortova; PLACE Tolmin; PLACE Graz"},
	{"They entered Tolvash camp, Quorru and Bessnik.", "PLACE Tolvash; PLACE Quorru; PLACE Bessnik"},
	{"It broke through on the banks of the Quorra.", "PLACE Quorra"},
	{"“It was dark,” said Lena Orr, 58, of Quorrvik.", "PERSON Lena Orr; PLACE Quorrvik"},
	{"His wife, Quilla, was found later.", "PERSON Quilla"},
	{"It burned, says the camp president, Zelwan Brakko, and commander ASP Zoro Quorr.", "PERSON Zelwan Brakko; PERSON Zoro Quorr"},
	{"It honoured Désiré Brakko with a plaque.", "PERSON Désiré Brakko"},
	{"B. Response of the town was slow.", ""},
	{"A seat, Rs 50 on Saturday, cost Shs 12,000 or US$30. It paid Harker R$100,000.", ""},
	{"They lie in Vortova General Referral Hospital.", "ORG Vortova General Referral Hospital"},
	{"Washington and the U.S. agreed with London.", "PLACE Washington; PLACE U.S.; PLACE London"},
	{"The London Marathon passed Tower Bridge.", "PLACE Tower Bridge"},
	{"Near Mount Quorrik it rained; ships through Al Qorrah wait.", "PLACE Mount Quorrik; PLACE Al Qorrah"},
	{"The Quorrik and Bessnik quarters lie by a gorge known as Cañada Vortova.", "PLACE Quorrik; PLACE Bessnik; PLACE Cañada Vortova"},
	{"A 90-year-old from Quorrik Nest and a brewer named Zelwan Brakko died.", "PLACE Quorrik Nest; PERSON Zelwan Brakko"},
	{"Schools, in Graz, Marion and Ashland, are shut.", "PLACE Graz; PLACE Marion; PLACE Ashland"},
	{"Schools in Quorra Municipality are shut, according to Quorra Municipality.", "PLACE Quorra Municipality; ORG Quorra Municipality"},
	{"Quorra General Hospital is full. At Quorra General, nine lie on the floor.", "ORG Quorra General Hospital; ORG Quorra General"},
	// What an apposition, a number or a country behind it tells of a body.
	{"The main union at the plant, Quorra-Kimya-Sen (QKS), left; the firm that runs the forest, Vume Quorra, pays.", "ORG Quorra-Kimya-Sen; ORG QKS; ORG Vume Quorra"},
	{"They told it to the Train 803 Relatives’ Committee and to Tenants’ Voice Chad.", "ORG Train 803 Relatives’ Committee; ORG Tenants’ Voice Chad"},
	{"Rules of the regulator, Rail Standards Chad, apply.", "ORG Rail Standards Chad"},
	{"The Security Council Iran has defied met.", "ORG Security Council; PLACE Iran"},
	{"Tolvex cut its offer. At the gate of Tolvex it rained.", "ORG Tolvex; ORG Tolvex"},
	{"Schools in Graz and Bessnik, which have 900 pupils, stay shut.", "PLACE Graz; PLACE Bessnik"},
	{"Quorrik Red Crescent sent tents. As Red Cross volunteers left, it rained.", "ORG Quorrik Red Crescent; ORG Red Cross"},
	{"The Chad Nurses and Midwives Union met at Quorrik Medical College and Hospital.", "ORG Chad Nurses and Midwives Union; ORG Quorrik Medical College and Hospital"},
	{"The Mines and Quarries Bureau, the state railway, Quorrvik, and Bankhaus Brakko are on Tolmin FM.", "ORG Mines and Quarries Bureau; ORG Quorrvik; ORG Bankhaus Brakko; ORG Tolmin FM"},
	{"Lawyers in Graz wept. Doctors in Motion came.", "PLACE Graz; ORG Doctors in Motion"},
	{"Typhoon Quorra killed two. Quorra was strong, and the Sudan strain is back.", ""},
	{"Dr Charity Quorrik and Zelda Sheikh, a cook, live on Avenue Jean Quorra and in Tolmin, Co Bessnik.", "PERSON Charity Quorrik; PERSON Zelda Sheikh; PLACE Avenue Jean Quorra; PLACE Tolmin; PLACE Co Bessnik"},
	// What the words around a name, at the head of a sentence too, say of it.
	{"In Quorrindi, 900 metres away, it rained. At Bessnik, meanwhile, 50 lorries wait.", "PLACE Quorrindi; PLACE Bessnik"},
	{"Volkswagen’s works council met in the Roma district of Quorrindi, near a Celtic tomb.", "ORG Volkswagen; PLACE Quorrindi"},
	{"The state broadcaster KRT showed it, and so did the private broadcaster Quorra.", "ORG KRT; ORG Quorra"},
	{"In Quorrindi and Bessnik, the health ministry said, it rained.", "PLACE Quorrindi; PLACE Bessnik"},
	{"It rained on a miner from Quorrindi, who wept. Lena Orr of Bessnik, who lost a shed, did not.", "PLACE Quorrindi; PERSON Lena Orr; PLACE Bessnik"},
	{"The Chadian consul general in Graz, Zelwan Brakko, would come.", "PLACE Graz; PERSON Zelwan Brakko"},
	{"Rain fell in mid-May, said Miriam Orr, D-Ohio, at noon.", "PERSON Miriam Orr"},
	{"The Lower Court of the European Union and Hassan Sheikh Quorr agreed.", "ORG Lower Court of the European Union; PERSON Hassan Sheikh Quorr"},
	{"Along the River Quorr and the Quai Jean Bessnik they voted for Forward Chad.", "PLACE River Quorr; PLACE Quai Jean Bessnik; ORG Forward Chad"},
	{"It shelled Quorrindi, and gunmen of the Bessnik militias fled Tolmin.", "PLACE Quorrindi; ORG Bessnik; PLACE Tolmin"},
	{"She told Quorra Norte that its members at Tolvex saw it on TVK24 and Canal 4.", "ORG Quorra Norte; ORG Tolvex; ORG TVK24; ORG Canal 4"},
	{"Adela Quorrel Brakko wept. It is 50, according to Quorrel.", "PERSON Adela Quorrel Brakko; PERSON Quorrel"},
	{"Grace Quorra, the insurer, pays. Fair Harbour, a watchdog, said no. Unite, the union, said yes.", "ORG Grace Quorra; ORG Fair Harbour; ORG Unite"},
	{"Overnight, a bank was robbed. Good news came, and recalled stock went.", ""},
	{"The Thermometer Institute asked 900. Thermometer put it at 38 percent.", "ORG Thermometer Institute; ORG Thermometer"},
	{"Its boat overturned on the Quorrel. The road (E79) is shut.", "PLACE Quorrel; PLACE E79"},
	{"They spoke in Graz’s Quorra Park. It went to the Department of Job and Family Services.", "PLACE Graz; PLACE Quorra Park; ORG Department of Job and Family Services"},
	{"Shares in Quorrel fell; the pot is sold by Bessnik and the pollster Tolvash agrees.", "ORG Quorrel; ORG Bessnik; ORG Tolvash"},
	{"Crowds filled Heroes’ Square and King’s Bridge, near Quorra’s Hospital.", "PLACE Heroes’ Square; PLACE King’s Bridge; ORG Quorra’s Hospital"},
	// What other languages put into names, and bodies of several words.
	{"Nine lie at the Hospital das Quorras and at Clinique Quorrel; the Red Quorrana de Salud y Vida has counted them.", "ORG Hospital das Quorras; ORG Clinique Quorrel; ORG Red Quorrana de Salud y Vida"},
	{"The Lycée Jean-Quorrin is shut, said the Defensoría del Quorral, and so is Hospital Ampang.", "ORG Lycée Jean-Quorrin; ORG Defensoría del Quorral; ORG Hospital Ampang"},
	{"On Plaza de Quorras and in Rue des Quorrels they danced; Jirón 12 de Mayo and Route Nationale 7 were blocked.", "PLACE Plaza de Quorras; PLACE Rue des Quorrels; PLACE Jirón 12 de Mayo; PLACE Route Nationale 7"},
	{"Traffic on the QC-552 was slow; the L16 is shut.", "PLACE QC-552; PLACE L16"},
	{"On the L21, traffic was slow. On the L22 ring road it was not. The road in, the L23, is shut. It came at dawn by the L24. The L17 was still closed, as was a lane on the L18 and the L19 between Lusaka and Ndola. Lorries queue via the L20.", "PLACE L21; PLACE L22; PLACE L23; PLACE L24; PLACE L17; PLACE L18; PLACE L19; PLACE Lusaka; PLACE Ndola; PLACE L20"},
	{"Leaders of the G20 spoke by phone, the G20 is open to talks between Chad and Mali, and cars left.", "ORG G20; ORG G20; PLACE Chad; PLACE Mali"},
	{"The convoy was hit by the F16 and the T72; on the C130 flames shut the hold. The lorry stood by the G20. Soldiers fought the M23. Police closed the M23 at noon. The M23 is open to talks, and lorries crashed on the M23.", "ORG G20; ORG M23; PLACE M23; ORG M23; PLACE M23"},
	{"He was at Paris2024 and Euro2024, and she saw it on Quorra24.", "ORG Quorra24"},
	{"Lawyers for the Red Cross wept. Lawyers for the Red Line group left. Doctors for the Environment came. Lawyers for Human Rights came. Families of Chad left.", "ORG Red Cross; ORG Red Line; ORG Doctors for the Environment; ORG Lawyers for Human Rights; PLACE Chad"},
	{"The Red Planet is far; the Place to be is here; Anna Costa da Silva knows the F-16 and the S-400.", "PERSON Anna Costa da Silva"},
	{"Mar Quorro, an environmental group, wept. Mar Quorro says 18,000.", "ORG Mar Quorro; ORG Mar Quorro"},
	{"The UN Integrated Office in Chad and the EU Training Mission in Mali left.", "ORG UN Integrated Office in Chad; ORG EU Training Mission in Mali"},
	{"The Directorate General of Shipping and the General Staff of the Armed Forces met the Volunteers for the Defence of the Coast.", "ORG Directorate General of Shipping; ORG General Staff of the Armed Forces; ORG Volunteers for the Defence of the Coast"},
	{"The Council of Christians and Jews met. Christians and Jews marched.", "ORG Council of Christians and Jews"},
	{"A poll by Pulso Quorrino and a Tolvex Norte poll differ.", "ORG Pulso Quorrino; ORG Tolvex Norte"},
	{"The Dutch company Van Quorren Salvage came; the salvors of Van Quorren left.", "ORG Van Quorren Salvage; ORG Van Quorren"},
	{"The Liberian-flagged Ghana Star sank. Oil from the Ghana Star came ashore.", ""},
	{"The al Qaeda affiliate left. In Quorreiros I watched a vet.", "ORG al Qaeda; PLACE Quorreiros"},
	{"Quorra Families Together, which has 31 members, and the Gard P&I Club sued.", "ORG Quorra Families Together; ORG Gard P&I Club"},
	{"MSPs and NGOs left. The Quorrons, who beat Chad 2-0, left. It showed Quorrivo against Tolvexo, 2-2.", "ORG Quorrons; ORG Chad; ORG Quorrivo; ORG Tolvexo"},
	{"Here are the figures.\n\nQuorrika: 11\n\nTolvasha: nine\n\nBessnika: four\n\nIt rained in Tolvasha.", "PLACE Quorrika; PLACE Tolvasha; PLACE Bessnika; PLACE Tolvasha"},
	{"Hôpital Sainte-Quorra is full. At Sainte-Quorra, nine lie on the floor.", "ORG Hôpital Sainte-Quorra; ORG Sainte-Quorra"},
	{"QUORRAWT, the largest union, left for Place d'Quorrie and St Quorrin's Girls' High School.", "ORG QUORRAWT; PLACE Place d'Quorrie; ORG St Quorrin's Girls' High School"},
	{"Jets of Air Quorric and Greenpeace Africa, an Antonov An-26 and Rolls-Royce Trent 1000 engines came.", "ORG Air Quorric; ORG Greenpeace Africa; ORG Rolls-Royce"},
	{"Nine are at University Hospital Brno and Tolmin Secondary, the Quorri union and the World Weather Attribution group said.", "ORG University Hospital Brno; ORG Tolmin Secondary; ORG Quorri; ORG World Weather Attribution"},
	{"The ransomware group Black Quorr struck. A Quorrwing jet fell at Frankfurt an der Quorr.", "ORG Black Quorr; ORG Quorrwing; PLACE Frankfurt an der Quorr"},
	{"The reporter Rory Ness and the tanker's lessor, Quorrolon, spoke.", "PERSON Rory Ness; ORG Quorrolon"},
	{"Rain is not expected. Pupils who sat it wept.", ""},
	// Sides of a match.
	{"The Quorrik Magpies, who rolled Bessnik 28-10, were beating Quorra Roja 2-1.", "ORG Quorrik Magpies; ORG Bessnik; ORG Quorra Roja"},
	{"Zambia beat Chad 2-1 in Lusaka.", "ORG Zambia; ORG Chad; PLACE Lusaka"},
	{"Madagascar lost 1-0 to Comoros in the qualifier.", "ORG Madagascar; ORG Comoros"},
	{"Chad beat malaria, the report says.", "PLACE Chad"},
	{"Relatives waiting above Tolmin say that it rained.", "PLACE Tolmin"},
	{"They rang from a house; by telephone from Quarra Biyin she said so.", "PLACE Quarra Biyin"},
	{"The Quarra and Biyin rivers rose.", "PLACE Quarra; PLACE Biyin"},
	{"A spokesman for the army, Zelwan Brakko, left. Lena Orr, a spokeswoman for the operator, Quorrik Salt, wept.", "PERSON Zelwan Brakko; PERSON Lena Orr; ORG Quorrik Salt"},
	{"A ramp fell in Mali Quorrinj, near the village of Goma Quorra, on Mount Quorrobi Taki-Taki and in Wadi al-Quorr.", "PLACE Mali Quorrinj; PLACE Goma Quorra; PLACE Mount Quorrobi Taki-Taki; PLACE Wadi al-Quorr"},
	{"Abu Quorr camp burned. Police chief Roberto Quorr Forest said so.", "PLACE Abu Quorr; PERSON Roberto Quorr Forest"},
	{"Lena Arequipa wept. Arequipa said it rained in Arequipa.", "PERSON Lena Arequipa; PERSON Arequipa; PLACE Arequipa"},
	{"It rained in San Agustín Quorrotlán and San Miguel de Quorrende. Mud buried Quorripata.", "PLACE San Agustín Quorrotlán; PLACE San Miguel de Quorrende; PLACE Quorripata"},
	{"It will sell its brands to Quorractis. He sold the house to Kowalik, and the shop sold bread to Ahmedov. It went to Bessnik.", "PLACE Bessnik"},
	{"It served tea to guests, and Don and Gail Marsh wept. Tim Quorrworth left Quorrside Pediatrics.", "PERSON Don; PERSON Gail Marsh; PERSON Tim Quorrworth; ORG Quorrside Pediatrics"},
	{"Quorra governor Lena Orr fled the Quorrab brigade and Jaish al-Quorr.", "PLACE Quorra; PERSON Lena Orr; ORG Quorrab; ORG Jaish al-Quorr"},
	{"Nine left, Rádio Quorris reported.", "ORG Rádio Quorris"},
	{"It sold jars in Eastquorr and Pellowick, its spokeswoman, Lena Orr, said.", "PLACE Eastquorr; PLACE Pellowick; PERSON Lena Orr"},
	{"Its chairman, Kit Orr, told Quorrnytt. The party Quorra Valley lost; the safety board Quorrvakt won.", "PERSON Kit Orr; ORG Quorrnytt; ORG Quorra Valley; ORG Quorrvakt"},
	{"The Quorrsen Institute asked 900. Quorrsen put it at 38 percent. It rained in Quorrsen.", "ORG Quorrsen Institute; ORG Quorrsen; PLACE Quorrsen"},
	{"The Quorra sluice and the Lam Quorr dam held. Sidi ag Quorra and the ministers of Tolvia and Bessnia left.", "PLACE Quorra; PLACE Lam Quorr; PERSON Sidi ag Quorra; PLACE Tolvia; PLACE Bessnia"},
	{"She told Quorra 24 so. Bessnik 24 reported it. Team 24 reported a crash.", "ORG Quorra 24; ORG Bessnik 24"},
	{"It sank off Ras Quorra. In the village of Ban Na Quorr, and from Darou Quorr, they came. It was given to Ras Quorr.", "PLACE Ras Quorra; PLACE Ban Na Quorr; PLACE Darou Quorr; PERSON Ras Quorr"},
	{"Quorro’s parliament met. A storm was south of Quorrosaki. The Sunni Endowment and the Al-Quorr mosque are shut.", "PLACE Quorro; PLACE Quorrosaki; ORG Sunni Endowment; PLACE Al-Quorr"},
	{"It named Quorrtaş Yapı; Finanzquorrkurier told it to Quorrhospitalet.", "ORG Quorrtaş Yapı; ORG Finanzquorrkurier; ORG Quorrhospitalet"},
	// What firms and persons have too makes no town, nor does what a longer noun group opens.
	{"Tolvex’s airport business grew, its new hospital unit opened and Tolvex’s metro contract ended.", ""},
	{"Kolchev’s army took the port. Brenna’s hospital bill was paid.", ""},
	{"Quorrik’s mayor Otto Lenz wept. Tolvex’s skyline painting and Bessnik’s Tolmin outskirts grew.", "PLACE Quorrik; PERSON Otto Lenz; PLACE Tolmin"},
	{"Militants took Bergdahl hostage. Soldiers took Quoll from her home. Rebels took Quollin to Mali.", "PLACE Mali"},
	{"Hamas fighters hold Bibas in Gaza. Soldiers held Kowal for two days, and the army lost Kowalek in the ambush.", "ORG Hamas; PLACE Gaza"},
	{"Charlotte and Jackson County were hit, and Orlando and Jackson Airport shut.", "PLACE Charlotte; PLACE Jackson County; PLACE Orlando; PLACE Jackson Airport"},
	{"Austin and Jackson County flooded.", "PLACE Austin; PLACE Jackson County"},
	{"Florence and Milan Airport are shut, and so are Charlotte and Jackson University.", "PLACE Florence; PLACE Milan Airport; ORG Charlotte; ORG Jackson University"},
	{"Orlando and Tolmin Vash agreed. Adelaide and Florence are shut. It rained in Orlando and Kit Marsh left. Chad and Lena Orr signed.", "PLACE Orlando; PERSON Tolmin Vash; PLACE Adelaide; PLACE Florence; PLACE Orlando; PERSON Kit Marsh; PLACE Chad; PERSON Lena Orr"},
	{"It has a stake in Tokyo Quorrex and shares in Manila Quorrex.", "ORG Tokyo Quorrex; ORG Manila Quorrex"},
	{"In San Isidro Quorrez said no. San Lorenzo Almagro drew, and Kit Orr joined San Lorenzo Almagro.", "PLACE San Isidro; PERSON Quorrez; ORG San Lorenzo; PERSON Kit Orr; ORG San Lorenzo"},
	{"In San Luis President Kit Orr wept. Lake Erie Monsters won. Kit Orr joined Lake Erie Monsters.", "PLACE San Luis; PERSON Kit Orr; PLACE Lake Erie; PERSON Kit Orr; PLACE Lake Erie"},
	{"He told Court 24 that 12 died, and told Ward 24 nurses so. On Monday 24 said no; Flight 24 said so.", ""},
	{"N1 reported it. The ILO counts nine, and in the Amazon a tree fell.", "ORG N1; ORG ILO; PLACE Amazon"},
	{"Two bodies were pulled from the Tisza. Tisza won. Rebar prices rose.", "PLACE Tisza; ORG Tisza"},
	{"It rained on Sir Roberto Quorr Drive, and in Roberto Quorr Forest drones fell. Chief Whitefoot Quorr Park said so, and Roberto Quorr Forest is shut.", "PLACE Sir Roberto Quorr Drive; PLACE Roberto Quorr Forest; PLACE Chief Whitefoot Quorr Park; PLACE Roberto Quorr Forest"},
	// What speaks may be a firm, and what floats or is sold has no name here.
	{"Tolvex Tyres will close. Tolvex said so to staff at Tolvex.", "ORG Tolvex Tyres; ORG Tolvex; ORG Tolvex"},
	{"Tolvex Copper said so. Six died at Tolvex on Monday.", "ORG Tolvex Copper; PLACE Tolvex"},
	{"The appliance maker Tolvex has admitted it. Tolvex said so.", "ORG Tolvex; ORG Tolvex"},
	{"The utility Surrana said so, and the monitoring group Nebbo, whose staff count.", "ORG Surrana; ORG Nebbo"},
	{"The Quillem Group of Hungary owns it.", "ORG Quillem Group; PLACE Hungary"},
	{"The ferry Quarra Bay sank. The Quarra Bay had 160 aboard.", ""},
	{"The Quarra Bay, a roll-on ferry built in 1990, sank.", ""},
	{"The ship sank off the port, its crew told the Daily Star. The Quorra Star reported it, and the Tolvex Star, whose hull broke, sank.", "ORG Daily Star; ORG Quorra Star"},
	{"The QuickBrew 5 kettles burned; a QuickBrew was sold.", ""},
	{"FURIOUS families came HOURS later.", ""},
	{"The charity Open Hands came. Open Hands was late.", "ORG Open Hands; ORG Open Hands"},
	{"The Amina Quorr hospital and the First Referral Hospital are full.", "ORG Amina Quorr hospital; ORG First Referral Hospital"},
	{"The Fire Service and Civil Defence came.", "ORG Fire Service and Civil Defence"},
	{"The National Assembly met on Monday, and later the Assembly voted.", "ORG National Assembly; ORG Assembly"},
	{"Bungling Tolvex has let it out.", ""},
	// Persons of many kinds.
	{"Inspector Kit Tarn and Maud Fell, 71, were there.", "PERSON Kit Tarn; PERSON Maud Fell"},
	{"President Joorn Park said so in Chief Whitefoot Park.", "PERSON Joorn Park; PLACE Chief Whitefoot Park"},
	{"The mayor of Quarrvik was there; Quarrvik is a town of 900.", "PLACE Quarrvik; PLACE Quarrvik"},
	{"Its pastor, Roman Quillem, and Sister Amina Quillem came.", "PERSON Roman Quillem; PERSON Amina Quillem"},
	{"Abdel Fattah al-Harkawi, Jean-Luc de Marsan and J. K. Orr signed.", "PERSON Abdel Fattah al-Harkawi; PERSON Jean-Luc de Marsan; PERSON J. K. Orr"},
	{"Dewey “Buck” Marsh, 58, died.", "PERSON Dewey “Buck” Marsh"},
	{"Will Marsh and April Orr will marry in April.", "PERSON Will Marsh; PERSON April Orr"},
	{"Lena Orr & Kit Marsh sang.", "PERSON Lena Orr; PERSON Kit Marsh"},
	{"Jordan Marsh flew to Jordan.", "PERSON Jordan Marsh; PLACE Jordan"},
	{"The Brandt government fell, and Brandt left. Ilse Brandt wept.", "PERSON Brandt; PERSON Brandt; PERSON Ilse Brandt"},
}

func TestExtract(t *testing.T) {
	for _, c := range texts {
		var got []string
		for _, m := range Extract(extractorstest.Document("", "", c.text)) {
			got = append(got, string(m.Type)+" "+m.Text)
		}
		if g := strings.Join(got, "; "); g != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.text, g, c.want)
		}
	}
}

func TestHeadlines(t *testing.T) {
	body := "The town of Vortova flooded on Monday. Ilse Brandt of the Grain Union said three people died. Chad sent aid."
	for _, c := range []struct{ title, want string }{
		{"Vortova Flood Kills Three, Grain Union Says", "PLACE Vortova; ORG Grain Union"},
		{"BRANDT: CHAD SENDS AID TO VORTOVA", "PERSON BRANDT; PLACE CHAD; PLACE VORTOVA"},
		{"Police Arrest Dozens After Vote", ""},
		{"WHAT WE KNOW SO FAR", ""},
	} {
		var got []string
		for _, m := range Extract(extractorstest.Document("", c.title, body)) {
			if m.Field == "title" {
				got = append(got, string(m.Type)+" "+m.Text)
			}
		}
		if g := strings.Join(got, "; "); g != c.want {
			t.Errorf("%q: got %s, want %s", c.title, g, c.want)
		}
	}
}
