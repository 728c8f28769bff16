//! Acts that the reader is taken to know: what a meeting followed, what a judgement is passed on.

use super::spot::Noun;
use crate::events::clauses::clause::Finite;
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::Reading;
use crate::knowledge::status::Cue;
use crate::knowledge::time::Unit;
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;

/// How far a noun and what it governs reach.
const REACH: usize = 6;

/// «after the attack the president held a meeting in X»: a bare noun with its article names an act told before, and
/// where they met is not where it was.
pub(super) fn is_met_about(noun: Noun<'_, '_>) -> bool {
    let Noun { reading, items, clause, i, form } = noun;
    let frame = reading.frame_of(form);
    let acts = matches!(frame, Frame::Strike | Frame::Fight | Frame::Harm | Frame::Take | Frame::Enter);
    let after = i.checked_sub(1).is_some_and(|j| items[j].is_cue(Cue::After));
    if !acts || !after || items[i].affixes != Affixes::AL {
        return false;
    }
    // Nothing stands between it and the verb but a comma or a day.
    let rest = &items[i + 1..clause.items.end];
    let skipped = rest.iter().take_while(|n| matches!(n.what, What::Comma | What::Date(_))).count();
    let Some(verb) = clause.finite.filter(|f| f.item == i + 1 + skipped) else { return false };
    let meets = |f: Frame| matches!(f, Frame::Meet | Frame::Deal | Frame::Appoint);
    let itself = verb.trigger.is_some_and(|t| meets(reading.frame_of(t)));
    let carries = verb.cue == Some(Cue::Light) && {
        let mut nouns = items[verb.item + 1..clause.items.end].iter().filter_map(Item::noun_trigger);
        nouns.next().is_some_and(|t| meets(reading.frame_of(t)))
    };
    itself || carries
}

/// «control of X is a basis for …», «the liberation of X is a turning point»: judged, and told without a day.
pub(super) fn is_judged_upon(noun: Noun<'_, '_>) -> bool {
    let Noun { reading, items, clause, i, form } = noun;
    let takes = matches!(reading.frame_of(form), Frame::Take | Frame::Fall | Frame::Lose | Frame::Enter);
    // «the capture of X has become a matter of days».
    let heads = |b: &Item| b.is_cue(Cue::That) || b.is_cue(Cue::Contrast) || b.is_cue(Cue::Became);
    let leads = || items[clause.items.start..i].iter().all(heads);
    if !takes || !leads() || items[i].affixes.has(Affixes::BI) {
        return false;
    }
    let parts = |what: &What| matches!(what, What::Date(_) | What::Comma | What::Stop | What::Number(_));
    let rest = items[i + 1..clause.items.end].iter().take(REACH);
    let judges = rest
        .take_while(|n| !parts(&n.what) && n.noun_trigger().is_none())
        .any(|n| n.is_cue(Cue::Judge) && n.prep().is_none());
    let judging = |f: Finite| f.item > i && f.cue == Some(Cue::Judge) || f.cue == Some(Cue::Became);
    judges && clause.finite.is_none_or(judging)
}

/// «for the first time since the agreement of X», «since the signing of the agreement»: a deal told without a day, which
/// only another time is counted from; and whatever something is the worst since.
pub(in crate::events) fn is_counted_from(noun: Noun<'_, '_>) -> bool {
    const BACK: usize = 2;
    let Noun { reading, items, clause, i, form } = noun;
    let deal = reading.frame_of(form) == Frame::Deal;
    let since = || items[i.saturating_sub(BACK)..i].iter().any(|n| n.is_cue(Cue::Since));
    let dated = || items[i..clause.items.end].iter().take(REACH + 1).any(|n| matches!(n.what, What::Date(_)));
    let superlatives = &reading.knowledge.status.superlatives;
    let part = |n: &&Item| !matches!(n.what, What::Comma | What::Stop);
    let phrase = || items[clause.items.start..i].iter().rev().take_while(part).take(REACH);
    let compared = || phrase().any(|n| superlatives.longest_at(&reading.text, n.from).is_some());
    since() && (deal && !dated() || compared())
}

/// «three years after»: does the item name a span of time so long that what it is counted from lasted through it? What is
/// counted in hours, days or weeks came to pass then.
pub(super) fn is_long_span(reading: &Reading<'_>, item: &Item) -> bool {
    let What::Date(d) = item.what else { return false };
    let unit = reading.dates[d].anchor.as_ref().map(|a| a.shift.unit);
    !matches!(unit, Some(Unit::Minute | Unit::Hour | Unit::Day | Unit::Week))
}
