//! «five were killed when planes hit a market»: the killing is what the act in the clause behind it did.

use super::clause::{Clause, Opener};
use super::draft::Draft;
use super::item::Item;
use crate::knowledge::status::Cue;
use crate::knowledge::triggers::Frame;

/// Joins a killing by nobody named with the attack that the clause of «when» behind it tells.
pub(super) fn join_killed_when(items: &[Item], clauses: &[Clause], out: &mut Vec<Draft>) {
    for i in (1..out.len()).rev() {
        let (harm, act) = (&out[i - 1], &out[i]);
        let suffers = harm.frame == Frame::Harm && !harm.is_noun && harm.initiators.is_empty();
        let attacks = matches!(act.frame, Frame::Strike | Frame::Fight) && act.stance == harm.stance;
        if !suffers || !attacks || act.clause != harm.clause + 1 {
            continue;
        }
        let clause = &clauses[act.clause];
        let when = clause.opener == Opener::Subordinate && items[clause.items.start].is_cue(Cue::When);
        let here = act.places.is_empty() || harm.places.is_empty() || act.places == harm.places;
        if !when || !here {
            continue;
        }
        let harm = out.remove(i - 1);
        let act = &mut out[i - 1];
        if act.places.is_empty() && !act.points_back {
            act.places = harm.places;
        }
        let more =
            harm.targets.into_iter().filter(|t| !act.initiators.contains(t) && !act.targets.contains(t));
        let more: Vec<usize> = more.collect();
        act.targets.extend(more);
        act.date = act.date.or(harm.date);
        act.is_carried = true;
        act.is_dependent = false;
        act.quote = (act.quote.0.min(harm.quote.0), act.quote.1.max(harm.quote.1));
    }
}
