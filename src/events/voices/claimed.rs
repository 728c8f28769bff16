//! «…, and X has claimed the attack»: who did what was told before.

use crate::events::acts::draft::Draft;
use crate::events::acts::spot::Noun;
use crate::events::clauses::clause::Clause;
use crate::events::clauses::item::Item;
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::events::{EventKind, Modality};
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
        let claims =
            |i: &Item| reading.knowledge.triggers.lists.claims.longest_at(&reading.text, i.from).is_some();
        if !own.iter().any(claims) || own.iter().any(|i| i.is_cue(Cue::Negation)) {
            continue;
        }
        let start = items[clause.items.start].from;
        let acts = |d: &&mut Draft| {
            let attack = matches!(d.frame, Frame::Strike | Frame::Fight | Frame::Harm);
            attack && d.trigger.0 < start && d.initiators.iter().all(|a| is_gunman(reading, *a))
        };
        let Some(act) = out.iter_mut().rev().find(acts) else { continue };
        act.initiators.clear();
        act.initiators.extend(clause.subject.iter().copied());
        act.targets.retain(|a| !clause.subject.contains(a));
        act.why.push("claimed behind it".into());
        act.is_claimed = true;
        // The claim is told with the act, and is no statement of its own.
        act.stance.content_of = act.stance.content_of.or(Some(c));
        let placed = |d: &Draft| d.places.iter().any(|&p| reading.places[p].tokens.start > d.trigger.0);
        out.retain(|d| !(d.clause == c && d.is_noun && d.is_definite && d.tolls.is_empty() && !placed(d)));
    }
}

/// «A car bomb killed ten. X has claimed the blast»: whoever claims an act of nobody, told sentences before, did it.
pub(in crate::events) fn own_up_to(reading: &Reading<'_>, found: &[Draft], before: &mut [Draft]) {
    const SENTENCES: usize = 6;
    const REACH: usize = 10;
    let announces = |at: usize| reading.says_cue(at, Cue::Speech(Speech::Announce));
    let claim = found.iter().find(|d| {
        let claims =
            |t: usize| reading.knowledge.triggers.lists.claims.longest_at(&reading.text, t).is_some();
        let armed = |a: &usize| {
            let hit = &reading.actors[*a];
            hit.class == ActorClass::Armed || hit.is_commander || hit.class == ActorClass::Person
        };
        let (from, end) = (d.trigger.0, reading.sentences[d.sentence].tokens.end);
        d.kind == EventKind::Statement
            && matches!(d.stance.modality, Modality::Asserted | Modality::Claimed)
            && d.initiators.iter().any(armed)
            // «X had claimed the attack on Y»: another attack, of which its own place is told.
            && (!d.stance.is_past || d.places.is_empty())
            && announces(from)
            && (from..end.min(from + REACH)).any(claims)
    });
    let Some(claim) = claim.filter(|c| c.date.is_none() || !before.is_empty()) else { return };
    let near = |d: &&mut Draft| claim.sentence > d.sentence && claim.sentence - d.sentence <= SENTENCES;
    let act = before.iter_mut().rev().take_while(near).find(|d| {
        let attack = matches!(d.kind, EventKind::Attack | EventKind::AirStrike | EventKind::Shelling);
        attack && !d.stance.is_past && d.denied.is_none()
    });
    if let Some(act) = act.filter(|d| d.initiators.iter().all(|a| is_gunman(reading, *a))) {
        act.initiators.clear();
        act.initiators.extend(claim.initiators.iter().copied());
        act.targets.retain(|a| !claim.initiators.contains(a));
        act.why.push("claimed behind it".into());
    }
}

/// «which four gunmen made»: a man of no side of his own.
fn is_gunman(reading: &Reading<'_>, actor: usize) -> bool {
    let hit = &reading.actors[actor];
    hit.is_common_noun && hit.class == ActorClass::Armed && hit.tokens.len() == 1
}

/// «no side has claimed the attack», «X has claimed the attack on Y»: the attack was told before.
pub(in crate::events) fn is_disowned(noun: Noun<'_, '_>) -> bool {
    const CLOSE: usize = 6;
    let Noun { reading, items, clause, i, .. } = noun;
    let Some(verb) = clause.finite.filter(|f| f.item < i).map(|f| f.item) else { return false };
    let claims =
        reading.knowledge.triggers.lists.claims.longest_at(&reading.text, items[verb].from).is_some();
    let negated = verb.checked_sub(1).is_some_and(|j| items[j].is_cue(Cue::Negation));
    // «claimed the attack on X»: the claim is what is told.
    let claimed = claims && items[i].affixes == Affixes::AL && i <= verb + CLOSE;
    claims && negated && items[i].affixes.has(Affixes::AL) || claimed && !counts_dead(items, clause)
}

/// «claimed the attack on X, which left ten dead»: does a relative clause behind the clause tell what came of it, so that the
/// attack is told with its claim?
fn counts_dead(items: &[Item], clause: &Clause) -> bool {
    const OPENS: usize = 3;
    let behind = items.get(clause.items.end.saturating_sub(1)..).unwrap_or_default();
    let relative = behind.iter().take(OPENS).position(|i| i.is_cue(Cue::Relative));
    relative.is_some_and(|r| behind.iter().skip(r + 1).take(OPENS).any(|i| i.is_cue(Cue::Result)))
}
