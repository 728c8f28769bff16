//! Places that stand before the act that happened there.

use crate::events::acts::draft::{Draft, Scope};
use crate::events::clauses::clause::Opener;
use crate::events::clauses::described::apposed;
use crate::events::clauses::item::{Item, What};
use crate::events::voices::declared::is_declared;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;
use crate::text::{AND, Affixes};

/// «X, which fell to Y»: the place before the clause is what fell; «ten died in X from the bombs»: where they died is
/// where the bombs fell.
pub(in crate::events) fn place_before(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    if !draft.places.is_empty() || draft.has_vague_place {
        return;
    }
    if let Some(place) = where_it_was(scope, item).or_else(|| topic(scope, item)) {
        draft.places.push(place);
        draft.points_back = false;
        return;
    }
    if draft.points_back {
        return;
    }
    if let Some(place) = subject_before(scope, item, draft) {
        draft.places.push(place);
    } else if let Some(place) = fallen(scope, item, draft) {
        draft.places.extend(first_of_two(scope));
        draft.places.push(place);
    } else if let Some(place) = declared(scope, item, draft) {
        draft.places.push(place);
    } else {
        draft.places.extend(struck(scope, item, draft));
    }
}

/// «to leave X, where clashes broke out»: the place right before «where», when the verb of its clause tells the act or
/// carries its noun.
fn where_it_was(scope: Scope<'_, '_>, item: usize) -> Option<usize> {
    let clause = scope.clause();
    let opens = &scope.items[clause.items.start];
    let told = clause.finite.is_some_and(|f| (f.item..=f.item + 2).contains(&item));
    if !(told && opens.is_cue(Cue::There) && opens.is_cue(Cue::Subordinate)) {
        return None;
    }
    let comma = |j: usize| scope.items[j].what == What::Comma;
    let before = clause.items.start.checked_sub(1)?;
    let before = if comma(before) { before.checked_sub(1)? } else { before };
    // «X, the capital of the governorate, where»: X.
    let described = before.checked_sub(2).filter(|&j| {
        let noun = scope.items[before - 1].what == What::Word && scope.items[before].affixes.is_empty();
        let area = |i: usize| place_at(scope, i).is_some_and(|p| scope.reading.places[p].kind.is_area());
        noun && area(before) && place_at(scope, j).is_some() && !area(j)
    });
    if let Some(described) = described {
        return place_at(scope, described);
    }
    // «X in the countryside of Y, where»: which of the two is open.
    let alone = before.checked_sub(2).is_none_or(|j| !matches!(scope.items[j].what, What::Place(_)));
    place_at(scope, before).filter(|_| alone && scope.items[before].proclitic() != Some(Prep::At))
}

fn place_at(scope: Scope<'_, '_>, at: usize) -> Option<usize> {
    match scope.items[at].what {
        What::Place(p) if !scope.reading.places[p].is_qualifier => Some(p),
        _ => None,
    }
}

