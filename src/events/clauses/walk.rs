//! The places told in a stretch of a clause, one by one, with their prepositions and the lists they stand in.

use super::described::{
    apposed, belongs_to, in_epithet, is_part_of_land, is_seat_of_unit, is_site_word, predicate_end,
};
use super::gender::ends_as_persons;
use super::introduced::give_way;
use super::item::{Item, What, behind_source};
use super::no_scene::{
    counts_elsewhere, is_among, is_its_surroundings, is_of_hospital, is_of_talks, is_sake, says_of_whom,
};
use super::part_of_it::{
    is_and_all_of, is_part_of_it, is_some_of_them, is_whole, means_two, named_before, takes_part,
};
use crate::events::acts::draft::{Draft, Scope};
use crate::events::doers::sides::prep_of;
use crate::events::joins::gapped::{gaps_to_place, takes_bare};
use crate::events::mentions::reading::{ActorClass, ActorHit};
use crate::events::scenes::left::is_expulsion;
use crate::events::scenes::scene_of::AS_FOR;
use crate::events::scenes::stationed::{hits_elsewhere, is_of_stationed};
use crate::events::scenes::whence::is_origin;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;
use crate::knowledge::{PartKind, PlaceKind};
use crate::text::{AND, ARTICLE, Affixes};

/// A place after a trigger, with the preposition that governs it and the list it stands in.
pub(in crate::events) struct Found {
    pub(in crate::events) place: usize,
    pub(in crate::events) prep: Option<Prep>,
    pub(in crate::events) list: usize,
}

/// All places in `from..to` with their prepositions, containers («in the countryside of …») left out.
pub(in crate::events) fn after(
    scope: Scope<'_, '_>,
    from: usize,
    to: usize,
    draft: &mut Draft,
) -> Vec<Found> {
    let mut walk = Walk::from_trigger(scope);
    let mut source = 0; // «according to a source in X»: where the source sits
    for (i, item) in scope.items.iter().enumerate().take(to).skip(from) {
        if item.is_cue(Cue::According) {
            source = behind_source(scope.items, i, to);
        }
        source = predicate_end(scope, i, to).unwrap_or(source);
        if i > from && is_next_topic(scope, i) {
            break; // «X fell on Tuesday; as for Y, …»
        }
        match &item.what {
            _ if i < source || is_its_surroundings(scope, i) => continue,
            _ if says_of_whom(scope, i) => break,
            // «withdrew from it, and of the town of Y»: the verb before goes on.
            _ if draft.points_back && is_other_object(scope, i, draft.frame) && walk.out.is_empty() => break,
            What::Place(p) => {
                if is_of_talks(scope, i, draft.frame) {
                    draft.points_back |= walk.out.is_empty() && !draft.is_noun;
                } else if is_origin(scope, i, draft.frame)
                    || is_sake(scope, i)
                    || is_of_hospital(scope, i, draft.frame)
                    || is_of_stationed(scope, i, draft) && hits_elsewhere(scope, i, draft)
                    || draft.frame == Frame::Take && walk.out.is_empty() && in_epithet(scope, i)
                {
                    walk.prep = None;
                } else {
                    walk.place(i, *p, draft);
                }
                continue;
            }
            What::Comma => {
                walk.gap.has_comma = true;
                if walk.gap.link == Link::More {
                    walk.gap.link = Link::None;
                }
            }
            What::Date(_) => walk.gap.has_date = true,
            What::Known => {
                let among = is_among(item);
                if among && counts_elsewhere(scope, i) {
                    break; // «…, among them 21 in X»: some of those counted
                }
                if item.is_cue(Cue::After) && (!walk.out.is_empty() || draft.points_back) {
                    break; // «closed X because of what went on in Y», «took it after their flight to Y»
                }
                walk.object(i, draft.frame);
                walk.particle(i, among, draft);
            }
            What::Actor(a) if is_for_camp(scope, i, *a) => continue,
            // «X took A, and Y B»: the verb goes on unsaid.
            What::Actor(_) if walk.is_direct(draft.frame) && gaps_to_place(scope.items, i) => break,
            What::Actor(_) => walk.prep = None,
            // «took its centre».
            What::Word if takes_part(scope, i, draft.frame) && walk.out.is_empty() => {
                // «took its centre and the villages of X».
                let more = scope.items.get(i + 1).is_some_and(Item::is_joined);
                (draft.points_back, draft.is_partial) = (true, !more);
            }
            What::Word if draft.frame == Frame::Take && walk.out.is_empty() => walk.thing(i, draft),
            What::Word => walk.word(i, draft.frame),
            _ => {}
        }
        let counts = !matches!(item.what, What::Comma | What::Quote);
        walk.gap.n_words = walk.gap.n_words.saturating_add(usize::from(counts));
    }
    if walk.out.is_empty() {
        walk.out.extend(walk.described);
    }
    walk.out
}

