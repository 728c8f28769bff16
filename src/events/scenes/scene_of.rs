//! Where a draft happens: the places of its clause, ranked by the prepositions before them.

use std::ops::Range;

use super::becoming::what_became;
use super::beside::is_road_word;
use super::best_list::take_best;
use super::driven::drives_out;
use super::in_flight::leave_whither;
use super::left::{drive_out, left_list, of_civilians};
use super::left_out::leave_out;
use super::there::point_back;
use super::told_before::{at_before, free_places_before, places_of_resumed};
use super::whence::is_origin;
use super::where_it_fell::where_it_fell;
use super::whither::{leaves_told, name_remnants};
use crate::events::EventKind;
use crate::events::acts::agreed::place_of_terms;
use crate::events::acts::aside::is_laid;
use crate::events::acts::draft::{Draft, Scope};
use crate::events::acts::hits_only::spreads;
use crate::events::clauses::behind_relative::places_behind;
use crate::events::clauses::clause::Opener;
use crate::events::clauses::described::seat_entered;
use crate::events::clauses::item::{Item, What};
use crate::events::clauses::walk::{Found, after};
use crate::events::doers::answered::is_before_answered;
use crate::events::joins::next_act::is_after_a_gain;
use crate::events::mentions::reading::Reading;
use crate::knowledge::status::{Cue, Prep, Speech};
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;

/// The folded word that sets a topic: «as for».
pub(in crate::events) const AS_FOR: &str = "\u{627}\u{645}\u{627}";

/// «X, and with it Y»: folded, of one thing and of many.
pub(super) const WITH_IT: [&str; 2] = ["\u{648}\u{645}\u{639}\u{647}\u{627}", "\u{648}\u{645}\u{639}\u{647}"];

/// The places of an event: the best governed list after its trigger, else before it in the clause.
pub(in crate::events) fn places(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    let clause = scope.clause();
    let near = own_window(scope, item, draft);
    let mut found = after(scope, item + 1, near, draft);
    if found.is_empty()
        && near == scope.window_end(item)
        && near < clause.items.end
        && !draft.points_back
        && !draft.has_vague_place
        && !(is_after_a_gain(scope, item, near) || is_before_answered(scope, near))
        && !(draft.frame == Frame::Leave && tells_of_coming(scope, near))
    {
        found = after(scope, near, clause.items.end, draft);
        // «the burning of houses and the flight of families to X», «the battles led to the flight of families to X».
        // «took the town, amid a wave of flight to X»: so is that to which others go.
        let effect = drives_out(scope, near, draft) || goes_away(scope, near, draft);
        found.retain(|f| !effect || f.prep != Some(Prep::To));
    }
    leave_whither(scope, item, &mut found, draft);
    point_back(scope, item, near, &mut found, draft);
    if draft.frame == Frame::Leave {
        left_places(scope, item, &found, draft);
        return;
    }
    if draft.frame == Frame::Send {
        part_ends(scope, item + 1..near, &mut found, draft);
    }
    leave_out(scope, item, draft, &mut found);
    draft.is_on_road |= is_on_road(scope, item + 1..near, &found);
    if draft.frame == Frame::Take && takes_both(scope, item + 1..near, &found, draft) {
        draft.places.extend(found.iter().map(|f| f.place));
        return;
    }
    if draft.frame == Frame::Take
        && matches!(&found[..], [Found { prep: Some(Prep::From), .. }, Found { prep: Some(Prep::To), .. }])
    {
        found.truncate(1); // «drove them out of X to Y»
    }
    drive_out(scope, item, &mut found, draft);
    if take_best(scope, item, &found, draft) {
        return;
    }
    if draft.frame == Frame::Deal {
        draft.places.extend(place_of_terms(scope));
        // «factions in X signed a deal for the entry of Y into it»: «it» is told by the terms, and X by the deal.
        let before = if draft.points_back { free_places_before(scope, item) } else { Vec::new() };
        let subject = scope.clause().subject.last().map(|&a| scope.reading.actors[a].tokens.end);
        let theirs = |p: &usize| subject.is_some_and(|end| scope.reading.places[*p].tokens.start == end + 1);
        if draft.places.is_empty() && before.first().is_some_and(theirs) {
            draft.places.extend(before);
            (draft.points_back, draft.counts_back) = (false, None);
        }
    }
    if draft.has_vague_place && !draft.points_back && draft.places.is_empty() && draft.is_noun {
        // «escalation in X, with the taking of posts by Y».
        draft.places.extend(at_before(scope, item));
    }
    // «shelling of quarters that X holds in Y».
    if !draft.points_back && draft.places.is_empty() && (!draft.is_noun || draft.has_vague_place) {
        draft.places = places_behind(scope, draft).into();
    }
    draft.places.extend(seat_entered(scope, item, draft));
    draft.places.extend(where_it_fell(scope, draft));
    lie_where_it_opens(scope, item, draft);
    if draft.points_back || draft.has_vague_place || !draft.places.is_empty() {
        return;
    }
    if !takes_a_count(scope, item, draft) {
        draft.places.extend(places_around(scope, item, draft.frame));
    }
}

