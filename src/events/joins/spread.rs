//! Acts that reach further places: «fighting broke out in X and spread to Y and Z».

use smallvec::SmallVec;

use crate::events::acts::draft::Draft;
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::Reading;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;

/// Where something spread, and when.
struct Reached {
    places: SmallVec<[usize; 2]>,
    date: Option<usize>,
    /// The items of it.
    from: usize,
    to: usize,
}

/// Adds to `drafts` a copy of what was told last before each verb of spreading without a subject of its own.
pub(in crate::events) fn spread_on(reading: &Reading<'_>, items: &[Item], drafts: &mut Vec<Draft>) {
    let spreads = &reading.knowledge.triggers.lists.spreads;
    let [Some(first), Some(last)] = [items.first(), items.last()] else { return };
    if !spreads.may_stand_in(&reading.text, first.from..last.to) {
        return; // as in most sentences
    }
    let mut i = 1;
    while i < items.len() {
        let Some(reached) = reached(reading, items, i) else {
            i += 1;
            continue;
        };
        i = reached.to.max(i + 1);
        let (from, to) = (items[reached.from].from, items[reached.to - 1].to);
        // A verb of spreading that tells an act of its own is a poor one: it does not know whose.
        let own = |d: &Draft| (from..to).contains(&d.trigger.0);
        let before = drafts.iter().rev().filter(|d| d.trigger.0 < from);
        let Some(told) = before.max_by_key(|d| d.trigger.0).filter(|d| may_spread(d)).cloned() else {
            continue;
        };
        let known = |p: &usize| drafts.iter().any(|d| !own(d) && d.places.contains(p));
        if reached.places.iter().any(known) {
            continue;
        }
        drafts.retain(|d| !own(d));
        let mut copy = told;
        let verb = &items[reached.from];
        copy.trigger = (verb.from, verb.to);
        copy.quote = (verb.from, to);
        copy.date = reached.date.or(copy.date);
        copy.is_partial = reached.places.iter().any(|&p| reading.places[p].is_part);
        copy.places = reached.places;
        copy.container = None;
        copy.tolls.clear();
        copy.why.push("it spread to there".into());
        drafts.push(copy);
    }
}

/// Fights, fire, protests and campaigns spread, when they have a place to spread from.
fn may_spread(draft: &Draft) -> bool {
    let spreads = matches!(draft.frame, Frame::Fight | Frame::Strike | Frame::Rally | Frame::Hold);
    spreads && !draft.places.is_empty()
}

/// «and it spread to X and Y, then to Z»: the places behind the verb of spreading at item `i`, when nobody stands between.
fn reached(reading: &Reading<'_>, items: &[Item], i: usize) -> Option<Reached> {
    const GAP: usize = 4;
    let spreads = |i: usize| {
        let item = items.get(i)?;
        let word = matches!(item.what, What::Word | What::Known);
        word.then(|| reading.knowledge.triggers.lists.spreads.longest_at(&reading.text, item.from)).flatten()
    };
    let verb = spreads(i)?;
    let joined = verb.affixes.has_any(Affixes::WA.with(Affixes::FA));
    let before = &items[i - 1];
    // «fighting that spread to X»: no word between, or the mark behind it.
    let linked =
        joined || before.is_cue(Cue::Then) || before.is_cue(Cue::Relative) || is_noun(reading, before);
    let linked = linked || matches!(before.what, What::Comma | What::Place(_) | What::Date(_));
    if !linked || verb.affixes.has_any(Affixes::AL.with(Affixes::BI)) || verb.pronoun {
        return None;
    }
    let mut out = Reached { places: SmallVec::new(), date: None, from: i, to: i };
    let (mut governed, mut open) = (false, true);
    for (n, item) in items.iter().enumerate().skip(i + verb.n_tokens.max(1)) {
        match item.what {
            What::Place(_) if items[n - 1].is_cue(Cue::Prep(Prep::From)) => {}
            What::Place(p) if reading.places[p].is_qualifier && !out.places.is_empty() => {}
            What::Place(p) if open || item.is_joined() => {
                out.places.push(p);
                (out.to, open, governed) = (n + 1, false, true);
            }
            What::Date(d) => {
                out.date = out.date.or(Some(d));
            }
            What::Comma | What::Quote if governed => {}
            // «so as to reach X».
            _ if !governed && spreads(n).is_some() => {}
            What::Known if item.is_trigger() || item.verb_cue().is_some() => break,
            What::Known if item.is_cue(Cue::Then) => open = true,
            What::Known if item.prep().is_some() && !item.has_pronoun => {
                let to = item.is_cue(Cue::Prep(Prep::To)) || item.is_cue(Cue::Prep(Prep::At));
                open |= to && (item.is_joined() || !governed);
            }
            // «and the road stretches to X»: what stretches there is told; «to the X and Y» names a place nobody knows.
            What::Word if reading.text.is_definite(item.from) && items[n - 1].prep().is_none() => break,
            What::Known | What::Word if !governed && n < i + GAP => {}
            _ => break,
        }
    }
    (!out.places.is_empty()).then_some(out)
}

/// Is it a noun of an act, right behind which a clause tells more of it («fighting that spread»)?
fn is_noun(reading: &Reading<'_>, item: &Item) -> bool {
    let fights = |f: Frame| matches!(f, Frame::Fight | Frame::Strike | Frame::Rally | Frame::Hold);
    item.noun_trigger().is_some_and(|t| fights(reading.frame_of(t)))
}
