//! Offices: who gives them, who gets or loses them; and men who give themselves up.

use super::draft::{Draft, Scope};
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::events::{EventKind, Modality};
use crate::knowledge::status::Cue;
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;

/// «X was chosen as head of Y», «the president dismissed the governor X»: whoever stands right before the title, or behind
/// whoever is named by his office alone, is the one who gets or loses it.
pub(super) fn appoint(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    const TANWIN: char = '\u{627}';
    const WORDS: usize = 3;
    if draft.frame != Frame::Appoint || draft.kind != EventKind::Leadership || draft.is_noun {
        return;
    }
    let Some(&first) = draft.initiators.first() else { return };
    let reading = scope.reading;
    let tokens = &reading.actors[first].tokens;
    let Some(at) = (item + 1..scope.clause().items.end).find(|&i| scope.items[i].from == tokens.start) else {
        return;
    };
    let person = reading.actors[first].class == ActorClass::Person;
    let title = scope.items.get(at + 1).is_some_and(|n| {
        let word = reading.text.fold_at(n.from);
        n.what == What::Word && word.ends_with(TANWIN) && !reading.text.is_definite(n.from)
    });
    // «relieved his deputy X of his post».
    let own = at == item + 1
        && person
        && reading.text.readings_at(tokens.start).iter().any(|r| r.affixes.has(Affixes::PRONOUN))
        && !reading.text.is_definite(tokens.start);
    let appoints =
        |at: usize| reading.knowledge.triggers.lists.appointers.longest_at(&reading.text, at).is_some();
    let by_head = appoints(tokens.start);
    let given = person && !by_head && draft.names_thing && at == item + 1 && title || own;
    let between = &scope.items[item + 1..at];
    let superior = between.first().is_some_and(|n| reading.text.is_definite(n.from) && appoints(n.from));
    let by_other = between.iter().all(|i| i.what == What::Word)
        && (between.len() >= WORDS && reading.text.is_definite(between[0].from) || superior);
    if given {
        draft.targets.clear();
    }
    if given || by_other {
        let held = std::mem::take(&mut draft.initiators);
        draft.targets.extend(held);
    }
}

/// «dismissed the governor of X»: told of a local office without another place, it happens at that place.
pub(in crate::events) fn seat_of_office(reading: &Reading<'_>, draft: &mut Draft) {
    let appoints = draft.frame == Frame::Appoint && draft.kind == EventKind::Leadership;
    if !appoints || !draft.places.is_empty() {
        return;
    }
    let words = &reading.knowledge.actors.words;
    let seat = draft.targets.iter().chain(&draft.initiators).find_map(|&a| {
        let tokens = &reading.actors[a].tokens;
        let office = words.longest_at(&reading.text, tokens.start)?;
        office.value.particle.filter(|p| p.local)?;
        let first = reading.places.partition_point(|p| p.tokens.start <= tokens.start);
        let place = reading.places.get(first)?;
        (place.tokens.end <= tokens.end && place.place.is_some()).then_some(first)
    });
    if let Some(seat) = seat {
        draft.places.push(seat);
        draft.why.push("the place of the office".into());
    }
}

/// «issued a decree appointing X»: the appointment is told, by whoever issued it.
pub(in crate::events) fn join_decrees(out: &mut Vec<Draft>) {
    const BY_IT: usize = 8;
    for i in (1..out.len()).rev() {
        let (order, office) = (&out[i - 1], &out[i]);
        let decrees = order.kind == EventKind::Statement && order.frame == Frame::Appoint && !order.is_noun;
        let gives = office.kind == EventKind::Leadership && office.frame == Frame::Appoint;
        // «issued a decree by which he appointed X».
        let by_it = !office.is_noun
            && order.trigger.1 + BY_IT >= office.trigger.0
            && office.clause == order.clause + 1;
        // «gave X a week to dismiss Y»: nobody has lost an office yet.
        let done = office.stance.modality != Modality::Planned;
        if decrees && gives && done && (office.is_noun && order.clause == office.clause || by_it) {
            let order = out.remove(i - 1);
            let office = &mut out[i - 1];
            if by_it {
                let held = std::mem::take(&mut office.initiators);
                office.targets.extend(held);
            }
            office.targets.retain(|a| !order.initiators.contains(a));
            office.initiators = order.initiators;
            office.is_carried = true;
            office.date = office.date.or(order.date);
            office.stance = order.stance;
            office.quote.0 = office.quote.0.min(order.quote.0);
        }
    }
}

/// «a body that X had formed entered Y»: the words behind a noun only say whose work it is.
pub(in crate::events) fn is_origin(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> bool {
    let forms = draft.frame == Frame::Appoint && draft.kind == EventKind::Leadership && !draft.is_noun;
    let named = |n: &Item| matches!(n.what, What::Word | What::Actor(_)) || n.is_cue(Cue::Relative);
    let of_noun = item.checked_sub(1).is_some_and(|j| named(&scope.items[j]));
    let it = &scope.items[item];
    forms && it.has_pronoun && !it.is_joined() && of_noun && draft.date.is_none()
}

/// «men of X gave themselves up to Y»: those who do are held, and Y holds them.
pub(super) fn surrender(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    const REACH: usize = 8;
    let lists = &scope.reading.knowledge.triggers.lists;
    // «men of X surrendered to Y»: told of men, and not of a town.
    let yields = lists.surrenders.longest_at(&scope.reading.text, scope.items[item].from).is_some();
    draft.names_thing |= yields;
    let gives = draft.frame == Frame::Hold && draft.names_thing && !draft.is_noun;
    let selves = &lists.selves;
    let mut behind = scope.items[item + 1..scope.clause().items.end].iter().take(REACH);
    // «handed the ports over to itself»: not itself.
    let themselves =
        |i: &Item| i.proclitic().is_none() && selves.longest_at(&scope.reading.text, i.from).is_some();
    if !(yields || gives && behind.any(themselves)) {
        return;
    }
    let clause = &scope.items[scope.clause().items.clone()];
    let to = |a: usize| clause.iter().any(|i| i.what == What::Actor(a) && i.affixes.has(Affixes::LI));
    let named = draft.initiators.drain(..).chain(draft.targets.drain(..)).collect::<Vec<_>>();
    (draft.initiators, draft.targets) = named.into_iter().partition(|&a| to(a));
}

/// «after a military coup in X», «following the dismissal of X»: a change of who commands, told by its noun.
pub(super) fn is_change(draft: &Draft) -> bool {
    let governs = draft.frame == Frame::Appoint && draft.kind == EventKind::Leadership;
    draft.is_noun && (governs || draft.frame == Frame::Rout)
}
