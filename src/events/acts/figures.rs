//! War as a figure of speech: «fear gripped X», «floods swept X», «an election battle».

use super::spot::Noun;
use crate::events::clauses::clause::{Clause, Finite};
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::Reading;
use crate::knowledge::triggers::{Frame, TriggerForm};

/// Is it an act of war of which the press also speaks in figures?
fn is_of_war(reading: &Reading<'_>, form: TriggerForm) -> bool {
    matches!(
        reading.frame_of(form),
        Frame::Take | Frame::Enter | Frame::Strike | Frame::Fight | Frame::Fall | Frame::Repel
    )
}

/// «calm gripped X», «the floods swept X»: is what the verb says done by a power that bears no arms?
pub(super) fn is_done_by_no_force(
    reading: &Reading<'_>,
    items: &[Item],
    clause: &Clause,
    finite: &Finite,
) -> bool {
    if !clause.subject.is_empty() || !finite.trigger.is_some_and(|t| is_of_war(reading, t)) {
        return false;
    }
    let power = |n: &Item| {
        let bare = matches!(n.what, What::Word | What::Known(..)) && n.proclitic().is_none();
        bare && reading.knowledge.triggers.lists.powers.longest_at(&reading.text, n.from).is_some()
    };
    let before =
        finite.item.checked_sub(1).filter(|&j| j >= clause.items.start && !items[finite.item].is_joined());
    items.get(finite.item + 1).is_some_and(power) || before.is_some_and(|j| power(&items[j]))
}

/// «a legal battle», «a sharp attack», «a campaign of vaccination»: do the words right behind the noun take the war out of
/// it?
pub(super) fn is_figure(noun: Noun<'_, '_>) -> bool {
    const REACH: usize = 2;
    let Noun { reading, items, i, form, .. } = noun;
    if !matches!(reading.frame_of(form), Frame::Fight | Frame::Strike | Frame::Enter) {
        return false;
    }
    let behind =
        items[i + 1..].iter().take(REACH).take_while(|n| matches!(n.what, What::Word | What::Known(..)));
    let mut behind = behind.take_while(|n| !n.is_joined());
    behind.any(|n| reading.knowledge.triggers.lists.figures.longest_at(&reading.text, n.from).is_some())
}
