"""Small word lists, made by hand: what is surely no name, what may well be one, what marks an event or a firm."""

from __future__ import annotations

from hallway.model.folding import fold
from hallway.reading.names import NICKNAMES


def _words(text: str) -> frozenset[str]:
    return frozenset(w if w.isascii() and w.isalnum() else fold(w) for w in text.split())


COMMON = _words("""
a about above after afternoon again against age ago agreed ah all almost alone along already also although always am
amazing among an and another answer any anyone anything apparently app apps are area aren't around art as ask asked at
audience audio available away awesome baby back bad badge bag bar be beautiful because become beer been before behind
being believe below best better between big bit blog blogger blogs blue book booked books booth boss both bought box
boy brand break breakfast brief briefly bring brochure brother brought bus business busy but buy by call called calls
came camera can can't cannot car card cards career case catch cat caught chair chat chats chatted check children
church city class clever client clients climbing close code coding coffee cold colleague colleagues come comes coming
community company conference connect consultant contact content contract cool copy corner could country couple course
cousin cto ceo cfo coo crew customer dad dance data date daughter day days dear deck decision deep definitely demo
design designer desk details dev developer dinner discussed do does doesn't dog doing don't done door down drinks
drive driver drove during each early easy eat edit editing editor email emailed emails end engineer english enough
epic even evening event events ever every everyone everything expert expo fair fame family famous fan far fast father
feed few film finally find fine first five flight follow food for forgot found founder four free freelance fresh
friday friend friendly friends from front full fun funny game games garden gave get gets girl give given gives giving
glad go goes going good got great green group guest guy guys had hair half hall hallo hand handle happy hard has
hasn't hat have having he head heard hello help helped helps her here hers hey hi him hire hired hiring his history
hobby home hope hopes horse host hosted hotel hour hours house how hours huge husband i i'd i'll i'm i've idea ideas
if important in info inspiring instead intense intern interested interesting interview into intro introduced is isn't
it it's its job join joined journal journalist joy just keen keynote kid kids kind kit kitchen knew know known knows
lab lady lamp language laptop last late later laugh law lawyer lead learn learning leads least left less let library
life like liked likes line link list listen little live lives living local long look looking looks lost lot lots love
loved lovely loves lunch mad made mail mailed main make maker makes making man manager many map marketing maybe me
mean media meet meeting meetings men mentioned mentor message met mic mics middle might mine minute minutes missed
mobile monday money month months more morning most mother move moved movie much mum museum music must my name named
near need needed needs neighbour network never new news newsletter next nice night no nobody none nor not note notes
nothing now number of off offer offered offers office often oh ok okay old on once one online only open opening or
order organised organiser organisers organized organizer organizes other our out outside over own page pair panel
paper parents part partner party past pay people per perhaps person phone phoned photo photos pick picture pics pitch
pizza place plan plane planning play please plus podcast podcaster podcasting podcasts poetry poor possible poster
posts pr presented presenter pretty print probably problem product producer professor project projects promised
publisher publishing put python queue question questions quick quiet quite radio ran rate rather re read reader
reading reads ready real really recently recorded red remember remote report research researcher rest returned ride
right ring robot role room round run runs sad said sales same sample samples sat saturday saw say says school science
screen second see seen self sell selling sells send sent series session shared she shoes short should show shy sick
side since sing sister sit site sitting slides slow small smart so social software some someone something son song
soon sorry sound spare speak speaker speakers speaking speaks spoke sponsor sports spring stage stairs stall stand
start started startup stay stayed still stood stop stories story stranger street strong student students studies
studio study stuff such summer sunday super supplier sure swap swapped sweet table take taken talk talked talking
talks tall tea teach teacher teaches team tech tell ten tennis terrific test than thank thanks that that's the their
them then there there's these they thing things think thinks third this those though three through thursday tickets
time tired to today together toilet told tomorrow tonight too took tool tools topic totally touch tour toward town
train trainer training trains travel trip true try tuesday tv twice two under university until up us use used user
useful usual van very via video videos visit visited voice volunteer volunteers wait waiting walk walked want wanted
wants warm was wasn't watch water way we we'd we'll we're we've web website wednesday week weekend well went were what
when where which while white who whole whose why wife will window wine with without woman women won wonderful wore
work worked working works workshop workshops world worth would write writer writes writing wrote wrong yeah year years
yellow yes yesterday yet you young your youth zoom zoo re: ask lift unsure briefly waved hoarse accessibility actor
archive author backend berlin big bike birds branding budget cheese comics comms communication communications
copywriter crypto css cycling database docs documentation drupal ebooks education events fintech frontend fundraising
gaming gardening guitar handshake hiking html illustration illustrator innovation insurance internal investor java
javascript jazz kubernetes laughs linux logistics lighting localisation maps maths metadata microphone mobile
motorbike networking openstack optics packaging photographer photography php physics pottery privacy programmer rails
recording recruiter registrar robotics rss ruby rust sailing security seo sewing songs startups statistics
storytelling strategy supply sustainability technology testing tickets tooling translation translations translator
typography ux vegan vegetarian videos vinyl weather webinars wiki wikis wordpress yoga lanyard lurker scarf glasses
beard tattoo hat accent dutch german french english spanish italian swiss austrian belgian british american canadian
danish swedish norwegian finnish polish czech irish scottish welsh indian chinese japanese korean brazilian portuguese
did didn't didnt gone phoned came drank soil gas habe hab hatte j'ai ik heb ich fui he und oder der die das den dem
des ein eine einen einem einer ich wir sie er es mit von vom zu zum zur auf aus bei beim nach durch ueber über für im
ist war hat haben nicht kein keine neu wieder gestern heute morgen sehr gut alter alte kollege kollegin freund
freundin will sucht braucht kennengelernt getroffen gesehen le la les un une des du de et ou avec chez dans sur pour
par est était je nous il elle ils nouveau nouvelle rencontré rencontrée vu hier bien encore collègue ami amie cherche
el los las una unos y o con en por para del al es fue nuevo nueva otra vez ayer hoy mi mis su busca necesita quiere
amigo amiga conocí conoci colega het een en met van voor op bij uit door nieuw nieuwe weer opnieuw gisteren vandaag
collega zoekt wil nodig ontmoet o os um uma uns com em na no nas nos do da dos das por novo nova ontem hoje meu minha
seu sua procura precisa quer conheci briefly passing glimpsed nodded absent cancelled planned someday shall w re cc
fyi btw imo lol haha wow hmm um uh etc ie eg vs aka nb todo ps ok asap tbd tba
""")  # fmt: skip

