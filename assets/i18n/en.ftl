# Words of the interface, English. Keys and variables are those of ar.ftl.

app-title = Waqai
ok = OK
close = Close
more = More

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
weekday-short-1 = Mon
weekday-short-2 = Tue
weekday-short-3 = Wed
weekday-short-4 = Thu
weekday-short-5 = Fri
weekday-short-6 = Sat
weekday-short-7 = Sun
date-from = from { $day }
date-until = until { $day }
date-unknown = day not known
not-dated = not dated

n-events = { $n ->
    [one] { $n } event
   *[other] { $n } events
}
n-of-m-events = { $n } of { $m } events
n-mentions = { $n ->
    [one] { $n } passage read
   *[other] { $n } passages read
}
n-notices = { $n ->
    [one] { $n } notice
   *[other] { $n } notices
}
n-unread = { $n ->
    [one] One input could not be read; the reason is in the menu Panels
   *[other] { $n } inputs could not be read; the reasons are in the menu Panels
}
n-articles = { $n ->
    [one] { $n } article
   *[other] { $n } articles
}
as-of = as known on { $day }
chip-factions = { $n ->
    [one] { $n } faction hidden
   *[other] { $n } factions hidden
}
chip-kinds = { $n ->
    [one] { $n } kind hidden
   *[other] { $n } kinds hidden
}
chip-modalities = { $n } status hidden
chip-text = “{ $text }”

kind-capture = Capture
kind-retake = Retake
kind-advance = Advance
kind-withdrawal = Withdrawal
kind-defence = Defence
kind-clash = Clash
kind-air-strike = Air strike
kind-shelling = Shelling
kind-attack = Attack
kind-infighting = Infighting
kind-deployment = Deployment
kind-casualties = Casualties
kind-detention = Detention
kind-release = Release
kind-displacement = Displacement
kind-infrastructure = Infrastructure
kind-protest = Protest
kind-agreement = Agreement
kind-diplomacy = Diplomacy
kind-statement = Statement
kind-leadership = Leadership

modality-asserted = asserted
modality-claimed = claimed
modality-denied = denied
modality-planned = planned
modality-hypothetical = hypothetical
badge-disputed = disputed
badge-background = background
lane-others = others
faction-nobody = no one named

place-city = city
place-town = town
place-village = village
place-quarter = quarter
place-base = base
place-crossing = crossing
place-governorate = governorate
place-region = region
place-country = country
place-unlocated = not in the gazetteer: not on the map

status-held = held
status-claimed = claimed
status-contested = contested
status-left = left

field-date = Date
field-place = Place
field-destination = To
field-initiator = By
field-target = Against
field-other = Also
field-control = Control
field-toll = Toll
field-attribution = Says who
field-acled = ACLED

basis-absolute = a full date
basis-weekday = a weekday, counted from publication
basis-relative = counted from publication
basis-event = counted from another event
basis-context = from the sentences before
basis-published = the day of publication
basis-quoted = { $how }: «{ $text }»
precision-day = to the day
precision-days = within days
precision-week = within a week
precision-month = within a month
precision-year = within a year
precision-unknown = bounds only

toll-civilians = civilians
toll-fighters = fighters
toll-soldiers = soldiers
toll-all = people
toll-killed = { $range } killed
toll-wounded = { $range } wounded

filters = Filters
search = Search
search-hint = Place, actor, words…
factions = Factions
kinds = Kinds
status = Status
all = All
none = None
only = Only
only-this = Only { $name }
background-events = Background events ({ $n })
clear-filters = Clear filters
palette = Palette
palette-default = Default
palette-isw = ISW-like
palette-colour-blind = Colour-blind safe

events = Events
list-day = This day
list-three-days = 3 days
list-up-to = So far
list-all = All days
no-day = Without a day
no-events-corpus = No events yet. Open articles: waqai FILE…
no-events-filters = No event passes the filters.
no-events-days = No event on the days chosen.
disputed-tooltip = Another source contradicts this
n-sources = { $n ->
    [one] told once
   *[other] told { $n } times
}

