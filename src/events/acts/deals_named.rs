//! Deals told beside what they led to: «a truce that X brokered brought calm», «after the gunmen bowed to an agreement», «the
//! agreement of X, signed in July».

use super::draft::{Draft, Scope};
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::Reading;
use crate::knowledge::status::Cue;
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;
use crate::text::inflect::Tense;

/// «a truce that X brokered»: a verb of making in the perfect right behind the noun at item `i`, with a pronoun of it.
pub(in crate::events) fn is_brokered(items: &[Item], i: usize) -> bool {
    const ADJECTIVES: usize = 2;
    let rest = items.get(i + 1..).unwrap_or_default();
    let skipped = rest.iter().take(ADJECTIVES).take_while(|n| n.what == What::Word).count();
    let Some(verb) = rest.get(skipped) else { return false };
    let makes = verb.verb_cue().is_some_and(|(cue, v)| cue == Cue::Light && v.tense == Tense::Perfect);
    let next = rest.get(skipped + 1);
    let of_it =
        verb.has_pronoun || next.is_some_and(|n| n.is_cue(Cue::There) || n.has_pronoun && n.prep().is_some());
    makes && !verb.is_joined() && of_it && !items[i].affixes.has(Affixes::AL)
}

/// «after the gunmen bowed to an agreement»: a noun of accepting, and behind it those who did, told as done.
pub(super) fn is_accepted(scope: Scope<'_, '_>, item: usize) -> bool {
    const REACH: usize = 7;
    let (items, lists) = (scope.items, &scope.reading.knowledge.triggers.lists);
    let own = items[item].affixes.has_any(Affixes::LI.with(Affixes::BI));
    let last = item.checked_sub(1).filter(|&j| !own && items[j].prep().is_some());
    let Some(to) = last.or(own.then_some(item)) else { return false };
    let accepts = |j: usize| lists.accepts.longest_at(&scope.reading.text, items[j].from).is_some();
    let Some(at) = (to.saturating_sub(REACH)..to).rev().find(|&j| accepts(j)) else { return false };
    let done = at.checked_sub(1).is_some_and(|j| items[j].is_cue(Cue::After));
    let doer = |i: &Item| {
        matches!(i.what, What::Actor(_) | What::Word | What::Place(_) | What::Known)
            && i.verb_trigger().is_none()
    };
    done && items[at + 1..to].iter().all(doer)
}

/// «entered X after the gunmen bowed to an agreement»: the place that the clause tells before.
pub(super) fn place_entered(scope: Scope<'_, '_>, item: usize) -> Option<usize> {
    let start = scope.clause().items.start.min(item);
    let mut places = scope.items[start..item].iter().rev().filter_map(|i| match i.what {
        What::Place(p) => Some((p, i.is_joined())),
        _ => None,
    });
    // «the towns of X and Y»: the first of them stands for both.
    let (last, joined) = places.next()?;
    let first = joined.then(|| places.next()).flatten();
    Some(first.map_or(last, |(p, _)| p))
}

/// «12 January: a truce comes into force»: the noun of a deed right behind the day that heads its line.
pub(super) fn heads_line(scope: Scope<'_, '_>, item: usize) -> bool {
    let items = scope.items;
    let deed = items[item].noun_trigger().is_some_and(|t| t.need.is_some());
    let [.., day, colon] = &items[..item] else { return false };
    let colon = colon.what == What::Stop && scope.reading.text.fold_at(colon.from) == ":";
    deed && colon && matches!(day.what, What::Date(_))
}

/// «the agreement of X, signed in July between Y and Z»: the deal was made then, and where its name says.
pub(super) fn sign_when_told(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) -> bool {
    const NAME: usize = 4;
    const DAY: usize = 3;
    let (items, reading) = (scope.items, scope.reading);
    let breaks = reading.knowledge.triggers.lists.breaches.longest_at(&reading.text, items[item].from);
    if !draft.is_noun && breaks.is_none() {
        return false;
    }
    let signed = |i: usize| items[i].what != What::Comma && is_signed(reading, &items[i]);
    let end = items.len().min(item + 1 + NAME);
    let Some(at) = (item + 1..end)
        .take_while(|&i| !matches!(items[i].what, What::Comma | What::Stop))
        .find(|&i| signed(i))
    else {
        return false;
    };
    let behind = || items[at + 1..].iter().take(DAY);
    let day = behind().find_map(|i| match i.what {
        What::Date(d) if reading.dates[d].range.is_some() => Some(d),
        _ => None,
    });
    let Some(day) = day else { return false };
    (draft.date, draft.is_named_by_day) = (Some(day), true);
    (draft.is_noun, draft.is_carried, draft.points_back) = (true, false, false);
    let place = |i: &Item| match i.what {
        What::Place(p) => Some(p),
        _ => None,
    };
    draft.places.clear();
    draft.places.extend(behind().find_map(place).or_else(|| items[item + 1..at].iter().find_map(place)));
    draft.why.push("signed on the day that is told with it".into());
    true
}

/// «a truce that X brokered in Y ended the fighting»: the fighting behind the broker is not where he sits, nor his.
pub(super) fn leave_broker(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    let deals = |i: usize| {
        let noun = scope.items[i].noun_trigger();
        noun.is_some_and(|t| scope.reading.frame_of(t) == Frame::Deal) && is_brokered(scope.items, i)
    };
    let verb = scope.clause().finite.filter(|f| f.item < item).map(|f| f.item);
    let brokered = verb.and_then(|v| v.checked_sub(1)).is_some_and(deals);
    if draft.frame != Frame::Fight || !draft.is_noun || !brokered {
        return;
    }
    let behind = scope.items[item].from;
    draft.places.retain(|p| scope.reading.places[*p].tokens.start > behind);
    draft.initiators.retain(|a| scope.reading.actors[*a].tokens.start > behind);
}

/// Is it a participle of making a deal, with the article?
fn is_signed(reading: &Reading<'_>, item: &Item) -> bool {
    let signed = &reading.knowledge.triggers.lists.signed;
    reading.text.is_definite(item.from) && signed.longest_at(&reading.text, item.from).is_some()
}