/// «…, as for Y»: does a topic of its own begin at item `i`?
fn is_next_topic(scope: Scope<'_, '_>, i: usize) -> bool {
    let stops = |j: usize| matches!(scope.items[j].what, What::Comma | What::Stop);
    let word = scope.reading.text.fold_at(scope.items[i].from);
    i.checked_sub(1).is_some_and(stops) && word.strip_prefix(AND).unwrap_or(word) == AS_FOR
}

/// Is item `i`, right behind a place, one more thing that was hit: a noun joined with «and»?
fn is_object(scope: Scope<'_, '_>, i: usize) -> bool {
    let reading = scope.reading;
    let item = &scope.items[i];
    let joined = reading.text.fold_at(item.from).starts_with(AND);
    let after_place = i.checked_sub(1).is_some_and(|j| matches!(scope.items[j].what, What::Place(_)));
    let noun = item.what == What::Word || item.is_cue(Cue::SpokenOf);
    noun && joined
        && after_place
        && reading.knowledge.tolls.lexicon.longest_at(&reading.text, item.from).is_none()
}

/// Does «and on» behind a noun of leaving, at item `i`, go on with what the verb before it governs?
fn is_other_object(scope: Scope<'_, '_>, i: usize, frame: Frame) -> bool {
    frame == Frame::Leave && scope.items[i].is_joined() && scope.items[i].is_cue(Cue::Prep(Prep::On))
}

/// Is item `i`, right behind a comma, a verb in the imperfect with «to»?
fn is_purpose(scope: Scope<'_, '_>, i: usize) -> bool {
    const TO: [&str; 2] = ["\u{644}\u{62A}", "\u{644}\u{64A}"];
    let after_comma = i.checked_sub(1).is_some_and(|j| scope.items[j].what == What::Comma);
    let word = scope.reading.text.fold_at(scope.items[i].from);
    after_comma && TO.iter().any(|to| word.starts_with(to))
}

/// The way through the items behind a trigger, place by place.
struct Walk<'s, 'r> {
    scope: Scope<'s, 'r>,
    /// The preposition that governs what comes next.
    prep: Option<Prep>,
    gap: Gap,
    out: Vec<Found>,
    /// The place that only says whose the people are, for when no other is named.
    described: Option<Found>,
    /// Does a list of such places go on?
    describes: bool,
    /// Was a site without a name told before any place?
    is_behind_site: bool,
}

impl<'s, 'r> Walk<'s, 'r> {
    /// The walk right behind a trigger.
    fn from_trigger(scope: Scope<'s, 'r>) -> Self {
        let gap = Gap { n_words: usize::MAX, ..Gap::default() };
        let (out, described) = (Vec::new(), None);
        Self { scope, prep: None, gap, out, described, describes: false, is_behind_site: false }
    }

    /// Reads the bare word of item `i`: a purpose, one more thing that was hit, or «all of» the place behind it.
    fn word(&mut self, i: usize, frame: Frame) {
        self.gap.has_purpose |= is_purpose(self.scope, i);
        self.object(i, frame);
        // «X and all of Y».
        if !self.out.is_empty() && self.gap.n_words == 0 && is_and_all_of(self.scope, i) {
            self.gap.link = Link::Again;
        }
    }