/// «declared X free of Y»: the object of the verb before what it has become.
fn declared(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> Option<usize> {
    let became = scope.items[item].noun_trigger().is_some_and(|t| scope.trigger(t).needs_became);
    let takes = draft.frame == Frame::Take && became;
    is_declared(scope.items, scope.clause(), item).filter(|_| takes).and_then(|at| place_at(scope, at))
}

/// The place right before a relative clause whose verb, without a pronoun, tells that it fell.
fn fallen(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> Option<usize> {
    let clause = scope.clause();
    let falls = matches!(draft.frame, Frame::Fall | Frame::Lose) && !draft.is_noun;
    let tells = clause.finite.is_some_and(|f| f.item == item) && !scope.items[item].has_pronoun;
    let follows = clause.opener == Opener::Relative && item == clause.items.start + 1;
    let before = clause.items.start.checked_sub(1).filter(|_| falls && tells && follows)?;
    place_at(scope, before).or_else(|| before_comma(scope, before))
}

/// «X, which», «X, the gate of the coast, which»: the place before the comma at item `at`, or before what stands between it
/// and the comma before.
fn before_comma(scope: Scope<'_, '_>, at: usize) -> Option<usize> {
    const WORDS: usize = 6;
    let comma = |i: usize| scope.items[i].what == What::Comma;
    let last = at.checked_sub(1).filter(|_| comma(at))?;
    let opens = (at.saturating_sub(WORDS + 1)..at).rev().find(|&i| comma(i));
    let described = opens.and_then(|i| i.checked_sub(1)).and_then(|i| place_at(scope, i));
    let plain = |i: &Item| {
        let told = i.verb_trigger().is_some() || i.noun_trigger().is_some() || i.verb_cue().is_some();
        !told && !matches!(i.what, What::Date(_) | What::Number(_))
    };
    // «X, the centre of Y, which».
    let names = opens.is_some_and(|i| {
        scope.items[i + 1].affixes.is_empty()
            && matches!(scope.items[i + 1].what, What::Word | What::Known)
            && scope.items[i + 1..at].iter().all(plain)
    });
    // «X, the gate of the coast, which»: one mention of what holds X.
    let area = |p: usize| scope.reading.places[p].kind.is_area();
    let whole = place_at(scope, last).filter(|_| opens == Some(last.wrapping_sub(1))).is_some_and(area);
    let site = described.is_some_and(|p| !area(p));
    described.filter(|_| names || whole && site).or_else(|| place_at(scope, last))
}

/// «X and Y, which both fell»: X, before a relative pronoun of two.
fn first_of_two(scope: Scope<'_, '_>) -> Option<usize> {
    const TWO: &str = "\u{627}\u{644}\u{644}";
    let at = scope.clause().items.start;
    let two = scope.reading.text.fold_at(scope.items[at].from).starts_with(TWO);
    let first = at.checked_sub(2).filter(|_| two && scope.items[at - 1].is_joined())?;
    place_at(scope, first)
}

/// The item of the place that the one at `at` only describes, behind a comma.
fn described_before(scope: Scope<'_, '_>, at: usize) -> Option<usize> {
    let comma = (0..at).rev().find(|&i| scope.items[i].what == What::Comma).filter(|_| apposed(scope, at))?;
    comma.checked_sub(1)
}

/// The place right before «from» or «because of» and a noun of bombing, behind the verb of its clause.
fn struck(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> Option<usize> {
    let clause = scope.clause();
    let because = item.checked_sub(1).filter(|&j| scope.items[j].is_cue(Cue::After))?;
    let comma = because.checked_sub(1).filter(|&j| scope.items[j].what == What::Comma);
    let place = comma.unwrap_or(because).checked_sub(1).filter(|&j| j > clause.items.start)?;
    // «in X, the last stronghold of Y in Z, because of».
    let place = match described_before(scope, place) {
        Some(described) => described,
        None if comma.is_some() => return None,
        None => place,
    };
    let verb = clause.finite.filter(|f| f.item < place)?;
    // A verb that tells an act of its own has its own place.
    let other = verb.trigger.is_some_and(|t| {
        matches!(
            scope.reading.frame_of(t),
            Frame::Take | Frame::Enter | Frame::Leave | Frame::Meet | Frame::Send
        )
    });
    let within = scope.items[place].prep() == Some(Prep::At)
        || place.checked_sub(1).is_some_and(|j| scope.items[j].is_cue(Cue::Prep(Prep::At)));
    let strikes = draft.frame == Frame::Strike && draft.is_noun;
    (strikes && within && !other).then(|| place_at(scope, place)).flatten()
}

/// «As for X, the army entered it», «as for X, it was raided three times»: the place that opens the sentence behind «as
/// for», when «so» and a pronoun with the verb take it up.
fn topic(scope: Scope<'_, '_>, item: usize) -> Option<usize> {
    const AS_FOR: &str = "\u{627}\u{645}\u{627}";
    const NEAR: usize = 3;
    let items = scope.items;
    let so = |i: usize| items[i].affixes.has(Affixes::FA);
    let particle = item.checked_sub(1).filter(|&j| so(j) && items[j].verb_trigger().is_none());
    let verb = items[item].verb_trigger().is_some() && (so(item) || particle.is_some());
    let next = items.get(item + 1).is_some_and(|n| n.has_pronoun && n.is_cue(Cue::There));
    if !(verb && (items[item].has_pronoun || next)) {
        return None;
    }
    let opens = |i: &usize| {
        let word = scope.reading.text.fold_at(items[*i].from);
        word == AS_FOR || word.strip_prefix(AND) == Some(AS_FOR)
    };
    let at = (0..item).rev().find(opens)?;
    let place = (at + 1..item).take(NEAR).find(|&i| matches!(items[i].what, What::Place(_)))?;
    let free = items[place].proclitic().is_none() && items[place - 1].prep().is_none();
    place_at(scope, place).filter(|_| free)
}

/// «X, which held out for years, fell», «X, the third city of the land, fell»: the place that opens the clause of a verb of
/// falling, before what a relative clause or an apposition says of it.
fn subject_before(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> Option<usize> {
    const CLAUSES: usize = 4;
    let (clauses, it) = (scope.clauses, &scope.items[item]);
    if draft.frame != Frame::Fall || draft.is_noun || it.has_pronoun || it.is_joined() {
        return None;
    }
    let relative = (0..=scope.c).rev().take(CLAUSES).find(|&c| clauses[c].opener == Opener::Relative);
    let told = |c: &usize| clauses[*c].finite.is_none_or(|f| f.item < item);
    let (main, parted) = match relative.filter(told).and_then(|c| c.checked_sub(1)) {
        Some(main) => (&clauses[main], true),
        None => (scope.clause(), item > 0 && scope.items[item - 1].what == What::Comma),
    };
    let before = main.finite.is_none_or(|f| f.item >= item);
    let start = main.items.start;
    // Words of order alone stand before it: «but X», «that X».
    let head = (start..item).take(3).find(|&i| matches!(scope.items[i].what, What::Place(_)))?;
    let first = scope.items[start..head].iter().all(|i| {
        let acts = i.verb_trigger().is_some() || i.noun_trigger().is_some() || i.verb_cue().is_some();
        !acts && i.prep().is_none() && matches!(i.what, What::Known | What::Word | What::Comma)
    });
    let next = scope.items.get(head + 1);
    let described = next.is_some_and(|n| n.what == What::Comma || n.is_cue(Cue::Relative));
    let free = parted && before && first && described && scope.items[head].proclitic().is_none();
    place_at(scope, head).filter(|_| free)
}
