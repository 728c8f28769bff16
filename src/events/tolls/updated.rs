//! «the number of the dead has risen to 20»: the toll of the act that was told before, counted again.

use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::Reading;
use crate::events::{EventKind, TollWho};
use crate::knowledge::tolls::TollWord;

/// So far back stands the sentence whose toll is counted again.
const SENTENCES: usize = 3;

/// So many tokens before the count may «the toll» stand.
const REACH: usize = 8;

/// More than so many times the first count is the toll of another matter.
const TIMES: u64 = 5;

/// Gives a toll told anew to the act whose toll it raises; says whether it did, so that `draft` tells nothing more.
pub(in crate::events) fn raises_toll(reading: &Reading<'_>, draft: &Draft, before: &mut [Draft]) -> bool {
    let [toll] = draft.tolls.as_slice() else { return false };
    let Some(count) = toll.killed.filter(|_| toll.wounded.is_none() && toll.faction.is_none()) else {
        return false;
    };
    let plain = draft.kind == EventKind::Casualties
        && draft.date.is_none()
        && !draft.is_since
        && !draft.is_from_start;
    if !plain || toll.who != TollWho::All || draft.stance.is_past || !is_summed(reading, draft) {
        return false;
    }
    let near = |d: &&mut Draft| draft.sentence > d.sentence && draft.sentence - d.sentence <= SENTENCES;
    for told in before.iter_mut().rev().take_while(near) {
        let acts = matches!(
            told.kind,
            EventKind::AirStrike
                | EventKind::Shelling
                | EventKind::Attack
                | EventKind::Clash
                | EventKind::Casualties
        );
        let mut killed = told.tolls.iter_mut().filter(|t| t.killed.is_some());
        let (Some(first), None) = (killed.next(), killed.next()) else { continue };
        let rises = first.killed.is_some_and(|k| {
            let (old, new) = (k.0, count.0);
            new >= old && new <= old.saturating_mul(TIMES)
        });
        if acts && rises && told.places.len() <= 1 {
            first.killed = Some(count);
            first.text.clone_from(&toll.text);
            return true;
        }
    }
    false
}

/// Does «the toll» or «the number of the dead» stand in front of the count, and no place of its own in the sentence?
pub(in crate::events) fn is_summed(reading: &Reading<'_>, draft: &Draft) -> bool {
    let at = draft.trigger.0;
    let sentence = &reading.sentences[draft.sentence].tokens;
    let placed = reading.places.partition_point(|p| p.tokens.start < sentence.start);
    let here = reading.places.get(placed).is_none_or(|p| p.tokens.start >= sentence.end);
    let sums = |i: usize| {
        let word = reading.knowledge.tolls.lexicon.longest_at(&reading.text, i);
        word.is_some_and(|m| matches!(m.value, TollWord::Sum | TollWord::SumOfDead))
    };
    here && (sentence.start.max(at.saturating_sub(REACH))..draft.trigger.1).any(sums)
}
