"""Companies, programs and places on the net that everybody knows, written like names and never people.

From general knowledge; what is a given name as well (Alexa, Django, Jenkins, Julia, Ruby, Travis, Watson) is not among them.
"""

from __future__ import annotations

from hallway.model.folding import fold

_THINGS = """
microsoft google facebook twitter instagram whatsapp telegram youtube linkedin mastodon bluesky tiktok pinterest reddit tumblr
flickr vimeo snapchat myspace skype zoom slack discord dropbox evernote notion trello asana wikipedia wikimedia wikidata mozilla
firefox chrome chromium netscape android iphone ipad ipod macbook kindle playstation nintendo xbox lego starbucks ikea
samsung nokia sony toyota volkswagen intel nvidia cisco lenovo toshiba fujitsu hitachi ericsson ibm sap
oracle adobe photoshop illustrator indesign autodesk salesforce hubspot mailchimp shopify paypal spotify netflix airbnb uber
github gitlab bitbucket sourceforge stackoverflow wordpress drupal joomla typo3 plone wix squarespace blogger livejournal
python javascript typescript php perl erlang elixir clojure kotlin fortran cobol postgresql postgres mysql mariadb sqlite
mongodb redis elasticsearch hadoop kafka docker kubernetes terraform ansible vagrant linux ubuntu debian fedora
gnome kde opensuse centos freebsd openbsd netbsd solaris windows vista powerpoint excel outlook sharepoint silverlight azure
tensorflow pytorch numpy pandas jupyter rstudio tidyverse shiny ggplot2 knitr matlab latex openoffice libreoffice gutenberg
woocommerce elementor bootstrap jquery reactjs angular webpack nodejs arduino openstreetmap unesco unicef nasa cern
r markdown|visual studio|visual basic|vs code|stack overflow|internet explorer|google maps|google docs|google glass
red hat|sun microsystems|creative commons|open source|hacker news|new york times|raspberry pi|silicon valley|burger king|big data
power point|second life|star wars|star trek|doctor who|harry potter|ruby on rails|spring boot|apple store|amazon web services
"""
THINGS = frozenset(
    fold(name) for line in _THINGS.split("\n") for name in (line.split("|") if "|" in line else line.split())
)
"""Their names, folded."""
