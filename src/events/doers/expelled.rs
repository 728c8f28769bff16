//! Who is driven out, and whom the driving out and the taking of a place tell of twice.

use crate::events::acts::draft::{Draft, Scope};
use crate::events::clauses::gender::fits_pronoun;
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::knowledge::status::Cue;
use crate::knowledge::triggers::Frame;

/// «after its entry into X and its expulsion from it»: the pronoun on a noun of driving out is whom it drives out.
pub(in crate::events) fn drive_out_him(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    let it = &scope.items[item];
    if !(it.has_pronoun && it.noun_trigger().is_some_and(|t| scope.trigger(t).expels)) {
        return;
    }
    draft.targets.extend(draft.initiators.drain(..));
    // «and drove them out of it the army»: written like the noun, it is the verb before its subject.
    let behind = scope.items[item + 1..scope.clause().items.end].first_chunk();
    if let Some([of_it, Item { what: What::Actor(a), affixes, .. }]) = behind
        && of_it.is_cue(Cue::ThereFrom)
        && affixes.is_empty()
    {
        draft.targets.retain(|t| t != a);
        draft.initiators.push(*a);
    }
}

/// «X entered it, before Y drove them out»: the pronoun on a verb of driving out is the side named last that is not Y.
pub(in crate::events) fn drive_out_them(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    let (reading, it) = (scope.reading, &scope.items[item]);
    let expels = it.verb_trigger().is_some_and(|(t, _)| scope.trigger(t).expels);
    if !(it.has_pronoun && expels && draft.targets.is_empty()) {
        return;
    }
    let side = |a: usize| reading.actors[a].faction;
    let ours =
        |a: &usize| draft.initiators.iter().any(|&i| i == *a || side(i).is_some() && side(i) == side(*a));
    let fights = |a: &usize| matches!(reading.actors[*a].class, ActorClass::Armed | ActorClass::State);
    let fits = |a: &usize| fights(a) && !ours(a) && fits_pronoun(reading, it.to - 1, *a);
    draft.targets.extend(scope.items[..item].iter().rev().filter_map(Item::actor).find(fits));
}

/// «took X after driving Y out of it»: one event, at the expense of Y.
pub(in crate::events) fn join_expulsions(reading: &Reading<'_>, drafts: &mut Vec<Draft>) {
    let expels = |d: &Draft| d.frame == Frame::Take && is_expulsion_at(reading, d.trigger.0);
    let mut i = 0;
    while i < drafts.len() {
        let same = |a: usize, b: usize| reading.places[a].place == reading.places[b].place;
        let told = expels(&drafts[i])
            .then(|| {
                let d = &drafts[i];
                drafts.iter().position(|e| {
                    let gains = matches!(e.frame, Frame::Take | Frame::Fall) && !expels(e);
                    let day = d.date.is_none() || d.date == e.date;
                    let doer = d.initiators.is_empty() || d.initiators == e.initiators;
                    let place = d.places.iter().all(|&p| e.places.iter().any(|&q| p == q || same(p, q)));
                    gains && day && doer && place && !d.places.is_empty()
                })
            })
            .flatten();
        let Some(j) = told else {
            i += 1;
            continue;
        };
        let targets = std::mem::take(&mut drafts[i].targets);
        if drafts[j].targets.is_empty() {
            let doers = drafts[j].initiators.clone();
            drafts[j].targets.extend(targets.into_iter().filter(|a| !doers.contains(a)));
        }
        drafts.remove(i);
    }
}

/// Does a word for driving somebody out stand at token `at`?
fn is_expulsion_at(reading: &Reading<'_>, at: usize) -> bool {
    let triggers = &reading.knowledge.triggers;
    let found = triggers.lexicon.longest_at(&reading.text, at);
    found.is_some_and(|m| m.value.iter().any(|f| triggers.all[usize::from(f.trigger)].expels))
}
