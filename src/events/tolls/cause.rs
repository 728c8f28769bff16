//! Which act a count of dead stems from.

use super::counted::{counts_anew, goes_on_to_cause, is_sum_of_strike};
use super::own_killing::is_murder_apart;
use super::since::{is_of_other_day, is_since_start};
use super::toll::TollHit;
use crate::events::EventKind;
use crate::events::acts::draft::Draft;
use crate::events::acts::told::holds;
use crate::events::days::told_when::is_told_when;
use crate::events::mentions::reading::Reading;
use crate::knowledge::status::Cue;
use crate::knowledge::triggers::Frame;
use crate::text::AND;

/// The act that caused toll `t`: one right after it in its clause («were killed when shells fell»), else
/// the last before it, else any.
pub(super) fn cause_of(
    reading: &Reading<'_>,
    drafts: &[Draft],
    tolls: &[TollHit],
    t: usize,
    sentence: usize,
) -> Option<usize> {
    const REACH: usize = 16;
    let toll = &tolls[t];
    let of_act = |d: &Draft| is_sum_of_strike(reading, d, toll);
    let from_start = is_since_start(reading, tolls, t, sentence);
    if toll.is_sum
        && !from_start
        && let Some(act) = drafts.iter().rposition(of_act)
    {
        return Some(act);
    }
    if toll.is_sum || from_start {
        return None;
    }
    let may = |d: &Draft| may_cause(reading, drafts, tolls, toll, d);
    let chained = |n: &&TollHit| n.from > toll.to + 3 || counts_anew(reading, toll, n);
    let next_toll = tolls[t + 1..].iter().find(chained).map_or(usize::MAX, |n| n.from);
    let after = drafts
        .iter()
        .position(|d| may(d) && d.trigger.0 >= toll.to && d.trigger.0 < next_toll.min(toll.to + REACH));
    let within = drafts.iter().position(|d| may(d) && d.trigger.0 > toll.from && d.trigger.1 <= toll.to);
    let before = drafts.iter().rposition(|d| may(d) && d.trigger.0 < toll.from);
    // «raids kill 20 in X, and Y shells Z»: with a subject of its own behind the count, the act is another.
    let own_subject = |d: &Draft| {
        let between = |a: &usize| {
            let tokens = &reading.actors[*a].tokens;
            tokens.start >= toll.to && tokens.end <= d.trigger.0
        };
        !d.is_noun && !d.is_relative && d.initiators.iter().any(between)
    };
    let after = after.filter(|&a| before.is_none() || !own_subject(&drafts[a]));
    let cause = if toll.is_result { before } else { within.or(after).or(before) };
    let cause = cause.or_else(|| drafts.iter().position(may).filter(|_| tolls.len() == 1));
    let harm = drafts.iter().find(|d| is_harm_of(d, toll));
    cause.filter(|&c| harm.is_none_or(|harm| goes_with(reading, drafts, toll, harm, &drafts[c])))
}

/// May the draft be what those of `toll` died by?
fn may_cause(reading: &Reading<'_>, drafts: &[Draft], tolls: &[TollHit], toll: &TollHit, d: &Draft) -> bool {
    // So near to an act stands a day of its own.
    const OWN: usize = 8;
    // «the offensive has left 400 dead»: an offensive as a whole is no act of one day and place.
    let named = d.is_definite || !d.initiators.is_empty();
    // «repelled an attack on X after fighting that left 14 dead»: where that was is told.
    let placed = |o: &Draft| o.trigger.0 < d.trigger.0 && !o.places.is_empty() && holds(reading, o);
    let elsewhere = !d.is_definite && drafts.iter().any(placed);
    let whole = d.kind == EventKind::Clash && d.is_noun && named && d.places.is_empty() && !elsewhere;
    let since = d.date.is_none_or(|i| {
        let date = &reading.dates[i];
        let far = date.tokens.start.abs_diff(d.trigger.0) > OWN;
        date.is_since || (far && d.is_definite && d.initiators.is_empty())
    });
    // «were killed in the fighting»: all of it, and no act of it.
    let is_dead = |t: &TollHit, a: usize| (t.from..t.to).contains(&reading.actors[a].tokens.start);
    let counted = |&a: &usize| tolls.iter().any(|t| is_dead(t, a));
    let all_of_it = whole && d.is_definite && d.initiators.iter().all(counted);
    if since && (whole && toll.is_result || all_of_it) {
        return false;
    }
    // «shot down the missiles, and that three were hurt in X»: not by that.
    let is_told_apart = toll
        .from
        .checked_sub(1)
        .is_some_and(|i| reading.text.fold_at(i).starts_with(AND) && reading.says_cue(i, Cue::That));
    let acts = holds(reading, d) || matches!(d.frame, Frame::Fight | Frame::Strike);
    let apart = is_told_apart && is_shot_down(drafts, d) || is_set_against(reading, toll, d);
    causes_harm(d) && acts && d.frame != Frame::Harm && !apart
}

