//! «dead and wounded fell in X»: the dead and wounded told without a number are an event only where the sentence tells of
//! nothing that they fell to.

use super::cause::{causes_harm, is_harm_of};
use super::toll::TollHit;
use crate::events::EventKind;
use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::Reading;
use crate::knowledge::tolls::TollWord;
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;

/// Does the draft tell of dead or wounded who fell?
fn falls(reading: &Reading<'_>, draft: &Draft) -> bool {
    let word = reading.knowledge.tolls.lexicon.longest_at(&reading.text, draft.trigger.0);
    let fell = word.is_some_and(|m| *m.value == TollWord::Fall);
    fell && draft.kind == EventKind::Casualties && draft.frame == Frame::Harm
}

/// «more than 15 fell, dead or wounded»: leaves out the verb behind a count, which tells it all.
pub(in crate::events) fn drop_counted(reading: &Reading<'_>, tolls: &[TollHit], out: &mut Vec<Draft>) {
    let number = |from: usize, to: usize| {
        let next = reading.numbers.partition_point(|n| n.from < from);
        reading.numbers.get(next).is_some_and(|n| n.from < to)
    };
    let told = |d: &Draft| tolls.iter().any(|t| is_harm_of(d, t) && number(t.from, d.trigger.0));
    out.retain(|d| !falls(reading, d) || !told(d));
}

/// «raids on X, which led to the death of a number of gunmen»: the noun of a death that nothing counts and nobody by name died.
fn is_some_dead(reading: &Reading<'_>, draft: &Draft) -> bool {
    let nobody = |&a: &usize| reading.actors[a].is_common_noun;
    let uncounted = draft.tolls.is_empty() && draft.initiators.is_empty();
    let dies = draft.frame == Frame::Harm && draft.is_noun && draft.is_carried && uncounted;
    let at = draft.trigger.0;
    dies && begins_with_and(reading, at) && !draft.targets.is_empty() && draft.targets.iter().all(nobody)
}

/// Is «and» written before the word at token `at`?
fn begins_with_and(reading: &Reading<'_>, at: usize) -> bool {
    reading.text.readings_at(at).iter().any(|r| r.affixes.has(Affixes::WA))
}

/// Leaves out the uncounted dead of a sentence that tells of an act they fell to, or names no place for them. The quote of
/// those that stay takes in the words for them.
pub(in crate::events) fn drop_uncounted(reading: &Reading<'_>, out: &mut Vec<Draft>) {
    const REACH: usize = 4;
    let fallen = |d: &Draft| d.tolls.is_empty() && falls(reading, d);
    let caused = out.iter().any(|d| causes_harm(d) || d.frame == Frame::Harm && !falls(reading, d));
    let here =
        |d: &Draft, p: usize| reading.sentences[d.sentence].tokens.contains(&reading.places[p].tokens.start);
    out.retain(|d| !fallen(d) || !caused && d.places.iter().any(|&p| here(d, p)));
    let before: Vec<usize> = out.iter().filter(|d| causes_harm(d)).map(|d| d.trigger.0).collect();
    out.retain(|d| !is_some_dead(reading, d) || !before.iter().any(|&at| at < d.trigger.0));
    let (text, words) = (&reading.text, &reading.knowledge.tolls.lexicon);
    let harmed = |at: &usize| {
        let word = words.longest_at(text, *at).map(|m| *m.value);
        matches!(word, Some(TollWord::KilledNoun | TollWord::WoundedNoun))
    };
    for draft in out.iter_mut().filter(|d| fallen(d)) {
        let end = text.tokens.len().min(draft.trigger.1 + REACH);
        if let Some(last) = (draft.trigger.1..end).rev().find(harmed) {
            draft.quote.1 = draft.quote.1.max(last + 1);
        }
    }
}

/// «the number of its dead», written like «killed him»: is the draft the second word of a sum?
pub(in crate::events) fn is_word_of_sum(reading: &Reading<'_>, draft: &Draft) -> bool {
    let at = draft.trigger.0;
    let sum = at.checked_sub(1).and_then(|i| reading.knowledge.tolls.lexicon.longest_at(&reading.text, i));
    !draft.is_noun && sum.is_some_and(|m| *m.value == TollWord::SumOfDead && m.n_tokens > 1)
}