    /// Is the place told last a direct object of an act of ground?
    fn is_direct(&self, frame: Frame) -> bool {
        takes_bare(frame) && self.out.last().is_some_and(|f| f.prep.is_none())
    }

    /// Takes the place `p` of item `i`: one more of a list, the first of a new one, or where the last one lies.
    fn place(&mut self, i: usize, p: usize, draft: &mut Draft) {
        let scope = self.scope;
        let item = &scope.items[i];
        give_way(scope, i, &mut self.out, draft);
        let first = self.out.is_empty() && draft.frame == Frame::Take;
        // «took the regiment and X»: all of X.
        if first && self.is_behind_site && item.affixes == Affixes::WA {
            (draft.is_partial, self.is_behind_site) = (false, false);
        }
        let of_people = i.checked_sub(1).is_some_and(|j| is_people_of(scope, j, draft.frame));
        // «of X and Y», «of X in the countryside of Z».
        let tail = item.affixes == Affixes::WA || item.proclitic() == Some(Prep::At);
        let goes_on = self.describes && tail && self.gap.n_words == 0;
        self.describes = of_people && item.affixes.is_empty() || goes_on;
        if self.describes {
            self.described.get_or_insert(Found { place: p, prep: None, list: 0 });
            self.prep = None;
            self.gap = Gap::default();
            return;
        }
        // «from X to Y»: whither is another matter than whence.
        let apart =
            self.prep == Some(Prep::To) && self.out.last().is_some_and(|f| f.prep == Some(Prep::From));
        // «brigades from X and Y fought in Z»: Z does not hold them.
        let at = self.prep == Some(Prep::At) || item.proclitic() == Some(Prep::At);
        let come = self.out.last().is_some_and(|f| f.prep == Some(Prep::From));
        let apart = apart || at && come && draft.frame == Frame::Fight;
        let role = item.proclitic().or(self.prep.take());
        let role = if is_measured(scope, p) { Some(Prep::At) } else { role };
        let before = self.out.last();
        let listed = before.is_some_and(|f| self.gap.lists(scope, item, (f.place, p), role));
        // «cut the road to X at Y»: Y is where, and does not hold X.
        let on_road = before.is_some_and(|f| scope.reading.places[f.place].is_road);
        if before.is_some() && (self.gap.n_words > 0 || self.gap.has_comma) && apposed(scope, i) {
            self.gap.n_words = 0;
            return;
        }
        let whole = before.is_some() && self.gap.has_comma && is_part_of_land(scope, i, p);
        let whole = whole || self.gap.n_words <= 1 && belongs_to(scope, i);
        if before.is_some() && !on_road && !apart && (whole || self.gap.contains(scope, item, p, role)) {
            draft.container = draft.container.or(Some(p));
            self.gap.n_words = 0;
            return;
        }
        let (list, prep) = match before {
            Some(f) if listed => (f.list, f.prep),
            _ => (self.out.len(), role),
        };
        self.out.push(Found { place: p, prep, list });
        self.gap = Gap::default();
    }

