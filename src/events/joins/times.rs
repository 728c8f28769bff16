//! «raided three times on Saturday night and twice this morning»: one act on two days.

use crate::events::acts::draft::Draft;
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::Reading;
use crate::knowledge::triggers::Frame;

/// Adds a copy of each strike or fight that is counted again on a further day.
pub(in crate::events) fn count_times(reading: &Reading<'_>, items: &[Item], drafts: &mut Vec<Draft>) {
    let mut added: Vec<Draft> = Vec::new();
    for draft in drafts.iter().filter(|d| matches!(d.frame, Frame::Strike | Frame::Fight)) {
        let Some(first) = draft.date else { continue };
        let Some(at) = items.iter().position(|i| i.what == What::Date(first)) else { continue };
        if !is_times_before(reading, items, at) || items[at].from < draft.trigger.0 {
            continue;
        }
        let Some(next) = next_day(reading, items, at) else { continue };
        let What::Date(day) = items[next].what else { continue };
        let mut copy = draft.clone();
        copy.date = Some(day);
        copy.trigger = (items[at + 1].from, items[next].to);
        copy.quote = copy.trigger;
        copy.tolls.clear();
        copy.why.push("the times are counted on, on a further day".into());
        added.push(copy);
    }
    drafts.append(&mut added);
}

/// Does a word for how many times stand right before item `at`?
fn is_times_before(reading: &Reading<'_>, items: &[Item], at: usize) -> bool {
    at.checked_sub(1).is_some_and(|j| is_times(reading, &items[j]))
}

/// «and twice this morning», «and four times on Sunday»: the item of the day, behind the one at item `at`.
fn next_day(reading: &Reading<'_>, items: &[Item], at: usize) -> Option<usize> {
    const WORDS: usize = 3;
    let day = (at + 2..items.len()).take(WORDS).find(|&i| matches!(items[i].what, What::Date(_)))?;
    let counted = items[at + 1..day].iter().any(|i| is_times(reading, i));
    let joined = reading.text.fold_at(items[at + 1].from).starts_with(crate::text::AND);
    let between = items[at + 1..day].iter().all(|i| matches!(i.what, What::Number(_) | What::Word));
    (joined && between && counted).then_some(day)
}

/// A word for how many times something was done.
fn is_times(reading: &Reading<'_>, item: &Item) -> bool {
    reading.knowledge.triggers.lists.times.longest_at(&reading.text, item.from).is_some()
}
