//! Where somebody speaks, which is not where what is said has happened.

use crate::events::EventKind;
use crate::events::acts::draft::{Draft, Scope};
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::knowledge::status::{Cue, Prep, Speech};
use crate::knowledge::triggers::Frame;
use crate::knowledge::{PlaceIdx, PlaceKind};

/// «X, in a speech in Y, accused Z of …»: a place behind a noun of speech, before what is said.
pub(in crate::events) fn leave_rostrum(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    const REACH: usize = 3;
    let clause = scope.clause();
    let Some(verb) = clause.finite.filter(|f| f.item < item && clause.speech().is_some()) else { return };
    let rostrum = |p: usize| {
        let between = verb.item + 1..item;
        let at = between.clone().find(|&i| scope.items[i].what == What::Place(p));
        at.is_some_and(|at| {
            let before = &scope.items[at.saturating_sub(REACH).max(verb.item + 1)..at];
            before.iter().any(|i| i.is_cue(Cue::SpeechNoun))
        })
    };
    draft.places.retain(|p| !rostrum(*p));
}

/// «from X he said», «in X the president called for»: where the speaker of clause `c` stands, right before the verb or
/// right behind the name.
pub(in crate::events) fn rostrum(scope: Scope<'_, '_>, c: usize) -> Option<usize> {
    const FAR: usize = 7;
    let clause = &scope.clauses[c];
    let verb = clause.finite?.item;
    let put = |at: usize| {
        let own = scope.items[at].proclitic();
        let before = at.checked_sub(1).and_then(|b| scope.items[b].prep());
        own.or(before).is_some_and(|p| matches!(p, Prep::At | Prep::From))
    };
    let place = |at: usize| match scope.items[at].what {
        What::Place(p) if put(at) && scope.reading.places[p].kind != PlaceKind::Country => Some(p),
        _ => None,
    };
    let ahead = (clause.items.start..verb).find(|&i| scope.items[i].what != What::Comma);
    let ahead = ahead.and_then(|first| (first..verb.min(first + 2)).find_map(place));
    // «in X, he called for …»: the comma parts it.
    let parted = || {
        let before = scope.clauses.get(c.checked_sub(1)?).filter(|b| b.finite.is_none())?;
        let short = verb == clause.items.start && before.items.len() <= 3;
        before.items.clone().filter(|_| short).find_map(place)
    };
    let ahead = ahead.or_else(parted);
    let speaker = clause.subject.last().map(|&a| &scope.reading.actors[a]);
    let named = speaker.filter(|a| a.class == ActorClass::Person && clause.subject_from.is_none());
    let right_behind = |end: usize| {
        let at = (verb + 1..clause.items.end).find(|&i| scope.items[i].from >= end)?;
        (at..clause.items.end.min(at + 2)).find_map(place)
    };
    let behind = || named.and_then(|a| right_behind(a.tokens.end)).or_else(|| seat_abroad(scope, c, verb));
    let lectern = || {
        let words = verb + 1..clause.items.end;
        let noun = words.clone().find(|&i| scope.items[i].is_cue(Cue::SpeechNoun))?;
        (noun + 1..words.end.min(noun + 1 + FAR)).find_map(place)
    };
    ahead.or_else(behind).or_else(lectern)
}

/// «the delegate of X to the council in Y said», «the spokesman Z in Y»: a place abroad behind the words for who speaks.
/// «The government in Y» is the one of Y.
fn seat_abroad(scope: Scope<'_, '_>, c: usize, verb: usize) -> Option<usize> {
    const LONGEST: usize = 9;
    let end = scope.clauses[c].items.end;
    let of_speaker = |i: &usize| {
        let item = &scope.items[*i];
        matches!(item.what, What::Word | What::Actor(_) | What::Quote) && !item.is_joined()
            || item.is_cue(Cue::Prep(Prep::With))
    };
    let last = (verb + 1..end).take(LONGEST).take_while(of_speaker).last()?;
    let next = scope.items.get(last + 1).filter(|_| last + 1 < end)?;
    let at = if next.is_cue(Cue::Prep(Prep::At)) || next.is_cue(Cue::Prep(Prep::From)) {
        last + 2
    } else {
        last + 1
    };
    let put = at == last + 2 || next.proclitic() == Some(Prep::At);
    match scope.items.get(at)?.what {
        What::Place(p) if put && at < end && scope.reading.places[p].kind != PlaceKind::Country => {
            Some(p).filter(|&p| is_abroad(scope.reading, p))
        }
        _ => None,
    }
}