    /// Reads the particle of item `i`: a preposition, a word for a place told before, for a part, or for others.
    fn particle(&mut self, i: usize, among: bool, draft: &mut Draft) {
        let scope = self.scope;
        let item = &scope.items[i];
        let first = self.out.is_empty();
        // «all of X, including Y».
        if item.is_cue(Cue::Including) {
            if !first {
                (self.prep, self.gap.link, self.gap.n_words) = (None, Link::More, 0);
            }
            return;
        }
        // «on villages, among them X», with «of» before it: whatever governs the villages governs X.
        if among || scope.items.get(i + 1).is_some_and(is_among) {
            return;
        }
        if first && item.has_pronoun && takes_part(scope, i, draft.frame) {
            (draft.points_back, draft.is_partial) = (true, true);
        } else if let Some(p) = item.cues().iter().find_map(|c| prep_of(c.cue)) {
            let again = self.out.last().is_some_and(|f| is_again(scope, i, f.prep, p));
            if !matches!(self.gap.link, Link::More | Link::Object) {
                self.gap.link = if again { Link::Again } else { Link::None };
            }
            // «fell into their hands X»: the pronoun is what it governs.
            self.prep = Some(p).filter(|p| !(item.has_pronoun && *p == Prep::By));
        } else if first && is_part_of_it(scope, i) {
            draft.points_back = true;
            draft.is_partial |= !is_whole(scope, i);
        } else if item.is_cue(Cue::VaguePlace) || item.is_cue(Cue::TwoPlaces) {
            if item.is_joined() && !first {
                self.gap.link = Link::More;
            }
            draft.has_vague_place |= first;
            let takes = matches!(draft.frame, Frame::Take | Frame::Fall | Frame::Lose | Frame::Leave);
            draft.is_partial |= first && takes && lies_in(scope, i);
            draft.counts_back = draft.counts_back.or(named_before(scope, i).filter(|_| first));
        } else if item.is_cue(Cue::Partial) {
            // «X and most of Y».
            if item.is_joined() && self.gap.link == Link::None && self.gap.n_words == 0 {
                self.gap.link = Link::Again;
            }
            draft.is_partial = true;
            // «took most of it».
            draft.points_back |= first && item.has_pronoun && draft.frame == Frame::Take;
        } else if is_there(scope, i) || item.is_cue(Cue::ThereFrom) && leaves_or_parts(scope, i, draft) {
            draft.points_back |= first;
            draft.is_partial |= first && draft.frame == Frame::Take && is_some_of_them(scope, i);
            draft.counts_back = draft.counts_back.or((first && means_two(scope, i)).then_some(2));
        }
        self.prep = self.prep.or(item.proclitic());
    }

    /// Reads item `i` as one more thing that was hit, when it is one.
    fn object(&mut self, i: usize, frame: Frame) {
        let hit = frame == Frame::Strike && is_object(self.scope, i);
        if hit || frame == Frame::Take && is_seat_of_unit(self.scope, i) {
            self.gap.link = if hit { Link::Object } else { Link::More };
        }
    }

    /// Reads the bare word of item `i` as what is taken: a site without a name, or a name that nobody knows.
    fn thing(&mut self, i: usize, draft: &mut Draft) {
        let taken = self.prep == Some(Prep::On) && !draft.initiators.is_empty();
        let site = self.prep != Some(Prep::At) && is_site_word(self.scope, i);
        draft.names_thing |= site;
        draft.is_partial |= site;
        self.is_behind_site |= site;
        draft.has_vague_place |= taken && is_strange_name(self.scope, i);
    }
}

/// «withdrew from it», «took wide parts of it»: does «from it» at item `i` mean the place told before?
fn leaves_or_parts(scope: Scope<'_, '_>, i: usize, draft: &Draft) -> bool {
    let words = &scope.reading.knowledge.place_words.words;
    let quarters = |w: &Item| words.longest_at(&scope.reading.text, w.from).and_then(|m| m.value.part);
    let parts = || {
        let near = &scope.items[i.saturating_sub(2)..i];
        near.iter().any(|w| quarters(w) == Some(PartKind::Quarters)) || is_some_of_them(scope, i)
    };
    let taken = draft.frame == Frame::Take;
    draft.frame == Frame::Leave
        || taken && (!draft.is_noun && parts() || is_expulsion(scope, draft.trigger.0))
}

