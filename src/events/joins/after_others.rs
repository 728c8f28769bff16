//! «X is the fifth town to fall since October, after A, B and C»: those fell in the same time.

use smallvec::SmallVec;

use crate::events::acts::draft::Draft;
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::Reading;
use crate::knowledge::status::Cue;
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;

/// Adds the taking of the places that stand bare behind «after» to those of a fall that is counted since a day.
pub(in crate::events) fn add_fallen_before(reading: &Reading<'_>, items: &[Item], drafts: &mut Vec<Draft>) {
    let mut added: Vec<Draft> = Vec::new();
    for draft in drafts.iter() {
        let takes = matches!(draft.frame, Frame::Take | Frame::Fall) && !draft.is_noun;
        let since = draft.is_since || draft.date.is_some_and(|d| reading.dates[d].is_since);
        if !takes || !since || draft.places.is_empty() {
            continue;
        }
        let from = items.partition_point(|i| i.from < draft.trigger.1);
        let mut copy = draft.clone();
        copy.places = named_behind(reading, &items[from..]);
        let told = |p: &usize| drafts.iter().any(|d| d.places.contains(p));
        let (Some(&first), Some(&last)) = (copy.places.first(), copy.places.last()) else { continue };
        if copy.places.iter().any(told) {
            continue;
        }
        let (first, last) = (&reading.places[first].tokens, &reading.places[last].tokens);
        copy.trigger = (first.start, first.end);
        copy.quote = (first.start, last.end);
        copy.is_partial = false;
        copy.tolls.clear();
        copy.why.push("the list goes on without the verb".into());
        added.push(copy);
    }
    drafts.append(&mut added);
}

/// The places of the list right behind «after», before any other act.
fn named_behind(reading: &Reading<'_>, items: &[Item]) -> SmallVec<[usize; 2]> {
    let site = |i: &Item| match i.what {
        What::Place(p) if !reading.places[p].kind.is_area() && !reading.places[p].is_qualifier => Some(p),
        _ => None,
    };
    // «fell into the hands of Y».
    let held = |i: &Item| {
        i.noun_trigger().is_some_and(|t| reading.knowledge.triggers.all[usize::from(t.trigger)].needs_became)
    };
    let noun = |i: &Item| i.noun_trigger().is_some() && !held(i);
    let acts = |i: &Item| i.verb_trigger().is_some() || noun(i) || i.verb_cue().is_some();
    let own = items.iter().position(acts).unwrap_or(items.len());
    let after = items[..own].iter().position(|i| i.is_cue(Cue::After) && i.affixes.is_empty());
    let behind = after.map_or(&[][..], |at| &items[at + 1..own]);
    let first = behind.first().filter(|i| i.affixes.is_empty()).and_then(site);
    let more = behind.iter().skip(1).take_while(|i| i.affixes == Affixes::WA).map_while(site);
    first.into_iter().chain(more.take(behind.len() * usize::from(first.is_some()))).collect()
}