details = Details
details-empty = Select an event in the list, on the map or on the timeline.
confidence = Confidence
why = Why
told-in = Told in
disputes = Contradicted by
open-article = Read in the article
show-day = Show this day
copy-quote = Copy the sentence

articles = Articles
reader = Article
reader-empty = Select an event, or an article in the list.
back-to-list = All articles
legend-trigger = what
legend-date = when
legend-place = where
legend-actor = who
legend-attribution = says who
clutter-tooltip = Page clutter, not read: { $reason }

timeline = Timeline
timeline-published = Published
timeline-density = Events a day
timeline-fit = Fit the story
timeline-follow = Follow the day
timeline-undated = { $n } undated
timeline-empty = Nothing to show in these days.
charts = Charts
chart-kinds = Events a day by kind
chart-sites = Sites held
chart-back = Back to the timeline
playhead = Day shown

play = Play
pause = Pause
day-back = Day back
day-forth = Day forward
event-back = Event back
event-forth = Event forward
go-start = To the start
go-end = To the end
undo = Undo
redo = Redo
screenshot = Screenshot
screenshot-saved = Picture saved: { $path }
screenshot-failed = The picture could not be saved: { $reason }
copied = Copied
language = العربية
language-tooltip = Interface in Arabic
theme-light = Light
theme-dark = Dark
panels = Panels
map = Map
layers = Layers
layer-areas = Areas of control
layer-pins = Events
layer-roads = Roads
layer-relief = Relief
layer-governorates = Governorates
layer-labels = Names
layer-changes = Changes
area-opacity = Opacity of areas
pins-of = Events on the map
notices = Notices
help = Help
help-title = Keys
help-day = Day back and forward
help-event = Event back and forward
help-ends = First and last day
help-play = Play and pause
help-screenshot = Save a picture
help-fit = Fit map and timeline
help-language = Arabic and English
help-theme = Light and dark
help-undo = Undo and redo
help-search = Search
help-escape = Close, clear the selection
help-zoom = Zoom the map
help-list = Event before and after in the list
help-help = This help
key-shift = Shift
key-ctrl = Ctrl
key-space = Space
key-home = Home
key-end = End
key-escape = Esc

map-approximate = Approximate
map-km = km
map-km2 = km²
map-nobody = Nobody known
map-contested = Contested
map-claimed = Claimed by one side only
map-left = Left by its holder
map-changed = Changed since the day before
map-faded = Empty or not reported
map-since = since { $day }
map-opening = since before the story

changelog-took = { $side } took { $places }
changelog-claims = { $side } took { $places } (claimed)
changelog-contests = { $side } contests { $places }
changelog-left = { $side } left { $places }
changelog-keeps = { $side } holds { $places }
changelog-between = ;
changelog-comma = ,
changelog-more = { $places } and { $n } more
changelog-nothing = No change of control
changelog-nobody = Nobody named
map-ghost = { $n ->
    [one] Front line the day before
   *[other] Front line { $n } days before
}

certainty-note = claims count from the first day they may be true
early-note = areas as on { $day }, changed only by what these articles tell
map-legend = Control and events · palette: { $palette }
map-area-of = area held alike: { $km2 } km²
layer-legend = Legend
fronts-before = Front lines of earlier days
front-day = The day before
front-week = 7 days before
known-when = What counts
certainty-possible = From the first possible day
as-of-switch = Only articles published by…
as-of-before = Publication day before
as-of-after = Publication day after
zoom-in = Zoom in
zoom-out = Zoom out
fit-map = Fit the map
find-place = Go to a place
find-hint = Name, Arabic or English
find-nothing = No place of this name
measure = Measure distances
help-pan = Move the map
look-at-place = Look at this place
open-event = The event
strip-claims = Claims in order of day ({ $n })
strip-no-claims = No article says who took it.
strip-later = After the day shown
strip-others = Other events here
strip-sites-held = Sites held
strip-for = for { $side }
strip-against = against { $side }
strip-article-says = the article itself
strip-opening-sourced = On { $day }: { $side }, by a public source
strip-opening-assumed = On { $day }: { $side }, inferred from its neighbours
says-takes = Takes it
says-takes-part = Takes a part of it
says-lost = Lost by its holder
says-advances = Advances on it
says-leaves = Leaves it
says-stands = Keeps hold of it
says-denies = Said not to hold it
says-stays = Has not left it
chart-area = Land held, km²
chart-tolls = Killed a day, low to high
chart-low = at least
chart-high = up to
chart-of = Chart: { $topic }
chart-other = other