FIRST_NAMES = _words("""
aaron abbas abdou abdul abel abigail ada adam adele adrian agnes ahmed aino aisha akio akira alain alan albert alberto
alejandro alena alessandro alfie alfred ali alice alicia alina aline alison allison alma alvaro amanda amara amelia
amelie amina amir amit amy ana anders andre andrea andreas andres angela anita anja anjali anke ann anna annabel anne
anneke anneli annelore annika anouk anselm antoine anton antonia arjun arne arthur asa astrid aurelie axel ayelet
aysha balazs barney bart bartol bea beata beatrice beatrix ben benedikt benno bep bernadette bernard bert bertil
bettina bianca birgit bjarke bjorn bo bob bogdan bohdan boris bram brenda brian bridget brigitte bruno bryan camila
camille carl carla carlos carmen carol carolina caroline catalina cecilia celine chantal charlotte chiara chidi chloe
christa christian christoph chuck claire clara claudia claus clemens clementine clive cleo colin colm constance
constantin cora corinna cornelis corneliu craig cy cyril dag dagmar daisy daniela daniele dara daria davide dean
deirdre denis dennis derek devon diana dick diego dieter dilys dimitar dimitri dina dirk dmitri dom dominic dominik
dora doris dorothea dragana duncan duygu dylan eduardo edward eero efua egon eileen elena eleanor elif elin elisa
elisabeth eliska ella ellen ellinor elsa elias emil emilia emilie emily emma emmet enrique eric erica erik erika
ernesto erwin esra esther etienne eugenia eva eve evelyn ewa ezra fabian fabien fabrice fabricio fatima federico
felicia felipe felix femi femke ferdi fergus fernanda fernando fiona fitz fleur flo flora florence florian francesca
francisca francois frank franz frederik frieda frieder gabriela gareth gaspard gavin gemma george georg gerald gerardo
gerhard gerlinde gernot ghislaine gideon gil gilles gina giorgio giovanni giulia gisela gita giulio giuseppe gloria
gosia grace graham greta gudrun guido guillaume gunnar gunter gustav guy hamish hana hanna hannah hannelore hans
harald haruto harun harriet hartwig hasan hassan hazel heather hector heidi heike heinz helen helena helene helga
helmut hendrik henning henri henrik herman hermann hideo hilda hiro hoang hollis holger holly horst howard hugh hugo
ian ibrahim ida ifeoma ignacio igor ilaria ilinca ilse imani imke ines inga inge ingeborg ingmar ingo ingrid ioana
irena irene iris irina irma isaac isabel isabella isabelle ivan ivana ivo jack jackie jacqueline jacques jakob jan
jana jane janet janine jarno jasmin jason javier jay jean jeanne jelle jens jeong jesper jessamy jill jim jitka jo
joan joana joanna joao joel johan johann johanna jolanda jon jonas joop joost jordan jordi jorge jorg jorge josef
josefien josephine joy joyce juan juana judith jukka jules julia julian juliane julie julien juliette julio june
jurgen jurg justin justine kaarlo kaia karen karim karin karina karl karla karsten kasia kasimir kaspars katarzyna
kathleen katja katrin keiko keith kelly kemal kerstin kevin kim kirsten kiri kiril kjell klaas klara klaus klemens
kofi konrad konstantin koos kristiina kristin kristina kurt kwabena lara lars laszlo laura laure laurence laurent
laurie lea leah leif leila lena lennart leo leon leonie leslie lewis lidija lieke liesbeth liisi lila lina linda lino
lionel lisa liv ljudmila lobo lorena lorenzo lorraine lothar lotte lottie louis louisa louise luc luca lucas lucia
lucie lucja lucy ludmila ludo luis luisa luka lukas luke lutz lydia lynn maarten mabel madeleine magda magnus maimu
maja malcolm malgorzata malik manfred manuel manuela mara marc marcel marcella marcelo marco marcos marcus margarete
margarita margot maria mariana marianne marie marieke mario marion marisa marjolein mark marko markus marlene marta
marten martha martijn martina marty marusia marv mary mateus mathias mathilde mats matteo matthias matyas maud maurice
mauricio mauro max maya mehmet melanie melissa mercedes merle mia michal michel michaela miguel mika mike mikko mila
milan milena milos mina mira miriam mirela mo mohamed mohammed moira molly mona monica monika monique morten moritz
muhammad murat myriam nadia nadine naomi natalia natalie natasha natasza ned neil nele nell nelson neza nick nicky
nico nicolas nicole niels niklas nikolai nils nina noa noah noel noemi nora norbert nuno nuria nuno obi odile ola olaf
olga oliver olivia olivier olumide omar ondine oona oscar oskar osman otto ottavio ottoline pablo paola paolo park
pascal patricia patrik paul paula paulina pauline paulo pavel pedro pemba penelope per perla pernille petra petr phil
philippa philippe philomena phoebe pia piet pierre pieter pilar piotr prakash priya przemek quentin rachel rafael
rafal rahul rainer raj ralf ralph ramon randy raphael raquel rashad rasmus raul ravi rebecca regina reinhard remy
renata renate rene renee ricardo riccardo richard rita roald roberta roberto robin rocio rodrigo roger roland rolf
rolo romain roman ronke eleri rosa rosalind rose rosie ross roy rudi rudolf rui rupert ruta ruth ruthie ryan sabine
sadie saida sal salim sally salma salome samira sander sandra sandeep sanjay santiago saoirse sara sarah sascha sean
sefton selma serena serge sergei sergio shannon sharon sheila shel shelly shirley siegfried sigrid signe silke silvia
silvie simon simona simone sina siobhan sofia sofie solveig sonia sonja sophia sophie soraya stacy stan stanislav
stefan stefano steffi stella sten stina sue sun sunniva suresh susana susanne suzanne sven svetlana sybil sybille
sylvain sylvia sylvie szymon tadeusz takeshi tamara tania tansy tara tariq tatiana tereza teo terry tess thandeka thea
theo theresa therese thibault thierry thijs thilo thomas thuy tiago tib tiff tihomir tilda tilde tim timo tina tobias
todd tom tomas tomasz tomo tone toni torben tove tracy trevor tristan trudy tuomas tuur udo ulf ulla ulrich ulrike
umut ursula ute uwe vadim valentin valentina valerie vanessa vasily veera vera verena verity veronica veronika vesela
vic vicente victor victoria vikram viktor vincent viola violet virginia virginie vivian vladimir volker wacek walter
wanda wang wendy wenzel werner wiebke wilhelmina willem wilma wim winnie wolfgang wouter xavier ximena yael yan yann
yannick yara yasmin yuki yuri yusra yves yvette yvonne zara zeynep zoe zofia zsofi zuzana zuzka
""") | frozenset(NICKNAMES) | frozenset(f for fulls in NICKNAMES.values() for f in fulls)  # fmt: skip

