//! Places named as some of those that an act means.

use crate::events::acts::draft::Draft;
use crate::events::clauses::clause::{Clause, Finite};
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::Reading;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;

/// «wide areas …, among them the cities of X and Y»: the places are those named after «among them».
pub(in crate::events) fn include_places(
    reading: &Reading<'_>,
    items: &[Item],
    item: usize,
    draft: &mut Draft,
) {
    let unnamed = draft.places.is_empty() && (draft.has_vague_place || draft.is_partial);
    let area = lies_in_area(reading, items, item, draft);
    let acts = matches!(
        draft.frame,
        Frame::Take | Frame::Fall | Frame::Enter | Frame::Leave | Frame::Lose | Frame::Strike
    );
    if !(unnamed || area.is_some()) || !acts {
        return;
    }
    let includes = |i: &Item| {
        let particle = reading.knowledge.actors.words.longest_at(&reading.text, i.from);
        let inner = i.is_cue(Cue::Within) || i.is_cue(Cue::Prep(Prep::Between));
        let words = &reading.knowledge.place_words.words;
        let introduces = words.longest_at(&reading.text, i.from).is_some_and(|m| m.value.introduces);
        let including = particle.is_some_and(|m| m.value.particle.is_some_and(|p| p.including));
        (inner && i.has_pronoun) || including || introduces && i.what == What::Word
    };
    let from = area.unwrap_or(item);
    let Some(at) = (from + 1..items.len()).find(|&i| includes(&items[i])) else { return };
    // «11 villages in the countryside of X, which are A and B»: nothing but the list stands behind the area.
    let namely = |i: &Item| matches!(i.what, What::Comma | What::Quote | What::Word | What::Place(_));
    if area.is_some() && !(items[from + 1..at].iter().all(namely) && at <= from + 3) {
        return;
    }
    let container = draft.places.first().copied().filter(|_| area.is_some());
    let mut place = None;
    for (gap, it) in items[at + 1..].iter().enumerate() {
        match it.what {
            What::Place(_) if place.is_none() && gap > 2 => return,
            What::Place(p) if !reading.places[p].is_qualifier => {
                if place.is_none() && area.is_some() {
                    draft.places.clear();
                    (draft.container, draft.is_partial) = (container, false);
                }
                draft.places.push(p);
                place = Some(p);
            }
            What::Place(_) | What::Comma | What::Quote => {}
            _ if place.is_some() => break,
            _ => {}
        }
    }
    if place.is_some() {
        draft.why.push("places named as some of those meant".into());
    }
}

/// «among the places that the raids hit are A, B and C»: the verb's object is the noun before its clause, and a list of
/// what is meant follows.
pub(in crate::events) fn list_objects(
    reading: &Reading<'_>,
    items: &[Item],
    clause: &Clause,
    draft: &mut Draft,
) {
    let start = clause.items.start;
    // «the towns that were freed are A and B»: the noun that the verb only carries.
    let noun = |f: Finite| {
        let next = items.get(f.item + 1).filter(|n| n.from == draft.trigger.0 && n.has_pronoun);
        (f.cue == Some(Cue::PassiveLight) && next.is_some()).then_some(f.item + 1)
    };
    let own = |f: Finite| (items[f.item].from == draft.trigger.0).then_some(f.item);
    let Some(verb) = clause.finite.and_then(|f| own(f).or_else(|| noun(f))) else { return };
    let meant = start.checked_sub(1).is_some_and(|j| items[j].is_cue(Cue::VaguePlace));
    let points = draft.has_object
        || draft.is_noun
        || items[verb..clause.items.end].iter().any(|i| i.has_pronoun && i.prep().is_some());
    if !(draft.places.is_empty() || draft.points_back) || !(meant && points && draft.is_relative) {
        return;
    }
    let Some(first) = (verb + 1..items.len()).find(|&i| matches!(items[i].what, What::Place(_))) else {
        return;
    };
    let plain = |i: &Item| {
        matches!(i.what, What::Word | What::Actor(_) | What::Date(_) | What::Comma | What::Stop)
            || i.noun_trigger().is_some() && i.proclitic().is_none()
            || i.has_pronoun && i.prep().is_some()
            || i.is_cue(Cue::Prep(Prep::From))
    };
    if items[first].prep().is_some() || !items[verb + 1..first].iter().all(plain) {
        return;
    }
    draft.places.clear();
    for item in &items[first..] {
        match item.what {
            What::Place(p) if !reading.places[p].is_qualifier => draft.places.push(p),
            What::Place(_) | What::Comma | What::Quote => {}
            _ => break,
        }
    }
    draft.points_back = false;
    draft.why.push("the list behind it names what is meant".into());
}

/// «took 11 villages in the countryside of X»: the item of X, when the act names nothing else.
fn lies_in_area(reading: &Reading<'_>, items: &[Item], item: usize, draft: &Draft) -> Option<usize> {
    let [area] = draft.places[..] else { return None };
    let tokens = &reading.places[area].tokens;
    let at = items.iter().position(|i| i.from == tokens.start && i.what == What::Place(area))?;
    let behind = at.checked_sub(1).is_some_and(|j| items[j].is_cue(Cue::Prep(Prep::At)));
    let lies_in = behind || items[at].proclitic() == Some(Prep::At);
    // «took three districts west of X, which are A and B».
    let words = &reading.knowledge.place_words.words;
    let many =
        words.longest_at(&reading.text, tokens.start).and_then(|m| m.value.cue).is_some_and(|c| c.many);
    let beside = (draft.has_vague_place || many) && reading.places[area].is_part && !lies_in;
    (at > item && (lies_in && reading.places[area].kind.is_area() || beside)).then_some(at)
}
