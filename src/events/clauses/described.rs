//! Places that only say more of the one before them: what it is called besides, what holds it.

use super::item::{Item, What};
use crate::events::acts::draft::{Draft, Scope};
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;
use crate::knowledge::{HeadClass, PartKind};
use crate::text::{AND, ARTICLE, Affixes};

/// «X, the eastern gate of Y»: does the place at item `i` only stand in what X is called besides?
pub(in crate::events) fn apposed(scope: Scope<'_, '_>, i: usize) -> bool {
    let Some((comma, definite, greatest)) = further_name(scope, i) else { return false };
    let behind = comma.checked_sub(1).is_some_and(|j| matches!(scope.items[j].what, What::Place(_)));
    behind && (definite || greatest)
}

/// «the headquarters of the division, the last stronghold of the army in X»: does the place at item `i` only stand in what a
/// thing that is no place is called besides?
pub(super) fn in_epithet(scope: Scope<'_, '_>, i: usize) -> bool {
    further_name(scope, i).is_some_and(|(comma, _, greatest)| {
        let behind = comma.checked_sub(1).map(|j| &scope.items[j].what);
        greatest && matches!(behind, Some(What::Word | What::Actor(_) | What::Quote))
    })
}

/// The comma before the words that end with the place at item `i`; whether they begin with a definite noun, or with a
/// superlative.
fn further_name(scope: Scope<'_, '_>, i: usize) -> Option<(usize, bool, bool)> {
    const WORDS: usize = 6;
    // «the western gate of the town of X»: the side may be read with the place.
    let mut tokens = scope.items[i].from..scope.items[i].to;
    let of = tokens.any(|t| scope.reading.text.readings_at(t).iter().any(|r| r.affixes.has(Affixes::LI)));
    // «X, the largest town of Y».
    let superlatives = &scope.reading.knowledge.status.superlatives;
    let is_greatest =
        |from: usize| superlatives.longest_at(&scope.reading.text, from).is_some_and(|m| !m.pronoun);
    let plain = |j: &usize| {
        let item = &scope.items[*j];
        let of_whom = matches!(item.what, What::Actor(_)) || item.is_cue(Cue::Prep(Prep::At));
        // A word that is an act elsewhere («outlet», «perpetrator») is a noun with its article.
        let other = item.cues().iter().all(|c| c.cue == Cue::SpokenOf);
        let noun = item.what == What::Known && other && item.verb_trigger().is_none();
        let noun = noun && scope.reading.text.is_definite(item.from);
        (item.what == What::Word || noun || of_whom || is_greatest(item.from)) && item.affixes != Affixes::WA
    };
    let words = (i.saturating_sub(WORDS)..i).rev().take_while(plain).count();
    // «the northern entrance of the town of X»: a part of it, read with the place.
    let comma = i.checked_sub(words + 1).filter(|_| words > 0 || is_part_of_it(scope, i))?;
    let first = scope.items[comma + 1].from;
    let definite = of && scope.reading.text.is_definite(first);
    let greatest = is_greatest(first);
    (scope.items[comma].what == What::Comma).then_some((comma, definite, greatest))
}

/// «the northern entrance of the town of X»: does a definite noun open the place at item `i`, and «of» stand further on?
fn is_part_of_it(scope: Scope<'_, '_>, i: usize) -> bool {
    let item = &scope.items[i];
    let of = |t: usize| scope.reading.text.readings_at(t).iter().any(|r| r.affixes.has(Affixes::LI));
    item.affixes != Affixes::WA
        && scope.reading.text.is_definite(item.from)
        && (item.from + 1..item.to).any(of)
}

/// «X, and it is the base of the attack on Y, in …»: where the words end, before `to`, that only say what the place right
/// before «and it» at item `i` is.
pub(super) fn predicate_end(scope: Scope<'_, '_>, i: usize, to: usize) -> Option<usize> {
    const IT: [&str; 3] = ["\u{647}\u{64A}", "\u{647}\u{648}", "\u{647}\u{645}\u{627}"];
    let items = scope.items;
    let word = scope.reading.text.fold_at(items[i].from);
    let it = word.strip_prefix(AND).is_some_and(|w| IT.contains(&w));
    let before = items[..i].iter().rev().find(|b| b.what != What::Comma);
    let place = before.is_some_and(|b| matches!(b.what, What::Place(_)));
    let ends = |j: &usize| matches!(items[*j].what, What::Comma | What::Stop);
    // «four towns in X, and they are A and B».
    let named = |n: &Item| matches!(n.what, What::Place(_));
    let lists = matches!(items.get(i + 1..i + 3), Some([a, b]) if named(a) && named(b) && b.is_joined());
    (it && place && !lists).then(|| (i..to).find(ends).unwrap_or(to))
}