online-tiles = Online tiles…
tiles-on = Online tiles: { $host }
tiles-title = Online tiles
tiles-about = Pictures of the ground from a server on the internet, below the areas of control. They are off until you turn them on here, and off again when the window closes.
tiles-address = Address of the tiles
tiles-credit = Credit shown on the map
tiles-credit-hint = As the server asks for it
tiles-turn-on = Turn on and ask { $host }
tiles-turn-off = Turn online tiles off
tiles-cancel = Leave off
tiles-retry = Try again
tiles-sends = While they are on, the map asks { $host } for every part you look at. { $host } receives the numbers of the tiles, that is roughly where you look and how near, your computer’s network address, and the name of this program ({ $agent }). It may keep a record of them.
tiles-keeps = No articles, events or projects are sent, and nothing at all before you turn this on.
tiles-plain = An address with http is not encrypted: others on the way can read the requests too.
tiles-policy = OpenStreetMap’s own server is paid for by donations and meant for light use: operations.osmfoundation.org/policies/tiles
tiles-refused-empty = Give the address of a tile server, or leave online tiles off.
tiles-refused-scheme = The address must begin with https:// or http://.
tiles-refused-missing = The address lacks { $part }. It needs a place for each of zoom, column and row.
tiles-refused-unknown = The address has { $part }, which this program cannot fill in. Only zoom, column and row may stand in braces.
tiles-refused-host = The name of the server must be the same for every tile, so that it can be told whom you ask.
tiles-refused-address = This is no usable address: look at the server’s name and the port.
tiles-trouble-client = This computer cannot ask { $host }: { $detail }
tiles-trouble-name = { $host } is not found: no network, or a wrong name.
tiles-trouble-unreachable = { $host } cannot be reached: it does not answer, or something on the way blocks it.
tiles-trouble-slow = { $host } takes too long to answer.
tiles-trouble-untrusted = { $host } shows a certificate that this computer does not trust. Nothing was asked of it.
tiles-trouble-expired = The certificate of { $host } is not valid today. Nothing was asked of it.
tiles-trouble-other-name = { $host } shows the certificate of another server. Nothing was asked of it.
tiles-trouble-encryption = No encrypted connection to { $host } comes about. Nothing was asked of it.
tiles-trouble-redirected = { $host } sends the requests on to another server. You did not agree to that one, so it was not asked.
tiles-trouble-denied = { $host } turns the requests down (status { $detail }). It is not asked any more.
tiles-trouble-missing = { $host } has no tile for a part of this view (status { $detail }).
tiles-trouble-status = { $host } answers with an error (status { $detail }).
tiles-trouble-not-picture = What { $host } sends is no PNG or JPEG tile.
tiles-trouble-broken = The connection to { $host } broke off.

rule-opening = Nothing has moved it since the opening
rule-captured = Its capture is told as a fact
rule-claimed = Only the gaining side tells of its capture
rule-confirmed = Borne out by a second source or by the losing side
rule-retaken = The government took it back
rule-handed-over = Given over without a fight
rule-area = Moved with the area it lies in
rule-whole-city = A quarter that moved with its city
rule-advance = A side advanced into it or up to it
rule-part = A side took a part of it
rule-part-of-city = A side took one of its quarters
rule-disputed = Two claims of like weight disagree
rule-settled = The later of two claims stood uncontradicted
rule-left = The holder left and nobody is said to have followed
rule-followed = The holder left while a rival stood inside
rule-repelled = The holder is said to have beaten off the advance
rule-lapsed = An advance that nothing followed
rule-entered = A side went in and nothing contradicted it for some days
rule-fell = Said to have fallen, and nobody is named who took it
rule-named-nearby = Told of an umbrella name, given to its nearest named ally
rule-pinned = Fixed by an analyst