GENERIC = _words("""
a an the this that last year's annual big our their conference conf conferences event events meeting meetings meetup
meet-up summit forum congress convention con expo fair fest festival camp symposium workshop week weekend day days
show gathering unconference hackathon retreat assembly seminar course party dinner ball awards show session at in on
of for der die das auf dem kongress konferenz messe tagung treffen le la les un une colloque salon congrès conférence
rencontre rencontres el los congreso feria conferencia jornadas het de een beurs congres conferentie bijeenkomst o os
a congresso feira conferência encontro edition
""")  # fmt: skip

EVENTISH = _words("""
conference conf event meetup meet-up summit forum congress convention con expo fair fest festival camp symposium
weekend gathering unconference barcamp hackathon assembly seminar colloquium days week congres kongress konferenz
messe tagung treffen colloque salon congrès conférence rencontres congreso feria conferencia jornadas beurs
conferentie bijeenkomst congresso feira conferência encontro con
""")  # fmt: skip

CORPORATE = _words("""
ag gmbh ltd limited inc llc plc corp corporation company co group partners associates university college institute
school academy museum library press publishing publishers media foundation association society trust council ministry
agency bank radio records labs lab studio studios consulting consultants solutions systems software services
technologies technology hospital church club union collective cooperative network sa srl spa bv nv oy ab as aps kg ev
sarl universität hochschule verlag verein stiftung institut université universidad universidade universiteit éditions
editora hochschule bibliothek bibliothèque fondation fundación stichting
""")  # fmt: skip

