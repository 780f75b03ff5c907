"""Which given names stand for each other: Bob and Robert, Sasha and Alexander, Vasilis and Vasileios.

English ones come from the `nicknames` package (Apache-2.0, curated by hand); those of other languages are below, a
family a line.
"""

from __future__ import annotations

from functools import cache

from nicknames import name_triplets

_FAMILIES = """
alexander alexandre alessandro alejandro aleksandr aleksander alexandros sasha sascha sandro alex alexandru iskander
alexandra aleksandra alessandra sasha sandra
andreas andrew andre andrea andrei andrey andrej andres andrzej anders
anna ana anne ann hanna hannah anya ania annika
antonio anthony anton antoine toni tony antonis antoni
bartholomew bart bartek bartosz
bernard bernhard bernd bernardo
catherine katherine kathryn cathryn catharine katharine katharina katarina catarina ekaterina yekaterina katya
catherine katherine kathryn katharina kathrin kate
katherine katja caterina katie katy kathy cathy kitty katya katarina catherine kathryn catharina
charles carlos karl carl carlo karel charlie karol
christian cristian kristian chris
christopher christoph christophe cristobal krzysztof chris kit
daniel dan daniele danilo dani danny
david davide dave dawid davit
dmitry dmitri dmitriy dimitri dimitrios dimitris dmytro dima mitya
edward eduard eduardo edouard ed eddie edoardo
elena helena helen helene alyona lena yelena olena
elisabeth elizabeth isabel elisabetta elisa lisa elise liesbeth elspeth
emmanuel manuel manu manolo emanuele
eugene evgeny evgeni yevgeny evgeniy zhenya eugenio eugen
federico frederick frederic friedrich fred fritz freddy frederik
francis francisco francesco francois franz frank paco frans franco pancho
gabriel gabriele gabor gabi gabe
george georg georgios jorge giorgio georges yuri yury jurgen yiorgos giorgos jerzy juri
giovanni john johann johannes jan juan jean ivan ian sean hans joao johan janos
john johannes jan jack johnny jon ivan yannis ioannis giannis yiannis giovanni
guillaume william wilhelm guillermo guglielmo willem will bill wim gwilym
gregory grigory gregor grzegorz greg grigori gregoire
gustavo gustav gustaf gustave
heinrich henry enrique henri enrico heinz hendrik henrik harry rik henryk
hugh hugo ugo huw
igor ihor egor
jacob jakob james jacques diego jaime giacomo jakub jim jacopo iago yakov jacobo kuba hamish
jerome hieronymus geronimo jeronimo gerome
joachim joaquin joakim jochen achim
joseph jose josef giuseppe josep pepe beppe joe yosef jozef iosif
julia giulia yulia julie juliette
julian julien giuliano julius
kirill cyril kiril kyrylo
konstantinos constantine konstantin kostas costas kostya constantin dinos costa
laurence lorenzo laurent lars lorenz larry lawrence lauri laurens
leonard leonardo leonid leo lennart leon
louis luis luigi ludwig lewis lluis lodewijk luiz ludovic ludo
lucas luca luke lukas luc lukasz
margaret margarita margherita marguerite greta margarete grethe meg peggy rita margot
mark marcus marco marc markus marcos marek
martin martijn marten martino marton
mary maria marie miriam mariam marija mariya masha maryam moira
matthew matthias mathias matteo mateo mathieu matthieu matti mateusz matt matej matvey
maurice mauricio maurizio moritz morris
maximilian max maxim maksim massimo maxime massimiliano
michael michel michele miguel mikhail michal mikael misha mike mihai mick michail mihail mikhael mickael
michelle michele michela
mohammed muhammad mohamed mohammad mehmet mo mohamad muhammed
moses moshe moise musa moises
natalia natalie natalya natasha nathalie nataliya
nicholas nicolas nikolai nikolaos nikos nicola niccolo klaus nick nico nikola mikolaj nikolay nicolai niels claus kolya
olga olya helga
oliver olivier olli olly oliviero ollie
oscar oskar osku
patrick patricio patrice padraig patrik patrizio paddy pat
paul pablo paolo pavel paulo pau pawel pal pavlos
peter pedro pietro pierre piotr petr pyotr petros pieter pete peder per petri
philippa filippa pippa pip
philip phillip philippe filip felipe filippo phil philipp pip felip flip
radoslaw radek radoslav
ralph ralf raoul raul rolf
richard ricardo riccardo rich rick dick ryszard rikard
robert roberto rupert bob rob bobby robin roberta robbie bert
roger rogerio ruggero rodger
rudolf rudolph rodolfo rolf rudi rudy
salvador salvatore sal toto
samuel sam samuele shmuel sami
sergey sergei serge sergio sergiy serhiy sergii seriozha serghei
simon simone szymon simao
sophia sofia sophie sofie zofia
stephen steven stefan stefano esteban etienne stephane steve stepan stefanos istvan szczepan
stephanie stefanie stefania
susan susanna susanne suzanne zuzana sue zsuzsanna
tatiana tatyana tanya tania
theodore theodor fyodor fedor teodor ted theo teodoro
theresa teresa therese tess terry resi
thomas tomas tommaso tom tamas tomasz tommy tuomas toma tome tomaz
timothy timothee timo tim timofey
victor viktor vittorio vitya wiktor vic
vincent vincenzo vicente vince vinz vincenc
vladimir volodymyr vlad wladimir vova volodya wlodzimierz
walter gautier wouter walt gualtiero wat
vasileios vasilis vasily vasili basil vassilis vasyl vasiliy basilio billy
wojciech wojtek adalbert
yaroslav jaroslav jaroslaw jarek
zachary zacharias zack zak zach
"""


@cache
def relatives() -> dict[str, frozenset[str]]:
    """Return for each known given name those that may stand for it, itself left out."""
    found: dict[str, set[str]] = {}
    for line in _FAMILIES.strip().splitlines():
        family = line.split()
        for name in family:
            found.setdefault(name, set()).update(family)
    for name, _, nick in name_triplets():
        found.setdefault(name, set()).add(nick)
        found.setdefault(nick, set()).add(name)
    return {name: frozenset(others - {name}) for name, others in found.items()}