/// «in X and on the front of Y», «shells on X and others on Y»: does `prep` at item `i` go on with what `told` began?
fn is_again(scope: Scope<'_, '_>, i: usize, told: Option<Prep>, prep: Prep) -> bool {
    const OTHERS: [&str; 2] = ["\u{648}\u{627}\u{62E}\u{631}\u{64A}", "\u{648}\u{627}\u{62E}\u{631}"];
    let stays = |p: Prep| matches!(p, Prep::At | Prep::On);
    let others = || {
        let before = i.checked_sub(1).map(|j| scope.reading.text.fold_at(scope.items[j].from));
        before.is_some_and(|word| OTHERS.contains(&word))
    };
    let alike = told == Some(prep) || told.is_some_and(stays) && stays(prep);
    alike && (scope.items[i].is_joined() || others())
}

/// «buildings in the quarter of X»: does the word for places at item `i` tell of some that lie in the place behind it?
fn lies_in(scope: Scope<'_, '_>, i: usize) -> bool {
    const REACH: usize = 3;
    let behind = scope.items[i + 1..scope.window_end(i)].iter();
    let next = behind.take(REACH).find(|n| !matches!(n.what, What::Word) || n.affixes.has(Affixes::BI));
    next.is_some_and(|n| n.is_cue(Cue::Prep(Prep::At)) || n.affixes.has(Affixes::BI))
}

/// What stands between a place and the one before it.
#[derive(Default)]
struct Gap {
    n_words: usize,
    has_comma: bool,
    /// Does a verb of purpose stand right behind a comma («took X, to cut Y off»)?
    has_purpose: bool,
    /// Has a day been told since the place before?
    has_date: bool,
    link: Link,
}

/// What in the words between two places makes a list of them.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Link {
    #[default]
    None,
    /// A preposition told again: «in X and in Y».
    Again,
    /// More places than are named: «and other areas in Y».
    More,
    /// Another thing that was hit: «a camp in X and stores in Y».
    Object,
}

impl Gap {
    /// Does the second place, told by `item`, go on the list of the first?
    fn lists(&self, scope: Scope<'_, '_>, item: &Item, places: (usize, usize), role: Option<Prep>) -> bool {
        let alike = || {
            let open = self.has_comma && !self.has_purpose && role.is_none();
            open && alike(scope, places.0, places.1)
        };
        if self.link == Link::More && self.n_words <= 4 && !self.has_date {
            return true;
        }
        // «a centre near X and a store west of Y».
        let lies = role == Some(Prep::At) || scope.reading.places[places.1].area.is_some();
        if self.link == Link::Object && self.n_words <= 4 && !self.has_date && lies {
            return true;
        }
        // «took X on Monday and Y and Z».
        let past_date = || {
            const DATED: usize = 6;
            let next = scope.items.partition_point(|n| n.from <= item.from);
            let ahead = scope.items[next..]
                .iter()
                .take(DATED)
                .take_while(|n| !n.is_joined() && n.what != What::Comma);
            let dated = ahead.into_iter().any(|n| matches!(n.what, What::Date(_)));
            item.affixes == Affixes::WA && self.n_words <= 1 && !self.has_comma && !dated
        };
        // «took X and Y, which lies beside it, and the villages of Z».
        let most = if self.link == Link::Again && self.has_comma { 4 } else { 2 };
        (!self.has_date || past_date())
            && self.n_words <= most
            && (item.affixes.has(Affixes::WA) || self.link == Link::Again || alike())
    }

    /// Does the place, told by `item`, only say where the one before it lies?
    fn contains(&self, scope: Scope<'_, '_>, item: &Item, place: usize, role: Option<Prep>) -> bool {
        let joined = item.affixes.has(Affixes::WA);
        let follows = self.n_words == 0 && !self.has_comma || self.n_words <= 1 && role == Some(Prep::At);
        // «the city of X, the main stronghold of Y in Syria».
        let land = scope.reading.places[place].kind == PlaceKind::Country;
        let whole = land && role == Some(Prep::At) && !joined && !self.has_comma && !self.has_date;
        self.link == Link::None && (scope.reading.places[place].is_qualifier || (!joined && follows) || whole)
    }
}

