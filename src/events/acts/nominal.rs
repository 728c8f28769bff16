//! Leads without a verb: «fierce clashes in X», «talks in X», «agreement on Y in X», «X's troops at the gates of Y».

use super::draft::{Draft, Scope};
use crate::events::EventKind;
use crate::events::clauses::clause::{Clause, Opener};
use crate::events::clauses::item::{Item, What};
use crate::events::doers::victims_first::follows_victims;
use crate::events::mentions::reading::Reading;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;

/// Marks a noun that tells its act without a verb, at the head of a line or of a clause.
pub(in crate::events) fn lead(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    draft.is_carried |= leads(scope, item, draft) || heads_line(scope, item, draft);
    draft.is_carried |= follows_victims(scope, item, draft) || super::amid::is_told_amid(scope, item, draft);
    super::murders::see_murder(scope, item, draft);
    side_before(scope, item, draft);
    if leads_to_person(scope, item, draft) {
        draft.is_carried = true;
        draft.names_thing |= draft.frame == Frame::Harm;
    }
    if heads_office(scope, item, draft) {
        (draft.is_carried, draft.names_thing, draft.is_weak) = (true, true, false);
    }
}

/// «fierce clashes in X»: does an indefinite noun of fighting or agreeing open a clause without a verb, with its place behind it?
fn leads(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> bool {
    const ADJECTIVES: usize = 3;
    let clause = scope.clause();
    let it = &scope.items[item];
    // «agreement on a ceasefire in X».
    let agrees =
        draft.frame == Frame::Deal && scope.items.get(item + 1).is_some_and(|n| n.prep() == Some(Prep::On));
    let meets = draft.frame == Frame::Meet;
    let tells =
        (matches!(draft.frame, Frame::Fight | Frame::Meet) || agrees) && draft.is_noun && !draft.is_definite;
    if !tells || clause.finite.is_some() || !(it.affixes.is_empty() || it.affixes == Affixes::WA) {
        return false;
    }
    let opens = scope.items[clause.items.start..item].iter().all(|i| is_label(&i.what));
    let behind = &scope.items[item + 1..clause.items.end];
    // «Russian and Turkish talks in X»: whose they are.
    // «clashes and shelling in X».
    let war = |f: Frame| matches!(f, Frame::Fight | Frame::Strike);
    let more =
        |i: &Item| i.affixes == Affixes::WA && i.noun_trigger().is_some_and(|t| war(scope.trigger(t).frame));
    let word = |i: &&Item| i.what == What::Word || meets && matches!(i.what, What::Actor(_)) || more(i);
    let words = behind.iter().take(ADJECTIVES).take_while(word).count();
    let within = |p: Prep| matches!(p, Prep::At | Prep::On | Prep::Between);
    // «east of X» may be the name of a place.
    let side = |at: usize| scope.reading.says_cue(at, Cue::Prep(Prep::At));
    let placed = behind.get(words).is_some_and(|i| {
        let beside = matches!(i.what, What::Place(_)) && i.to > i.from + 1 && side(i.from);
        i.prep().is_some_and(within) || beside
    });
    opens && placed && !draft.places.is_empty()
}

/// «the kidnapping of a journalist in X», «the release of two doctors in X», «a campaign of arrests hits dozens in X»: does
/// a noun of holding or killing open a clause without a verb of its own, right before whom it was done to, with its place
/// behind it?
fn leads_to_person(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> bool {
    let clause = scope.clause();
    let it = &scope.items[item];
    let frame = |i: usize| scope.trigger_frame(i);
    let hits = |i: usize| i == item + 1 && frame(i) == Some(Frame::Strike);
    let verbless = clause.finite.is_none_or(|f| f.item > item && hits(f.item));
    let tells = matches!(draft.frame, Frame::Hold | Frame::Harm) && draft.is_noun && !it.has_pronoun;
    if !tells || !verbless || draft.places.is_empty() || it.affixes.has_any(Affixes::BI.with(Affixes::LI)) {
        return false;
    }
    let opens = scope.items[clause.items.start..item].iter().all(|i| is_label(&i.what));
    let Some(next) = scope.items.get(item + 1).filter(|_| opens) else { return false };
    let on = matches!(next.prep(), Some(Prep::From | Prep::On)) && next.affixes.is_empty();
    // «the taking of a network in X», whom it names being joined to «with».
    let with = draft.frame == Frame::Hold
        && next.affixes == Affixes::BI
        && !matches!(next.what, What::Place(_) | What::Date(_));
    let person = |i: &Item| {
        let noun = matches!(i.what, What::Word | What::Known | What::Actor(_) | What::Number(_));
        noun && i.prep().is_none() && !i.is_joined() && !i.has_pronoun
    };
    let governed = if on { scope.items.get(item + 2) } else { Some(next) };
    let text = &scope.reading.text;
    let definite = text.is_definite(it.from);
    let murders = &scope.reading.knowledge.triggers.lists.murders;
    let kills = draft.frame == Frame::Harm;
    if kills && murders.longest_at(text, it.from).is_none() {
        return false;
    }
    // «a campaign of arrests in X».
    let campaign = !kills && it.to - it.from > 1 && next.prep() == Some(Prep::At);
    with || governed.is_some_and(person) && (on || !definite) || clause.finite.is_some() || campaign
}

/// «the closure of the airport of X», «a humanitarian truce in X», «talks in X», «the signing of an agreement in X»: does the
/// noun open a sentence without any verb, with its place close behind it?
fn heads_line(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> bool {
    const NEAR: usize = 6;
    let (items, clause) = (scope.items, scope.clause());
    let it = &items[item];
    let tells = matches!(
        draft.frame,
        Frame::Close
            | Frame::Damage
            | Frame::Deal
            | Frame::Meet
            | Frame::Strike
            | Frame::Rout
            | Frame::Rally
            | Frame::Appoint
    );
    // «the foiling of an attack on X», «reinforcements brought up to X», «fighting among brothers in X».
    let war = tells_of_war(draft);
    let bare = it.affixes.is_empty() && !scope.reading.text.is_definite(it.from) && !it.has_pronoun;
    // «a telephone call between X and Y».
    let two = draft.frame == Frame::Meet && !draft.initiators.is_empty() && !draft.others.is_empty();
    if !(tells || war) || !draft.is_noun || !bare || draft.places.is_empty() && !two {
        return false;
    }
    let verbless = scope.clauses.iter().all(|c| c.finite.is_none());
    let from = item.checked_sub(1).filter(|&j| items[j].is_cue(Cue::Begin) && j >= clause.items.start);
    let opens = items[clause.items.start..from.unwrap_or(item)].iter().all(|i| is_label(&i.what));
    let behind = items[item + 1..clause.items.end].iter().take(NEAR);
    let place = |i: &Item| matches!(i.what, What::Place(_));
    let mut behind = behind.take_while(|i| !matches!(i.what, What::Comma | What::Stop));
    // «X: a blast near the palace».
    let near = two || behind.any(place) || items[clause.items.start..item].iter().any(place);
    verbless && opens && near && scope.reading.text_is_headline(it.from)
}

/// Is it an act of war that a side does on its own: troops that are sent or leave, an attack thrown back, a mutiny?
pub(super) fn tells_of_war(draft: &Draft) -> bool {
    match draft.frame {
        Frame::Repel | Frame::Rout => true,
        Frame::Send => draft.kind == EventKind::Deployment,
        Frame::Leave => draft.kind == EventKind::Withdrawal,
        _ => false,
    }
}

/// What may stand before a noun that opens a line: marks, a day, a place («X, Sunday: …»).
pub(in crate::events) fn is_label(what: &What) -> bool {
    matches!(what, What::Stop | What::Quote | What::Comma | What::Date(_) | What::Place(_))
}

/// «a new head of X appointed», «10 May: dismissal of the minister of X»: does a noun of giving or taking an office open a
/// clause without a verb?
fn heads_office(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> bool {
    let clause = scope.clause();
    let it = &scope.items[item];
    draft.frame == Frame::Appoint
        && draft.kind == EventKind::Leadership
        && draft.is_noun
        && clause.finite.is_none()
        && it.affixes.is_empty()
        && scope.items[clause.items.start..item].iter().all(|i| is_label(&i.what))
        // «the dismissal of the minister is too late»: told in a headline, or of somebody.
        && (scope.reading.text_is_headline(it.from) || !draft.targets.is_empty() || !draft.initiators.is_empty())
}

/// «X in the hands of Y», «X and Y are all under the control of Z»: do places open a clause without a verb, before who holds
/// them now?
pub(super) fn is_now_held(reading: &Reading<'_>, items: &[Item], clause: &Clause, item: usize) -> bool {
    let holder = items.get(item + 1).is_some_and(|i| matches!(i.what, What::Actor(_)));
    holder && (is_said_of_places(reading, items, clause, item) || is_held_since(reading, items, clause, item))
}

/// «X and Y are under», «most quarters of X are now under»: is all that a clause without a verb says before the noun at
/// `item` which places it speaks of?
fn is_said_of_places(reading: &Reading<'_>, items: &[Item], clause: &Clause, item: usize) -> bool {
    const WORDS: usize = 2;
    let stated = matches!(clause.opener, Opener::Start | Opener::Joined | Opener::That) && !clause.has_was;
    let mark = |i: &Item| matches!(i.what, What::Stop | What::Quote | What::Comma | What::Date(_));
    let label = |i: &Item| mark(i) || i.is_cue(Cue::That);
    let start = clause.items.start;
    let Some(from) = (start..item).find(|&j| !label(&items[j])) else { return false };
    let place = |i: &Item| matches!(i.what, What::Place(_)) && i.proclitic().is_none();
    let said = |i: &Item| matches!(i.what, What::Word) && i.prep().is_none() && i.proclitic().is_none();
    // «the capitals of the states of X», «most quarters of X».
    let Some(first) = (from..item).take(WORDS + 1).find(|&j| matches!(items[j].what, What::Place(_))) else {
        return false;
    };
    let construct = |i: &Item| {
        said(i) && !reading.text.is_definite(i.from) || i.is_cue(Cue::Partial) && i.prep().is_none()
    };
    // «X in its entirety is under»: a word that begins with a preposition.
    let wholly = |i: &Item| i.what == What::Known && i.affixes.has(Affixes::BI) && !i.is_trigger();
    let word = |i: &Item| i.what == What::Word || wholly(i);
    let plain = |i: &Item| place(i) || word(i) || mark(i) && i.what != What::Stop;
    stated
        && clause.finite.is_none()
        && place(&items[first])
        && items[from..first].iter().all(construct)
        && items[first..item].iter().all(plain)
}

/// «X is in the hands of Y since May»: does a place stand close before who holds it, and since when behind, without a verb?
fn is_held_since(reading: &Reading<'_>, items: &[Item], clause: &Clause, item: usize) -> bool {
    const REACH: usize = 4;
    let tells = |i: &Item| i.verb_trigger().is_some() || i.noun_trigger().is_some() || i.verb_cue().is_some();
    let before = items[clause.items.start.max(item.saturating_sub(REACH))..item].iter().rev();
    let mut before = before.take_while(|i| !tells(i));
    let since = |i: &Item| match i.what {
        What::Date(d) => reading.dates[d].is_since && reading.dates[d].range.is_some(),
        _ => false,
    };
    let place = |i: &Item| matches!(i.what, What::Place(p) if !reading.places[p].kind.is_area());
    clause.finite.is_none() && before.any(place) && items[item + 1..clause.items.end].iter().any(since)
}

/// «X takes Y, and its fighters are at the gates of Z»: the side right before how near it has come is who has.
fn side_before(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    let near = draft.frame == Frame::Enter && draft.is_noun && !scope.is_event_word(item);
    let joined = item.checked_sub(1).map(|j| &scope.items[j]).filter(|n| n.is_joined());
    let before = joined.and_then(Item::actor);
    if let Some(side) = before.filter(|_| near && draft.initiators.is_empty()) {
        draft.initiators.push(side);
    }
}

/// «X's troops at the gates of Y»: does a side open a clause without a verb, right before how near it has come?
pub(super) fn has_come_near(items: &[Item], clause: &Clause, item: usize) -> bool {
    const DISTANCE: usize = 4;
    let label = |i: &Item| matches!(i.what, What::Stop | What::Quote | What::Comma | What::Date(_));
    let ahead = &items[clause.items.start..item];
    // «"the operation", day five: X at the gates of Y».
    let stop = ahead.iter().rposition(|i| i.what == What::Stop).map_or(0, |at| at + 1);
    let mut before = ahead[stop..].iter().filter(|i| !label(i));
    let actor = |i: &Item| matches!(i.what, What::Actor(_));
    // «and its fighters»: the pronoun may be among the affixes.
    let bare = |i: &Item| actor(i) && i.proclitic().is_none();
    let beside = |i: &Item| bare(i) && i.affixes.has(Affixes::WA);
    // «X takes Y, and its fighters are at the gates of Z».
    let joined = ahead.last().is_some_and(beside) && clause.finite.is_some_and(|f| f.item + 1 < item);
    let side = before.next().is_some_and(bare);
    // «X and Y at the gates of Z».
    let alone = before.next().is_none_or(beside) && before.next().is_none();
    let place = |i: &Item| matches!(i.what, What::Place(_));
    // «five kilometres from X».
    let far = |i: &&Item| matches!(i.what, What::Number(_) | What::Word) || i.is_cue(Cue::Prep(Prep::From));
    let skipped = items[item + 1..clause.items.end].iter().take(DISTANCE).take_while(far).count();
    let placed = items.get(item + 1 + skipped).is_some_and(place);
    placed && (joined || clause.finite.is_none() && side && alone)
}