/// Does item `i` stand in words that only say what the place before them is?
pub(in crate::events) fn is_of_predicate(scope: Scope<'_, '_>, i: usize) -> bool {
    const REACH: usize = 10;
    (i.saturating_sub(REACH)..i)
        .any(|j| predicate_end(scope, j, scope.items.len()).is_some_and(|end| end > i))
}

/// «X and Y, in the south of the country»: does the place at item `i`, behind a comma, only say where the list lies?
pub(super) fn is_part_of_land(scope: Scope<'_, '_>, i: usize, place: usize) -> bool {
    let comma = i.checked_sub(1).is_some_and(|j| scope.items[j].what == What::Comma);
    let regions = &scope.reading.knowledge.place_words.regions;
    let region = scope.reading.places[place].place;
    comma && scope.items[i].affixes.is_empty() && regions.iter().any(|(_, r)| Some(*r) == region)
}

/// «the village of X, belonging to the district of Y»: does an adjective right behind another place say that the place at
/// item `i` holds it?
pub(super) fn belongs_to(scope: Scope<'_, '_>, i: usize) -> bool {
    let text = &scope.reading.text;
    let [.., place, adjective] = &scope.items[..i] else { return false };
    scope.items[i].affixes.has(Affixes::LI)
        && matches!(place.what, What::Place(_))
        && adjective.to == adjective.from + 1
        && text.is_definite(adjective.from)
        && text.fold_at(adjective.from).starts_with(ARTICLE)
}

/// «took the brigade in X and the garrison of Y»: is item `i` a joined noun for a force with its place right behind it, which
/// is taken, too?
pub(super) fn is_seat_of_unit(scope: Scope<'_, '_>, i: usize) -> bool {
    let (reading, item) = (scope.reading, &scope.items[i]);
    let found = reading.knowledge.actors.words.longest_at(&reading.text, item.from);
    let force = found.is_some_and(|m| m.value.head.is_some_and(|h| h.class == HeadClass::Force));
    let place = |n: &Item| matches!(n.what, What::Place(_)) && n.affixes.is_empty();
    let behind = i.checked_sub(1).is_some_and(|j| matches!(scope.items[j].what, What::Place(_)));
    force
        && behind
        && reading.text.fold_at(item.from).starts_with(AND)
        && scope.items.get(i + 1).is_some_and(place)
}

/// «entered the town and took the headquarters of X»: the seat that is taken, behind «on», lies where the clause before, with
/// the same subject, says that they came in.
pub(in crate::events) fn seat_entered(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> Option<usize> {
    const NEAR: usize = 3;
    let (reading, clause) = (scope.reading, scope.clause());
    let verb = draft.frame == Frame::Take && !draft.is_noun && draft.places.is_empty() && !draft.points_back;
    let before = clause.subject_from.filter(|_| verb && draft.is_partial).map(|p| &scope.clauses[p])?;
    let words = &reading.knowledge.place_words.words;
    let site = |i: &Item| {
        let found = words.longest_at(&reading.text, i.from);
        found.is_some_and(|m| m.value.part == Some(PartKind::Landmark) || m.value.cue.is_some())
    };
    let behind = scope.items.get(item + 1..clause.items.end)?;
    let on = behind.iter().take(NEAR).position(|i| i.is_cue(Cue::Prep(Prep::On)))?;
    behind.get(on + 1).filter(|i| i.what == What::Word && site(i))?;
    let came = before.finite.filter(|f| f.trigger.is_some_and(|t| scope.trigger(t).frame == Frame::Enter))?;
    let places = scope.items.get(came.item + 1..before.items.end)?;
    places.iter().find_map(|i| match i.what {
        What::Place(p) if i.affixes.is_empty() => Some(p),
        _ => None,
    })
}

/// «the headquarters of the division in X», «a base in X»: a word for a site without a name of its own.
pub(super) fn is_site_word(scope: Scope<'_, '_>, i: usize) -> bool {
    let reading = scope.reading;
    let found = reading.knowledge.place_words.words.longest_at(&reading.text, scope.items[i].from);
    // «took the area of X in Y», where X has no entry.
    let area = |many: bool| !many && scope.items[i - 1].is_cue(Cue::Prep(Prep::On));
    found.is_some_and(|m| {
        m.value.cue.is_some_and(|c| c.kind.is_some() || i > 0 && m.affixes.is_empty() && area(c.many))
            || m.value.part == Some(PartKind::Landmark)
    })
}
