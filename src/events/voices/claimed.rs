//! «…, and X has claimed the attack»: who did what was told before.

use crate::events::acts::draft::Draft;
use crate::events::acts::spot::Noun;
use crate::events::clauses::clause::Clause;
use crate::events::clauses::item::Item;
use crate::events::mentions::reading::Reading;
use crate::knowledge::status::{Cue, Speech};
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;

/// Whoever claims an act told before in the sentence did it; the claim is no act of its own.
pub(in crate::events) fn own_up(
    reading: &Reading<'_>,
    items: &[Item],
    clauses: &[Clause],
    out: &mut Vec<Draft>,
) {
    for (c, clause) in clauses.iter().enumerate().skip(1) {
        if clause.speech() != Some(Speech::Announce)
            || clause.subject.is_empty()
            || clause.subject_from.is_some()
        {
            continue;
        }
        let own = &items[clause.items.clone()];
        let claims = |i: &Item| reading.knowledge.triggers.claims.longest_at(&reading.text, i.from).is_some();
        if !own.iter().any(claims) || own.iter().any(|i| i.is_cue(Cue::Negation)) {
            continue;
        }
        let start = items[clause.items.start].from;
        let acts = |d: &&mut Draft| {
            let attack = matches!(d.frame, Frame::Strike | Frame::Fight | Frame::Harm);
            attack && d.trigger.0 < start && d.initiators.is_empty()
        };
        let Some(act) = out.iter_mut().rev().find(acts) else { continue };
        act.initiators.extend(clause.subject.iter().copied());
        act.targets.retain(|a| !clause.subject.contains(a));
        act.why.push("claimed behind it".into());
        // The claim is told with the act, and is no statement of its own.
        act.stance.content_of = act.stance.content_of.or(Some(c));
        let placed = |d: &Draft| d.places.iter().any(|&p| reading.places[p].tokens.start > d.trigger.0);
        out.retain(|d| !(d.clause == c && d.is_noun && d.is_definite && d.tolls.is_empty() && !placed(d)));
    }
}

/// «no side has claimed the attack»: the attack was told before, and nobody denies it.
pub(in crate::events) fn is_disowned(noun: Noun<'_, '_>) -> bool {
    let Noun { reading, items, clause, i, .. } = noun;
    let Some(verb) = clause.finite.filter(|f| f.item < i).map(|f| f.item) else { return false };
    let claims = reading.knowledge.triggers.claims.longest_at(&reading.text, items[verb].from).is_some();
    let negated = verb.checked_sub(1).is_some_and(|j| items[j].is_cue(Cue::Negation));
    claims && negated && items[i].affixes.has(Affixes::AL)
}
