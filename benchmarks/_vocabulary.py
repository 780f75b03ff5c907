"""Words for invented diaries. Nobody in them exists."""

from __future__ import annotations

FIRST = (
    "Ada Aino Alba Alma Amara Anouk Arvid Asha Astrid Aurel Basil Beata Bente Bruno Calla Carmo Cato Ceri Cleo Corin Dagny "
    "Dara Delia Dinu Dora Edda Eino Elif Elke Emre Enda Esme Ewald Fadi Faye Femi Fenna Fintan Flora Gaia Gerda Goran Greer "
    "Gwen Hadi Hanne Haru Hedda Hila Ibe Idris Ilka Imre Ines Iona Isak Ismet Ivo Jana Jesper Jonna Jude Kadri Kaia Kalle "
    "Karim Katya Kenji Kirsi Laila Lars Leda Lena Levi Linnea Livia Lorne Luca Maeve Magda Malik Maren Mats Merle Mika Milo "
    "Mina Moa Nadia Naveen Nell Nia Noa Nuria Odd Ola Olga Omar Orla Oskar Otis Pavel Pella Petra Pia Quinn Rafi Ragna Rana "
    "Remi Rhea Rolf Ronan Rosa Runa Sami Sanna Sela Senan Signe Silas Siri Sol Sunniva Tadeo Tarek Teo Thea Tilda Tora Uma "
    "Una Urs Vela Vera Vigo Wanda Wim Yael Yara Yusra Zadie Zeno Zora Zuri"
).split()
LAST_A = (
    "Ack Ald Ander Arm Ash Bar Beck Berg Black Bor Bran Brook Cal Carr Cast Dal Dorn Drav Eck Els Fal Fen Fjell Fors Gar "
    "Gold Grim Hal Hart Hav Holm Hult Iver Jarn Kast Kell Kir Koll Kvist Lang Lark Lind Lund Mal Marr Mel Mor Nord Oak Ost "
    "Palm Quill Rand Rav Rosen Sand Sel Skog Stein Sund Tal Thorn Tor Ul Val Vik Wald West Win Ytter Zel"
).split()
LAST_B = (
    "aker an berg by dahl den dottir e ell en er es feld gard gren hall heim holt ic ik in ini ler ley lund man mark mere "
    "mond mont ner nov oni ova quist rup sen ska skov son stad stein strom ton vall vik wood worth"
).split()
SERIES_A = (
    "Amber Bridge Cedar Copper Ember Field Harbour Hinge Kite Lumen Meadow North Orbit Paper River Signal Tide".split()
)
SERIES_B = "Camp Conf Days Forum Fest Gathering Summit Week".split()
CITIES = tuple(
    (city,)
    for city in (
        "Aarhus Antwerp Basel Bergen Bilbao Bologna Brno Cluj Cork Dundee Faro Gdańsk Ghent Graz Haifa Ioannina Izmir Jena "
        "Kaunas Kyoto Leeds Lille Linz Lviv Malmö Nantes Novi Oslo Oulu Padua Porto Pune Quito Riga Rosario Sapporo Split "
        "Tampere Tartu Torun Trieste Turku Umeå Utrecht Vigo Viseu Wellington York Zadar"
    ).split()
)
TRADES = (
    "accordion maker;archivist;baker;bee keeper;beekeeping teacher;boat builder;bookbinder;botanist;brewer;bridge engineer;"
    "captioner;carpenter;cartographer;cheese maker;chemist;choir conductor;city planner;clock repairer;comic artist;"
    "community manager;composer;content strategist;crane operator;curator;dance teacher;data journalist;database admin;"
    "dentist;developer advocate;dramaturge;dyer;editor;electrician;ethnographer;event organizer;farmer;ferry captain;"
    "film editor;fire fighter;font designer;forester;game designer;gardener;geologist;glass blower;goldsmith;hydrologist;"
    "illustrator;insurance broker;internal comms lead;interpreter;judge;knitter;lawyer;librarian;lighting designer;linguist;"
    "locksmith;marine biologist;mathematician;mechanic;meteorologist;midwife;museum guide;network engineer;nurse;ocean "
    "modeller;optician;organ builder;painter;paramedic;park ranger;patent attorney;pharmacist;photographer;piano tuner;pilot;"
    "plumber;podcaster;potter;press officer;product manager;puppeteer;radio producer;recruiter;roofer;sailor;school teacher;"
    "security researcher;sign-language interpreter;sociologist;sound engineer;stage manager;statistician;surveyor;tailor;tax "
    "adviser;translator;trainer;typesetter;upholsterer;vet;violin maker;weaver;welder;wine grower;youth worker"
).split(";")
THINGS = (
    "abandoned railways;accessible signage;acoustic panels;amateur radio;antique maps;apple varieties;archive boxes;audio "
    "guides;bat counting;bell ringing;bicycle lanes;bird song;board games;bog butter;book covers;bread at night;bus stops;"
    "calendar reform;camera traps;canal locks;car sharing;cargo bikes;choir rehearsals;cider presses;city trees;climate "
    "models;cloud bills;coastal erosion;code review;comic strips;compost heaps;crisis plans;crossword grids;data centres;"
    "dictation software;digital signatures;dry stone walls;dune grass;earthquake sensors;election maps;electric ferries;"
    "embroidery machines;employee newsletters;fermented beans;field recordings;film archives;flood gauges;foghorns;folk "
    "dances;food banks;forest fires;game engines;ghost signs;glacier walks;greenhouse heating;hand bells;harbour sounds;"
    "hearing loops;hedge laying;hospital radio;house numbers;hymn books;ice roads;inflatable domes;insect hotels;intranet "
    "search;island schools;jam recipes;job interviews;kelp farms;kite design;knitting patterns;labour law;lace making;language "
    "courses;lantern slides;letterpress;lichens;lighthouse keepers;live captions;lost luggage;magnetic tapes;marathon training;"
    "meeting minutes;metadata schemas;midnight trains;mosaic floors;mountain huts;museum labels;mushroom spores;narrow boats;"
    "night buses;noise maps;onboarding films;open standards;oral history;oyster beds;paper marbling;park benches;patent "
    "drawings;payroll software;peat bogs;pie charts;pigeon racing;pilgrim paths;pinball repair;plain language;planetarium "
    "shows;podcast editing;postal codes;prison libraries;privacy notices;public speaking;puppet theatre;quiet rooms;quilt "
    "blocks;radio plays;rain gauges;reading groups;recipe cards;remote teams;river levels;roof gardens;rope making;rural buses;"
    "safety training;salt marshes;satellite images;school meals;science slams;seed banks;sheep dogs;ship models;shop windows;"
    "sign languages;silent films;ski lifts;sleep research;smell maps;snow fences;social media rules;solar ovens;speech "
    "writing;spreadsheets;stage fright;star charts;stone bridges;street names;subtitle timing;sundials;supply chains;swimming "
    "pools;tax forms;tea houses;telephone boxes;text adventures;theatre lights;tide tables;time zones;town twinning;toy "
    "museums;traffic lights;translation memories;tree rings;tunnel boring;typewriters;urban foxes;vaccine fridges;vegetable "
    "boxes;video calls;village schools;vinyl records;volunteer rotas;walking tours;water meters;wave power;wedding cakes;whale "
    "bones;wind turbines;winter gardens;wool grading;workshop formats;yarn dyeing;youth parliaments;zoo signage"
).split(";")
OPENINGS = (
    (
        "Met {0} at the coffee urn", "Finally met {0} in person", "Ran into {0} again", "Sat next to {0} on the tram",
        "A long dinner with {0}", "{0} came up to me after my talk", "Said a quick hello to {0}", "{0} from {city} was there",
        "Queued for soup with {0}", "Shared a taxi to the station with {0}",
    ),
    (
        "{0} introduced me to {1}", "{0} and {1} ran the session together", "Lunch with {0} and {1}",
        "Walked along the river with {0} and {1}", "{0} brought {1} from {city}", "Saw {0} again and met {1}",
        "{0} pushed me towards {1} in the corridor", "Argued with {0} while {1} took notes",
    ),
    (
        "{0}, {1} and {2} shared a table", "{0} introduced me to {1}, and later {2} joined us",
        "On the panel were {0}, {1} and {2}", "Breakfast with {0}, {1} and {2} at the hostel in {city}",
    ),
    (
        "The team this year is {0}, {1}, {2} and {3}", "Late drinks with {0}, {1}, {2} and {3}",
        "{0} drove {1}, {2}, {3} and me to {city}",
    ),
)  # fmt: skip
TALES = (
    "who works as a {trade} and cannot stop talking about {thing}", "and we compared notes on {thing} and {other}",
    "looking for a {trade} who understands {thing}", "who wants to start a podcast about {thing}",
    "a {trade} with strong opinions on {thing}", "and it turned out that we both collect {thing}",
    "who has spent {n} months on {thing} and is still happy", "now a {trade}, before that {thing}",
    "who needs help with {thing} before the end of the year", "and I promised to send the link about {thing}",
    "who once lost {n} boxes of {thing} on a train", "who teaches {thing} to people who fear {other}",
    "offering a spare room full of {thing}", "writing a book on {thing} for {n} readers",
)  # fmt: skip
WITH = (
    "", "", "", ", of all things", ", and good at it", "; something with {thing} too", ", mostly in {city}",
    ", and the whole time it rained", ", which I did not expect", ", remember this for the people at work",
)  # fmt: skip
WANTS = (
    "wants help with podcasts", "needs a translator", "offers a room for workshops", "looks for a sponsor",
    "send the slides", "will be in town in May", "knows a good printer", "asked for the checklist",
)  # fmt: skip