/// Is it a statement made in another country than the one that the story is about?
pub(in crate::events) fn is_said_abroad(reading: &Reading<'_>, draft: &Draft) -> bool {
    draft.kind == EventKind::Statement && draft.places.first().is_some_and(|&p| is_abroad(reading, p))
}

/// Does the place lie in another country than the one that the story is about?
pub(in crate::events) fn is_abroad(reading: &Reading<'_>, p: usize) -> bool {
    let conflict = &reading.knowledge.conflict;
    let country = |p: PlaceIdx| conflict.place(p).country.as_str();
    let home = reading.home.or(conflict.country);
    reading.places[p].place.zip(home).is_some_and(|(place, home)| country(place) != country(home))
}

/// «And he added, at a press conference in Y, that …»: where the speaker of the first clause stands, who was named in a
/// sentence before.
pub(in crate::events) fn goes_on_from(scope: Scope<'_, '_>) -> Option<usize> {
    let clause = scope.clause();
    let verb =
        clause.finite.filter(|_| clause.speech() == Some(Speech::More) && clause.subject.is_empty())?;
    let place = |at: usize| match scope.items.get(at)?.what {
        What::Place(p) if scope.reading.places[p].kind != PlaceKind::Country => Some(p),
        _ => None,
    };
    // «and he added from Y that».
    let from = || {
        let prep = scope.items.get(verb.item + 1)?.prep();
        prep.filter(|p| *p == Prep::From).and_then(|_| place(verb.item + 2))
    };
    (verb.item == clause.items.start).then(|| rostrum(scope, 0).or_else(from)).flatten()
}

/// Gives the statement that was told last, without a place, the place at which its speaker goes on to speak.
pub(in crate::events) fn stand_at(drafts: &mut [Draft], sentence: usize, place: Option<usize>) {
    const REACH: usize = 2;
    let Some(place) = place else { return };
    let near = |d: &&mut Draft| sentence - d.sentence <= REACH;
    let last = drafts.iter_mut().rev().take_while(near).find(|d| d.kind == EventKind::Statement);
    if let Some(statement) = last.filter(|d| d.places.is_empty()) {
        statement.places.push(place);
        statement.why.push("the speaker goes on to speak there".into());
    }
}

/// «the ambassador in Paris said that», «a source in the hospital of X said that»: does the place at item `at` only say where
/// the speaker sits, abroad or in a house that nobody knows, so that what is counted behind «that» did not happen there?
pub(in crate::events) fn speaks_abroad(reading: &Reading<'_>, items: &[Item], at: usize) -> bool {
    const REACH: usize = 4;
    let What::Place(p) = items[at].what else { return false };
    let conflict = &reading.knowledge.conflict;
    let country = |p: PlaceIdx| conflict.place(p).country.as_str();
    let far = match (reading.places[p].place, reading.home) {
        (Some(place), Some(home)) => country(place) != country(home),
        (None, _) => true,
        _ => false,
    };
    let speaks = |i: &Item| i.verb_cue().is_some_and(|(cue, _)| matches!(cue, Cue::Speech(_)));
    let that = items[at + 1..].iter().take(REACH).any(|i| i.is_cue(Cue::That));
    far && that && items[..at].iter().any(speaks)
}

/// «the road that links X with Y»: a verb of reaching with a place for its object, and another with «with» behind it.
pub(in crate::events) fn is_link(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> bool {
    let place = |i: &Item| matches!(i.what, What::Place(_));
    let [from, to] = [item + 1, item + 2].map(|i| scope.items.get(i).filter(|n| place(n)));
    let ends = from.is_some_and(|n| n.proclitic().is_none())
        && to.is_some_and(|n| n.proclitic() == Some(Prep::At) || n.prep() == Some(Prep::At));
    draft.frame == Frame::Reach && !draft.is_noun && ends
}

/// Is the place the capital of a country other than the story's?
pub(super) fn is_foreign_capital(reading: &Reading<'_>, place: usize) -> bool {
    let conflict = &reading.knowledge.conflict;
    let home = reading.home.map(|h| conflict.place(h).country.as_str());
    reading.places[place].place.is_some_and(|p| {
        reading.knowledge.place_words.capitals.contains(&p)
            && Some(conflict.place(p).country.as_str()) != home
    })
}
