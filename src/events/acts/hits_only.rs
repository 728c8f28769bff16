//! «the operation hit X», «the raids that hit X»: verbs that tell a bombing by themselves no more than what was hit.

use super::wrecked::is_arms;
use crate::events::clauses::clause::{Clause, Finite, Opener};
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::Reading;
use crate::knowledge::status::Cue;
use crate::knowledge::triggers::Frame;

/// Is what hits no bombing, or one that its own noun has told?
pub(super) fn hits_only(
    reading: &Reading<'_>,
    items: &[Item],
    clause: &Clause,
    i: usize,
    finite: &Finite,
) -> bool {
    // «the operation hit them in X»: what hits is no bombing.
    if !is_weak_strike(reading, finite) {
        return false;
    }
    let bare = i.checked_sub(1).is_some_and(|j| {
        let fire = items[j].noun_trigger().is_some_and(|t| reading.frame_of(t) == Frame::Strike);
        let definite =
            reading.text.is_definite(items[j].from) && matches!(items[j].what, What::Word | What::Known);
        j >= clause.items.start
            && definite
            && !fire
            && !is_arms(reading, &items[j])
            && clause.subject.is_empty()
    });
    // «the places that the raids hit».
    let meant = clause.items.start.checked_sub(1).is_some_and(|j| items[j].is_cue(Cue::VaguePlace));
    let hits_them = meant && clause.opener == Opener::Relative && items[i].has_pronoun;
    // «a campaign of arrests that hit dozens», «murders hit three officers».
    let mut arrests = items[..i].iter().rev().take(3).chain(items[i + 1..].iter().take(2));
    // «a campaign that reached X» bombs nothing.
    let campaign = |n: &Item| {
        n.noun_trigger().is_some_and(|t| reading.frame_of(t) == Frame::Fight)
            && reading.knowledge.triggers.lists.campaigns.longest_at(&reading.text, n.from).is_some()
    };
    let campaign = i.checked_sub(1).is_some_and(|j| campaign(&items[j]));
    let arrests = arrests.find_map(Item::noun_trigger);
    let arrests = arrests.is_some_and(|t| matches!(reading.frame_of(t), Frame::Hold | Frame::Harm));
    arrests || campaign || bare && !hits_them || spreads(reading, items, clause)
}

/// Is it a verb of hitting, which bombs nothing by itself?
fn is_weak_strike(reading: &Reading<'_>, finite: &Finite) -> bool {
    finite.trigger.is_some_and(|t| {
        let trigger = &reading.knowledge.triggers.all[t.trigger as usize];
        trigger.frame == Frame::Strike && trigger.is_weak
    })
}

/// «the raids and the shelling that hit X»: does the relative clause behind a noun of bombing only say what was hit?
pub(in crate::events) fn spreads(reading: &Reading<'_>, items: &[Item], clause: &Clause) -> bool {
    let hits = clause.finite.is_some_and(|f| is_weak_strike(reading, &f));
    let bombs = |i: &Item| i.noun_trigger().is_some_and(|t| reading.frame_of(t) == Frame::Strike);
    let behind = || {
        let before = items[..clause.items.start].iter().rev();
        before.take_while(|i| matches!(i.what, What::Word) || bombs(i)).any(bombs)
    };
    clause.opener == Opener::Relative && hits && behind()
}