/// «25 km from X»: does the place say how far off something is?
fn is_measured(scope: Scope<'_, '_>, place: usize) -> bool {
    let reading = scope.reading;
    let words = &reading.knowledge.place_words.words;
    let unit = reading.places[place].tokens.start.checked_sub(2);
    unit.is_some_and(|at| {
        words.longest_at(&reading.text, at).is_some_and(|m| m.value.kilometres && m.n_tokens == 1)
    })
}

/// «the camp X for the displaced»: for whom the place right before is.
fn is_for_camp(scope: Scope<'_, '_>, i: usize, actor: usize) -> bool {
    let civil = scope.reading.actors[actor].class == ActorClass::Civilians;
    let before = i.checked_sub(1).is_some_and(|j| matches!(scope.items[j].what, What::Place(_)));
    civil && before && scope.items[i].affixes.has(Affixes::LI)
}

/// Is the word at item `i`, right after its preposition, a definite one that no list of things knows?
fn is_strange_name(scope: Scope<'_, '_>, i: usize) -> bool {
    let item = &scope.items[i];
    let governed = i.checked_sub(1).is_some_and(|j| scope.items[j].is_cue(Cue::Prep(Prep::On)));
    let known =
        scope.reading.knowledge.triggers.lists.things.longest_at(&scope.reading.text, item.from).is_some();
    governed && scope.reading.text.is_definite(item.from) && !known
}

/// «the rebels of X»: one bare noun for people, which the place after it only describes; «the convoy of displaced of
/// X reached Y».
fn is_people_of(scope: Scope<'_, '_>, i: usize, frame: Frame) -> bool {
    let What::Actor(a) = scope.items[i].what else { return false };
    let hit = &scope.reading.actors[a];
    let fold = scope.reading.text.fold_at(hit.tokens.start);
    // «gunmen» with its full ending has no genitive.
    let closed = ends_as_persons(fold);
    let is_one =
        hit.class == ActorClass::Armed && hit.tokens.len() == 1 && !fold.contains(ARTICLE) && !closed;
    let is_convoy = hit.class == ActorClass::Civilians && hit.tokens.len() > 1;
    let moves = matches!(frame, Frame::Reach | Frame::Enter | Frame::Move);
    // «Israeli missiles hit X»: the adjective of a noun.
    let of_noun = i.checked_sub(1).is_some_and(|j| scope.items[j].noun_trigger().is_some());
    hit.is_common_noun && !of_noun && (is_one || is_convoy && moves || is_where_from(scope, i, hit))
}

/// «ten of the people of X were killed in Y»: one noun for residents, and a place of its own follows.
fn is_where_from(scope: Scope<'_, '_>, i: usize, hit: &ActorHit) -> bool {
    const REACH: usize = 8;
    let residents = hit.class == ActorClass::Civilians;
    let reading = scope.reading;
    let ends = |n: &&Item| !matches!(n.what, What::Comma | What::Stop | What::Date(_));
    let behind: Vec<&Item> = scope.items[i + 1..].iter().take(REACH).take_while(ends).collect();
    let own = |w: &[&Item]| match w[1].what {
        What::Place(p) => {
            let inside = w[1].proclitic() == Some(Prep::At) || w[0].is_cue(Cue::Prep(Prep::At));
            inside && !reading.places[p].is_qualifier && !reading.places[p].kind.is_area()
        }
        _ => false,
    };
    residents && matches!(behind.first().map(|n| &n.what), Some(What::Place(_))) && behind.windows(2).any(own)
}

/// Does the word stand for a place named before? After a number it is a word for vehicles that folds alike.
pub(in crate::events) fn is_there(scope: Scope<'_, '_>, i: usize) -> bool {
    let counted = i.checked_sub(1).is_some_and(|j| matches!(scope.items[j].what, What::Number(_)));
    scope.items[i].is_cue(Cue::There) && !counted
}

/// Are both places areas, or both not? Only such stand in one list without «and».
pub(in crate::events) fn alike(scope: Scope<'_, '_>, a: usize, b: usize) -> bool {
    let kind = |p: usize| scope.reading.places[p].kind.is_area();
    kind(a) == kind(b)
}
