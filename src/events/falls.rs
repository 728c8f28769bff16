//! What falls or is lost that is no place: shells, the dead, men.

use super::clause::Finite;
use super::item::{Item, What};
use super::reading::Reading;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::{Frame, TriggerForm};

/// «shells fell», «dead fell», «lost seven men»: what falls or is lost is no place.
pub(super) fn otherwise(reading: &Reading<'_>, items: &[Item], i: usize, finite: &Finite) -> bool {
    let falls = finite.trigger.is_some_and(|t| reading.frame_of(t) == Frame::Fall);
    let bombs = |t: TriggerForm| reading.frame_of(t) == Frame::Strike;
    // «shells that fell on X»: whatever falls on something takes nothing.
    let lands = |n: &Item| n.is_cue(Cue::Prep(Prep::On));
    let dead = |n: &Item| reading.knowledge.tolls.lexicon.longest_at(&reading.text, n.from).is_some();
    let there = items.get(i + 1).is_some_and(|n| n.is_cue(Cue::There));
    let loses = finite.trigger.is_some_and(|t| reading.frame_of(t) == Frame::Lose && t.need.is_none());
    let mut behind = items[i + 1..].iter().skip_while(|n| matches!(n.what, What::Actor(_)));
    if loses && behind.next().is_some_and(|n| matches!(n.what, What::Number(_))) {
        return true;
    }
    falls
        && items.get(i + 1 + usize::from(there)).is_some_and(|n| {
            // «dead and wounded, who fell in …»: a masculine plural is said of people.
            (finite.verb.is_plural && !finite.verb.is_feminine)
                || n.noun_trigger().is_some_and(bombs)
                || matches!(n.what, What::Number(_) | What::Actor(_))
                || lands(n)
                || dead(n)
        })
}