/// «in X the office announced the receipt of 150 of them»: what is taken is told, and is no place.
fn takes_a_count(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> bool {
    let counts = scope.items.get(item + 1).is_some_and(|n| matches!(n.what, What::Number(_)));
    draft.frame == Frame::Take && draft.is_noun && counts
}

/// «in X, the troops repelled an attack on the camp of the brigade»: a thing without a name lies where its sentence opens.
fn lie_where_it_opens(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    if !draft.has_vague_place || draft.points_back || !draft.places.is_empty() || draft.is_noun {
        return;
    }
    draft.places.extend(topic_places(scope));
    if draft.places.is_empty() {
        draft.places.extend(at_before(scope, item));
    }
    draft.is_partial |= !draft.places.is_empty();
}

/// «withdrew after reinforcements had come from X»: does the noun at item `i` tell of others who come?
fn tells_of_coming(scope: Scope<'_, '_>, i: usize) -> bool {
    let frame = scope.items[i].noun_trigger().map(|t| scope.trigger(t).frame);
    matches!(frame, Some(Frame::Reach | Frame::Move | Frame::Send))
}

/// Does the noun at item `i` tell of somebody who goes away, and the draft of ground, fire or damage?
fn goes_away(scope: Scope<'_, '_>, i: usize, draft: &Draft) -> bool {
    let frame = scope.items[i].noun_trigger().map(|t| scope.trigger(t).frame);
    let stays =
        matches!(draft.frame, Frame::Take | Frame::Enter | Frame::Strike | Frame::Fight | Frame::Repel);
    draft.frame == Frame::Damage || stays && matches!(frame, Some(Frame::Flee | Frame::Leave))
}

/// «sent troops from X to Y», «evacuated its people from X to Y»: the end that those who are sent make for, or the one
/// that they leave.
fn part_ends(scope: Scope<'_, '_>, within: Range<usize>, found: &mut Vec<Found>, draft: &mut Draft) {
    let leaves = matches!(draft.kind, EventKind::Withdrawal | EventKind::Displacement);
    if leaves && found.iter().any(|f| f.prep == Some(Prep::From)) {
        draft.destination = found.iter().find(|f| f.prep == Some(Prep::To)).map(|f| f.place);
        found.retain(|f| f.prep != Some(Prep::To));
    } else if scope.items[within].iter().any(|i| i.is_cue(Cue::Prep(Prep::To))) {
        found.retain(|f| f.prep != Some(Prep::From)); // where the troops come from
    } else if draft.kind == EventKind::Deployment
        && !draft.is_noun
        && found.iter().all(|f| f.prep == Some(Prep::From))
    {
        draft.points_back |= !found.is_empty(); // «sent reinforcements from X»: to where the story plays
        found.clear();
    }
}

/// Is all that was found taken: both ends of «from X to Y», the land and where it ends in «in X up to Y»?
fn takes_both(scope: Scope<'_, '_>, within: Range<usize>, found: &[Found], draft: &mut Draft) -> bool {
    if let [Found { prep: Some(Prep::From), .. }, .., Found { prep: Some(Prep::To), .. }] = found
        && (draft.has_vague_place || draft.points_back)
        && !draft.is_on_road
    {
        draft.points_back = false;
        return true;
    }
    let up_to = |f: &Found| {
        let from = scope.reading.places[f.place].tokens.start;
        scope.items[within.clone()].windows(2).any(|w| w[0].is_cue(Cue::Then) && w[1].from == from)
    };
    draft.has_vague_place && matches!(found, [Found { prep: Some(Prep::At), .. }, next, ..] if up_to(next))
}

/// The places told before the trigger, in the clause behind, as a topic or before a colon; the first that there are.
fn places_around(scope: Scope<'_, '_>, item: usize, frame: Frame) -> Vec<usize> {
    let mut out = what_became(scope, item);
    if !out.is_empty() {
        return out;
    }
    // «taken to X after the clashes that broke out near Y»: the clause right behind the noun says where.
    let which = scope.clauses.get(scope.c + 1).filter(|n| n.opener == Opener::Relative);
    if which.is_some_and(|n| n.items.start == item + 1) {
        out = places_in_next_clause(scope, frame);
    }
    if out.is_empty() {
        out = free_places_before(scope, item);
    }
    if out.is_empty() {
        out = places_of_resumed(scope);
    }
    // «in (the land of) X 30 were killed in an ambush that Y laid near Z»: Z lies in X.
    let area = |p: &usize| scope.reading.places[*p].kind.is_area();
    let relative = scope.clauses.get(scope.c + 1).is_some_and(|n| {
        let first = &scope.items[n.items.start];
        n.opener == Opener::Relative || first.has_pronoun && !first.is_joined()
    });
    if out.is_empty() || relative && out.iter().all(area) {
        let next = places_in_next_clause(scope, frame);
        if out.is_empty() || !next.is_empty() && !next.iter().any(area) {
            out = next;
        }
    }
    if out.is_empty() {
        // «Governorate of X: Y took Z after clashes», «in the governorate of X, Y took Z after clashes»: the clashes were
        // at Z, and the label only says where that is.
        let told = |n: &Item| matches!(n.what, What::Place(_));
        let label = scope.clause().items.start;
        let named = || scope.items[label.min(item)..item].iter().any(told);
        out = topic_places(scope);
        if out.is_empty() {
            out.extend(place_before_stop(scope));
        }
        if out.iter().all(area) && named() {
            out.clear();
        }
    }
    out
}

/// «X: shelling by Y», «X in the countryside of Z.. shelling»: the place that stands alone before a colon or dots.
fn place_before_stop(scope: Scope<'_, '_>) -> Option<usize> {
    let clause = scope.clause();
    let stop = |i: &Item| matches!(i.what, What::Stop | What::Quote);
    if clause.opener != Opener::Start || !stop(scope.items.get(clause.items.start)?) {
        return None;
    }
    let before = &scope.items[..clause.items.start];
    let only =
        |i: &Item| stop(i) || matches!(i.what, What::Place(_) | What::Comma) || i.is_cue(Cue::Prep(Prep::At));
    before.iter().all(only).then_some(())?;
    before.iter().find_map(|i| match i.what {
        What::Place(p) => Some(p),
        _ => None,
    })
}

/// «the road that links X and Y»: are the places found in `items` no more than the ends of a road?
fn is_on_road(scope: Scope<'_, '_>, items: std::ops::Range<usize>, found: &[Found]) -> bool {
    let Some(first) = found.first().filter(|f| matches!(f.prep, Some(Prep::From | Prep::Between))) else {
        return false;
    };
    let before = |i: &usize| scope.items[*i].what != What::Place(first.place);
    items
        .take_while(before)
        .any(|i| scope.items[i].what == What::Word && is_road_word(scope, &scope.items[i]))
}

/// The places of a leaving: whence, and whither.
fn left_places(scope: Scope<'_, '_>, item: usize, found: &[Found], draft: &mut Draft) {
    let to = found.iter().find(|f| f.prep == Some(Prep::To)).map(|f| f.place);
    let from = left_list(scope.reading, found, draft);
    draft.destination = to;
    name_remnants(scope, item, draft);
    match from {
        Some(list) => draft.places.extend(found.iter().filter(|f| f.list == list).map(|f| f.place)),
        // «as for the fighters in X, they left for Y»: both ends are named.
        None if to.is_some() && !topic_places(scope).is_empty() => {
            draft.places.extend(topic_places(scope));
        }
        // «of those in X some left for Y».
        None if to.is_some() && at_before(scope, item).is_some() => {
            draft.places.extend(at_before(scope, item));
        }
        // «drove thousands of people to flee to Y»: from where, the cause tells.
        None if to.is_some() && of_civilians(scope.reading, draft) => {}
        None if to.is_some() && leaves_told(scope, item, draft) => draft.points_back = true,
        None if to.is_some() && !draft.points_back => {
            draft.kind = EventKind::Deployment;
            draft.why.push("only where to is named: a deployment there".into());
            draft.places.extend(draft.destination.take());
        }
        // «the towns of X and Y were emptied of fighters».
        None if draft.names_thing && !free_places_before(scope, item).is_empty() => {
            draft.places.extend(free_places_before(scope, item));
        }
        None if draft.names_thing && !topic_places(scope).is_empty() => {
            draft.places.extend(topic_places(scope));
        }
        None if !draft.points_back && !draft.has_vague_place => {
            draft.places.extend(place_in_clause_before(scope).or_else(|| place_before_stop(scope)));
            draft.points_back = draft.places.is_empty() && leaves_told(scope, item, draft);
        }
        None => {}
    }
}

/// «the advance coincided with an agreement in X», «the advance, after a meeting in X»: where the words that
/// a definite noun of taking or entering governs end.
fn own_window(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> usize {
    let end = scope.window_end(item);
    let named = draft.is_noun && draft.is_definite && matches!(draft.frame, Frame::Take | Frame::Enter);
    let leaves = |i: &usize| {
        let it = &scope.items[*i];
        it.is_cue(Cue::Prep(Prep::With)) || it.is_cue(Cue::Prep(Prep::About)) || it.is_cue(Cue::After)
    };
    // «entered X, hours after Y»: what the hours are counted from has places of its own.
    let place = (item + 1..end).find(|&i| matches!(scope.items[i].what, What::Place(_))).unwrap_or(end);
    let counted = (place..end).find(|&i| is_counted_from(scope.reading, &scope.items[i]));
    let end = counted.unwrap_or(end);
    // «a raid that X laid to Y»: Y is no scene.
    let hits = matches!(draft.frame, Frame::Strike | Frame::Fight);
    let end = (item + 1..end).find(|&i| hits && is_laid(scope, i)).unwrap_or(end);
    (item + 1..end).find(|i| named && leaves(i)).unwrap_or(end)
}

/// Is it a span of time that ends with «from»: «hours after»?
pub(in crate::events) fn is_counted_from(reading: &Reading<'_>, item: &Item) -> bool {
    const FROM: &str = "\u{645}\u{646}";
    let spans = matches!(item.what, What::Date(_)) && item.to > item.from + 1;
    spans && reading.text.fold_at(item.to - 1) == FROM
}

/// «as for X and Y, the army repelled …»: the places that stand before the clause as its topic.
pub(super) fn topic_places(scope: Scope<'_, '_>) -> Vec<usize> {
    let before = scope.c.checked_sub(1).map(|c| &scope.clauses[c]);
    // «in X, the spokesman denied the entry of Y»: where he speaks.
    let denies = scope.clause().speech() == Some(Speech::Deny);
    let Some(topic) =
        before.filter(|b| b.finite.is_none() && scope.clause().opener == Opener::Joined && !denies)
    else {
        return Vec::new();
    };
    let items = &scope.items[topic.items.clone()];
    let at = items.iter().position(|i| matches!(i.what, What::Place(_)));
    let lies_in = |at: usize| {
        items[at].proclitic() == Some(Prep::At)
            || at.checked_sub(1).is_some_and(|j| items[j].is_cue(Cue::Prep(Prep::At)))
    };
    let tells = items.iter().any(|i| i.noun_trigger().is_some());
    // «as for X».
    let opens = |at: usize| at == 1 && scope.reading.text.fold_at(items[0].from) == AS_FOR;
    let Some(at) = at.filter(|&at| (lies_in(at) || opens(at)) && !tells) else { return Vec::new() };
    let mut out = Vec::new();
    for (n, item) in items[at..].iter().enumerate() {
        match item.what {
            What::Place(p) if n == 0 || item.is_joined() => out.push(p),
            What::Comma | What::Quote | What::Place(_) => {}
            _ => break,
        }
    }
    out
}

/// «the defences in X broke down and the army withdrew»: where the clause before, which tells no event of its
/// own, says that it happened.
fn place_in_clause_before(scope: Scope<'_, '_>) -> Option<usize> {
    let before = scope.c.checked_sub(1).map(|c| &scope.clauses[c])?;
    let joined = scope.clause().opener == Opener::Joined && before.speech().is_none();
    let items = &scope.items[before.items.clone()];
    let tells = items.iter().any(|i| i.noun_trigger().is_some() || i.verb_trigger().is_some());
    let at = items.iter().position(|i| matches!(i.what, What::Place(_))).filter(|_| joined && !tells)?;
    let in_it = at.checked_sub(1).is_some_and(|j| items[j].is_cue(Cue::Prep(Prep::At)));
    match items[at].what {
        What::Place(p) if in_it => Some(p),
        _ => None,
    }
}

/// The first place of the clause right after, with those joined to it, when that clause tells no event of its own.
fn places_in_next_clause(scope: Scope<'_, '_>, frame: Frame) -> Vec<usize> {
    let Some(next) = scope.clauses.get(scope.c + 1) else { return Vec::new() };
    let items = &scope.items[next.items.clone()];
    let silent = next.speech().is_none() || is_claimed_behind(scope, items);
    let continues = matches!(next.opener, Opener::Relative | Opener::Joined) && silent;
    // «the shelling that hit X».
    let verb = next.finite.filter(|_| spreads(scope.reading, scope.items, next));
    // «fought those who had entered X».
    let entered = next.finite.filter(|f| {
        let enters = f.trigger.is_some_and(|t| scope.trigger(t).frame == Frame::Enter);
        // «a campaign of arrests that hit X».
        let hits = f.trigger.is_some_and(|t| scope.trigger(t).frame == Frame::Strike);
        let bare = !scope.items[next.items.start].is_joined();
        next.opener == Opener::Relative && frame == Frame::Fight && enters
            || bare && frame == Frame::Hold && hits
    });
    let verb = verb.or(entered).map(|f| scope.items[f.item].from);
    let told = |i: usize| matches!(scope.items[i].what, What::Place(_)) && !is_origin(scope, i, frame);
    let first = next.items.clone().position(told).unwrap_or(items.len());
    // «bombed, whom Y leads, X, which killed ten»: what follows the place is another matter.
    // «repelled an attack that X launched on Y and forced them to retreat»: so is what «and» brings.
    let joined = |i: &Item| i.is_joined() && matches!(i.what, What::Word | What::Known);
    let until = match frame {
        Frame::Strike | Frame::Take | Frame::Enter => first,
        Frame::Repel => items[first..].iter().position(joined).map_or(items.len(), |n| first + n),
        _ => items.len(),
    };
    // «attacks that led to the death of ten in X».
    let leads = next.finite.is_some_and(|f| f.cue == Some(Cue::Result));
    let dies = |i: &Item| leads && i.noun_trigger().is_some_and(|t| scope.trigger(t).frame == Frame::Harm);
    let acts = |i: &Item| i.noun_trigger().is_some() || i.verb_trigger().is_some();
    // «fighting that broke out in order to take X», «fighting that led to the capture of X».
    let meant = |n: usize| {
        let plans = |i: &Item| i.is_cue(Cue::Plan) && i.verb_cue().is_none();
        let aim = |m: usize| plans(&items[m]) || items[n].affixes.has(Affixes::LI);
        frame == Frame::Fight
            && (leads || n.checked_sub(1).is_some_and(aim))
            && items[n]
                .noun_trigger()
                .is_some_and(|t| matches!(scope.trigger(t).frame, Frame::Take | Frame::Enter))
    };
    // «drove off drones that tried to hit X».
    let repelled = |i: &Item| {
        frame == Frame::Repel && i.noun_trigger().is_some_and(|t| scope.trigger(t).frame == Frame::Strike)
    };
    let told = |n: usize, i: &Item| acts(i) && !dies(i) && Some(i.from) != verb && !meant(n) && !repelled(i);
    let tells = items[..until].iter().enumerate().any(|(n, i)| told(n, i));
    // «…, according to a source in X».
    let mut own = items[..first].iter().rev().take_while(|i| i.what != What::Comma);
    // «ten were killed, and the wounded were taken to hospitals in X».
    let befalls = matches!(frame, Frame::Harm | Frame::Strike | Frame::Fight);
    let carried = befalls && !leads && items[..first].iter().any(|i| i.is_cue(Cue::Prep(Prep::To)));
    if !continues || tells || carried || own.any(|i| i.is_cue(Cue::According)) {
        return Vec::new();
    }
    let place = |i: &Item| match i.what {
        What::Place(p) => Some(p),
        _ => None,
    };
    if first == items.len() {
        return Vec::new();
    }
    // «an ambush that X laid on the road from A to B, near Y».
    let road = |i: &Item| place(i).is_some_and(|p| scope.reading.places[p].is_road);
    let beside = |n: &usize| {
        let at = items[n - 1].is_cue(Cue::Prep(Prep::At));
        at && place(&items[*n]).is_some() && !road(&items[*n]) && !items[first..*n].iter().any(acts)
    };
    let off = (first + 1..items.len()).find(|n| road(&items[first]) && beside(n));
    let first = off.unwrap_or(first);
    let joined = items[first + 1..].iter().take_while(|i| i.affixes.has(Affixes::WA)).map_while(place);
    place(&items[first]).into_iter().chain(joined).collect()
}

/// «an attack that X has claimed on Y», without «and»: does the clause behind the noun only say who did it?
fn is_claimed_behind(scope: Scope<'_, '_>, items: &[Item]) -> bool {
    const REACH: usize = 4;
    let claims = &scope.reading.knowledge.triggers.lists.claims;
    let bare = items.first().is_some_and(|i| !i.is_joined());
    bare && items.iter().take(REACH).any(|i| claims.longest_at(&scope.reading.text, i.from).is_some())
}

/// Which preposition fits a frame best; low is good.
pub(in crate::events) fn rank(frame: Frame, prep: Option<Prep>) -> u8 {
    let order: &[Option<Prep>] = match frame {
        Frame::Take | Frame::Strike | Frame::Lose => {
            &[Some(Prep::On), None, Some(Prep::At), Some(Prep::To), Some(Prep::From)]
        }
        Frame::Enter => &[None, Some(Prep::To), Some(Prep::On), Some(Prep::At), Some(Prep::From)],
        Frame::Move | Frame::Send | Frame::Reach => &[Some(Prep::To), Some(Prep::At), None, Some(Prep::On)],
        Frame::Deal => &[Some(Prep::At), None],
        Frame::Flee => &[Some(Prep::From), Some(Prep::At), None, Some(Prep::To)],
        _ => &[Some(Prep::At), None, Some(Prep::On), Some(Prep::To)],
    };
    order.iter().position(|&p| p == prep).map_or(9, |p| p as u8)
}