/// Does the draft of harm that `toll` counts go with the act `cause`, and is it no matter of its own?
fn goes_with(reading: &Reading<'_>, drafts: &[Draft], toll: &TollHit, harm: &Draft, cause: &Draft) -> bool {
    let same = !harm.initiators.is_empty() && harm.initiators == cause.initiators;
    // «raided X, and seven were killed»: nothing else is told of them.
    let goes_on = matches!(cause.frame, Frame::Strike | Frame::Repel | Frame::Fight)
        && harm.clause == cause.clause + 1
        && harm.places.is_empty()
        && (harm.date.is_none() || harm.date == cause.date)
        && harm.initiators.is_empty();
    // «bombed X in answer to the death of three»: of which it was no cause.
    let answered = is_of_other_day(reading, drafts, harm, cause)
        || harm.not_by.iter().any(|a| cause.initiators.contains(a));
    let counts_on = goes_on_to_cause(reading, drafts, harm, cause, toll.to);
    let near = harm.is_noun || harm.clause == cause.clause || harm.is_dependent || same || goes_on;
    // «while X told of the killing of the officer Y»: of one who is named more is told than a count of an act.
    let by_another = !harm.initiators.is_empty()
        && !cause.initiators.is_empty()
        && !harm.initiators.iter().any(|a| cause.initiators.contains(a));
    let elsewhere = harm.clause != cause.clause || by_another || is_murder_apart(reading, harm, cause);
    let apart = toll.is_known_one && elsewhere && !(toll.is_result && harm.is_noun);
    let apart = apart || is_told_by_another(harm, cause);
    !answered && !apart && (near || counts_on || is_told_when(reading, harm, cause, toll))
}

/// Is it the draft of the killing or wounding that `toll` counts?
pub(super) fn is_harm_of(draft: &Draft, toll: &TollHit) -> bool {
    draft.frame == Frame::Harm && toll.from <= draft.trigger.1 && draft.trigger.0 < toll.to + 1
}

/// Is it an attack that is repelled, or the noun of what is shot down right behind the verb?
fn is_shot_down(drafts: &[Draft], draft: &Draft) -> bool {
    const NEAR: usize = 3;
    let before = |o: &Draft| {
        let near = o.trigger.1 <= draft.trigger.0 && draft.trigger.0 < o.trigger.1 + NEAR;
        o.frame == Frame::Repel && o.clause == draft.clause && near
    };
    draft.frame == Frame::Repel || draft.is_noun && drafts.iter().any(before)
}

/// «30 were killed in the battles, while X came under shelling»: does a word that sets another matter against the count stand
/// between it and the act?
fn is_set_against(reading: &Reading<'_>, toll: &TollHit, draft: &Draft) -> bool {
    let contrast = |i: usize| reading.says_cue(i, Cue::Contrast);
    (toll.to..draft.trigger.0).any(contrast)
}

/// «X says that it repelled the attack, and doctors told of the death of 45»: whoever repels tells of his own dead; those of
/// whom somebody else tells died by the attack.
fn is_told_by_another(harm: &Draft, cause: &Draft) -> bool {
    let (Some(dead), Some(act)) = (&harm.stance.attribution, &cause.stance.attribution) else { return false };
    cause.frame == Frame::Repel && harm.clause != cause.clause && dead.from != act.from
}

/// May people be hurt by what the draft tells?
pub(super) fn causes_harm(draft: &Draft) -> bool {
    let fights = matches!(
        draft.kind,
        EventKind::AirStrike | EventKind::Shelling | EventKind::Clash | EventKind::Infighting
    );
    let fights = fights || (draft.kind == EventKind::Defence && draft.frame == Frame::Repel);
    // «stormed X and killed ten civilians»: a raid.
    fights || (draft.kind == EventKind::Attack && matches!(draft.frame, Frame::Strike | Frame::Enter))
}

/// «20 were killed in the battles», «the battles left 20 dead»: fighting told before, of which the count tells all there is.
pub(super) fn is_told_by_count(draft: &Draft, tolls: &[TollHit]) -> bool {
    const REACH: usize = 6;
    let bare = draft.places.is_empty()
        && draft.date.is_none()
        && draft.tolls.is_empty()
        && draft.initiators.is_empty()
        && draft.others.is_empty();
    let fight = draft.kind == EventKind::Clash && draft.is_noun && draft.is_definite;
    let (from, to) = draft.trigger;
    let near = |t: &TollHit| from < t.to + REACH && t.from < to + REACH;
    fight && bare && tolls.iter().any(near)
}
