//! «the number of the dead has risen to 20»: the toll of the act that was told before, counted again.

use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::Reading;
use crate::events::{EventKind, TollWho};
use crate::knowledge::PlaceKind;
use crate::knowledge::tolls::TollWord;
use crate::knowledge::triggers::Frame;

/// So far back stands the sentence whose toll is counted again.
const SENTENCES: usize = 3;

/// So many tokens before the count may «the toll» stand.
const REACH: usize = 8;

/// More than so many times the first count is the toll of another matter.
const TIMES: u64 = 5;

/// «X killed eleven in raids on Y», then «according to the ministry, eleven were killed and seven hurt»: gives what the
/// same count tells anew to the act that was told with it.
fn repeats_toll(reading: &Reading<'_>, draft: &Draft, before: &mut [Draft]) -> bool {
    const FEW: u64 = 3;
    let [toll] = draft.tolls.as_slice() else { return false };
    let harmed = draft.frame == Frame::Harm && draft.initiators.is_empty() && !draft.stance.is_past;
    let exact = toll.killed.filter(|k| k.0 >= FEW && k.1 == Some(k.0));
    // «the army has lost 45 men in Yemen» tells no more than the land.
    let land = |&p: &usize| reading.places[p].kind == PlaceKind::Country;
    let wide = !draft.places.is_empty() && draft.places.iter().all(land);
    let open = draft.date.is_none() && is_placeless(reading, draft) || wide;
    let Some(count) = exact.filter(|_| harmed && open) else { return false };
    let near = |d: &&mut Draft| draft.sentence > d.sentence && draft.sentence - d.sentence <= SENTENCES;
    for told in before.iter_mut().rev().take_while(near) {
        let acts = matches!(told.kind, EventKind::AirStrike | EventKind::Shelling | EventKind::Attack);
        let [first] = told.tolls.as_mut_slice() else { continue };
        let days = draft.date.is_none() || told.date.is_none();
        if acts && days && first.killed == Some(count) && (first.who == toll.who || toll.who == TollWho::All)
        {
            first.wounded = first.wounded.or(toll.wounded);
            told.date = told.date.or(draft.date);
            return true;
        }
    }
    false
}

/// Does its sentence name no place?
fn is_placeless(reading: &Reading<'_>, draft: &Draft) -> bool {
    let sentence = &reading.sentences[draft.sentence].tokens;
    let placed = reading.places.partition_point(|p| p.tokens.start < sentence.start);
    reading.places.get(placed).is_none_or(|p| p.tokens.start >= sentence.end)
}

/// Gives a toll told anew to the act whose toll it raises; says whether it did, so that `draft` tells nothing more.
pub(in crate::events) fn raises_toll(reading: &Reading<'_>, draft: &Draft, before: &mut [Draft]) -> bool {
    if repeats_toll(reading, draft, before) {
        return true;
    }
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
    let here = is_placeless(reading, draft);
    let sums = |i: usize| {
        let word = reading.knowledge.tolls.lexicon.longest_at(&reading.text, i);
        word.is_some_and(|m| matches!(m.value, TollWord::Sum | TollWord::SumOfDead))
    };
    here && (sentence.start.max(at.saturating_sub(REACH))..draft.trigger.1).any(sums)
}