PLACES = _words("""
afghanistan africa albania algeria america amsterdam angola ankara antwerp argentina armenia asia athens atlanta
auckland australia austria baltimore bangalore bangkok bangladesh barcelona basel bavaria beijing beirut belfast
belgium belgrade berlin bern bilbao birmingham bogota bologna bolivia bonn bordeaux bosnia boston brasov bratislava
brazil bremen brighton brisbane bristol britain brno bruges brussels bucharest budapest bulgaria busan cairo
california cambridge canada cardiff chicago chile china cologne colombia copenhagen cork croatia cuba cyprus czechia
dakar dallas delft delhi denmark denver detroit dresden dubai dublin dusseldorf ecuador edinburgh egypt eindhoven
england essen estonia ethiopia europe finland florence florida france frankfurt galway gdansk geneva genoa georgia
germany ghana ghent glasgow gothenburg granada graz greece groningen hague halle hamburg hanoi hanover heidelberg
helsinki holland houston hungary iceland india indonesia innsbruck iran iraq ireland israel istanbul italy jakarta
japan jerusalem johannesburg jordan kampala karlsruhe kenya kiev koln korea krakow kyiv kyoto lagos latvia lausanne
lebanon leeds leiden leipzig leuven lille lima linz lisbon lisboa lithuania liverpool ljubljana london luxembourg lviv
lyon madrid mainz malaga malaysia malmo malta manchester mannheim marseille melbourne mexico miami milan minsk
montreal morocco moscow mumbai munich munchen nairobi nantes naples nepal netherlands newcastle nice nigeria norway
nottingham nuremberg nurnberg odessa ohio oporto oregon osaka oslo ottawa oxford pakistan palermo paris peru
philadelphia philippines pisa poland porto portland portugal prague qatar quebec riga rio romania rome rotterdam
russia rwanda salzburg santiago scotland seattle senegal seoul serbia seville shanghai sheffield siberia sicily
singapore slovakia slovenia sofia somalia spain stockholm strasbourg stuttgart sudan sweden switzerland sydney syria
taipei taiwan tallinn tartu tehran texas thailand tirana tokyo toronto toulouse trieste tunis tunisia turin turkey
uganda ukraine uppsala uruguay usa utrecht valencia vancouver venezuela venice vienna vietnam vilnius wales warsaw
washington wellington wien wroclaw yerevan york zagreb zambia zaragoza zimbabwe zurich uk us deutschland schweiz
osterreich espana italia francia frankreich allemagne belgique suisse nederland belgie brasil
""")  # fmt: skip

CHANNELS = _words("""
linkedin twitter mastodon bluesky facebook instagram email e-mail mail irc slack discord whatsapp telegram signal zoom
skype phone chat web internet website app google reddit github forum list newsletter sms x badge queue booth corridor
lift bus train plane
""")  # fmt: skip

SETTINGS = _words("""
lunch dinner breakfast brunch coffee bar pub booth stand stall table party reception hotel lobby airport station train
bus taxi queue buffet desk registration door lift elevator stairs corridor hall hallway kitchen toilet toilets pool
beach boat bench fire end beginning start night home work once last first least checkout break poster drinks canteen
restaurant counter
""")  # fmt: skip
