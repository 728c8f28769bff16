//! «the number of the dead has risen to 20»: the toll of the act that was told before, counted again.

use super::cause::causes_harm;
use super::toll::TollHit;
use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::Reading;
use crate::events::{EventKind, Modality, Toll, TollWho};
use crate::knowledge::PlaceKind;
use crate::knowledge::tolls::TollWord;
use crate::knowledge::triggers::Frame;

/// So far back stands the sentence whose toll is counted again.
const SENTENCES: usize = 3;

/// So many tokens before the count may «the toll» stand.
const REACH: usize = 8;

/// More dead than these are of more than one act.
const OF_ONE_ACT: u64 = 1000;

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

/// «the market of X was bombed. 26 were killed»: gives a count that nothing else is told of to the one act of the sentence
/// before it in the paragraph.
fn is_told_next(reading: &Reading<'_>, draft: &Draft, before: &mut [Draft]) -> bool {
    let bare = draft.kind == EventKind::Casualties
        && draft.date.is_none()
        && draft.initiators.is_empty()
        && !(draft.is_since || draft.is_from_start || draft.stance.is_past)
        && draft.stance.modality != Modality::Denied;
    let Some(last) = draft.sentence.checked_sub(1).filter(|_| bare && !draft.tolls.is_empty()) else {
        return false;
    };
    let (here, above) = (&reading.sentences[draft.sentence], &reading.sentences[last]);
    if above.is_headline || above.paragraph != here.paragraph || !is_placeless(reading, draft) {
        return false;
    }
    let summed = is_summed(reading, draft);
    let many = draft.tolls.iter().any(|t| t.killed.is_some_and(|k| k.0 > OF_ONE_ACT));
    let mut acts = before.iter_mut().rev().take_while(|d| d.sentence >= last).filter(|d| causes_harm(d));
    let (Some(act), None) = (acts.next(), acts.next()) else { return false };
    let side = |a: &usize| reading.actors[*a].leader.or(reading.actors[*a].faction);
    let own = |t: &Toll| {
        let of = t.faction.as_ref().and_then(|f| reading.knowledge.conflict.faction_of(f));
        of.is_some() && act.initiators.iter().any(|a| side(a) == of)
    };
    let told = matches!(act.stance.modality, Modality::Asserted | Modality::Claimed);
    // «the toll» of a fight is of all of it.
    let whole = summed && (many || act.kind == EventKind::Clash);
    if !told || whole || act.places.is_empty() || draft.tolls.iter().any(own) {
        return false;
    }
    if let ([known], [more]) = (act.tolls.as_mut_slice(), draft.tolls.as_slice()) {
        return adds_wounded(known, more);
    }
    if !act.tolls.is_empty() {
        return false;
    }
    act.tolls.extend(draft.tolls.iter().cloned());
    act.why.push("its dead are counted in the next sentence".into());
    true
}

/// «three were killed. Five others were hurt»: adds the wounded of the next sentence to the dead; says whether it did.
fn adds_wounded(known: &mut Toll, more: &Toll) -> bool {
    let same = more.who == known.who || more.who == TollWho::All;
    let fits = same && more.killed.is_none() && known.killed.is_some() && known.wounded.is_none();
    if fits {
        known.wounded = more.wounded;
    }
    fits
}

/// Does its sentence name no place?
fn is_placeless(reading: &Reading<'_>, draft: &Draft) -> bool {
    let sentence = &reading.sentences[draft.sentence].tokens;
    let placed = reading.places.partition_point(|p| p.tokens.start < sentence.start);
    reading.places.get(placed).is_none_or(|p| p.tokens.start >= sentence.end)
}

/// Gives a toll told anew to the act whose toll it raises; says whether it did, so that `draft` tells nothing more.
pub(in crate::events) fn raises_toll(reading: &Reading<'_>, draft: &Draft, before: &mut [Draft]) -> bool {
    if repeats_toll(reading, draft, before) || is_told_next(reading, draft, before) {
        return true;
    }
    let [toll] = draft.tolls.as_slice() else { return false };
    let Some(count) = toll.killed.filter(|_| toll.faction.is_none()) else { return false };
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
            first.wounded = toll.wounded.or(first.wounded);
            first.text.clone_from(&toll.text);
            return true;
        }
    }
    false
}

/// «X bombed Y and killed 31, and the toll rose later to 35»: gives the act of the sentence the count that is told last, and
/// drops the draft of it.
pub(in crate::events) fn raise_in_sentence(reading: &Reading<'_>, drafts: &mut Vec<Draft>) {
    let mut at = 1;
    while at < drafts.len() {
        let (told, rest) = drafts.split_at_mut(at);
        let raised = rest.first().and_then(|draft| {
            let [counted] = draft.tolls.as_slice() else { return None };
            let count = counted.killed?;
            let own = draft.kind == EventKind::Casualties
                && !(draft.is_since || draft.is_from_start || draft.stance.is_past)
                && is_counted_again(reading, draft);
            let first =
                told.iter_mut().rev().filter(|d| d.trigger.0 < draft.trigger.0).find(|d| !d.tolls.is_empty());
            let act = first.filter(|d| own && d.sentence == draft.sentence && d.places.len() <= 1)?;
            let same = act.places == draft.places || draft.places.is_empty();
            let known = act.tolls.iter_mut().find(|t| t.killed.is_some()).filter(|_| same)?;
            let low = known.killed.map_or(0, |k| k.0);
            let rises = count.0 >= low && count.0 <= low.saturating_mul(TIMES);
            (rises && counted.faction.is_none()).then(|| {
                known.killed = Some(count);
                known.wounded = counted.wounded.or(known.wounded);
                known.text.clone_from(&counted.text);
            })
        });
        if raised.is_some() {
            drafts.remove(at);
        } else {
            at += 1;
        }
    }
}

/// Does «the toll» or «the number of the dead» stand in front of the count, with no place behind it?
fn is_counted_again(reading: &Reading<'_>, draft: &Draft) -> bool {
    let (at, end) = draft.trigger;
    let from = reading.sentences[draft.sentence].tokens.start.max(at.saturating_sub(REACH));
    let sums = |i: &usize| {
        let word = reading.knowledge.tolls.lexicon.longest_at(&reading.text, *i);
        word.is_some_and(|m| matches!(m.value, TollWord::Sum | TollWord::SumOfDead))
    };
    let place = reading.places.partition_point(|p| p.tokens.start < from);
    let placed = reading.places.get(place).is_some_and(|p| p.tokens.start < end);
    (from..end).any(|i| sums(&i)) && !placed
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

/// «the toll of the aggression has risen to 3,961»: does the sum count more than one act kills?
pub(super) fn is_of_war(toll: &TollHit) -> bool {
    const MANY: u64 = 1000;
    toll.is_sum && toll.toll.killed.is_some_and(|k| k.0 >= MANY)
}
