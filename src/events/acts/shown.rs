//! Words of war that are only named as things: arms on show, meetings that are bombed.

use super::spot::Noun;
use crate::events::clauses::item::{Item, What};
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;

/// «showed missiles», «a parade in which missiles took part», «revealed new drones»: arms that nobody fires.
pub(super) fn is_on_show(noun: Noun<'_, '_>) -> bool {
    const REACH: usize = 6;
    let Noun { reading, items, clause, i, form } = noun;
    let (text, triggers) = (&reading.text, &reading.knowledge.triggers);
    if reading.frame_of(form) != Frame::Strike
        || triggers.lists.missiles.longest_at(text, items[i].from).is_none()
    {
        return false;
    }
    let on_show = |n: &Item| triggers.lists.shows.longest_at(text, n.from);
    let verb =
        clause.finite.filter(|f| f.item < i && i - f.item <= REACH).map_or(clause.items.start, |f| f.item);
    let thing = |n: &Item| {
        let of = n.is_cue(Cue::Prep(Prep::From));
        of || n.what == What::Word || matches!(n.what, What::Actor(_) | What::Date(_) | What::Number(_))
    };
    let shows =
        on_show(&items[verb]).is_some_and(|m| m.affixes.is_empty() || verb < i && items[verb].is_joined());
    let object = shows && verb < i && items[verb + 1..i].iter().all(thing);
    object
        || is_found(noun)
        || is_seized(noun)
        || items[..i].iter().any(|n| triggers.lists.parades.longest_at(text, n.from).is_some())
}

/// «the seizing of a store of arms and of twenty charges»: arms in the row of what was found or seized, as such a word needs.
fn is_found(noun: Noun<'_, '_>) -> bool {
    const REACH: usize = 8;
    let Noun { reading, items, clause, i, .. } = noun;
    let finds = |n: &Item| {
        let trigger = n.noun_trigger().or(n.verb_trigger().map(|(t, _)| t));
        trigger.is_some_and(|t| t.need.is_some() && reading.frame_of(t) == Frame::Close)
    };
    let from = clause.items.start.max(i.saturating_sub(REACH));
    let ends = |n: &Item| matches!(n.what, What::Place(_) | What::Comma | What::Stop);
    items[from..i].iter().rev().take_while(|n| !ends(n)).any(finds)
}

/// «seized drones and rockets», «the capture of dozens of shells»: arms in the row behind «on» that a word of taking governs.
fn is_seized(noun: Noun<'_, '_>) -> bool {
    const REACH: usize = 8;
    let Noun { reading, items, clause, i, .. } = noun;
    let from = clause.items.start.max(i.saturating_sub(REACH));
    let on = |n: &Item| n.is_cue(Cue::Prep(Prep::On)) && !n.has_pronoun;
    let row = |n: &Item| {
        let counts = matches!(n.what, What::Word | What::Number(_) | What::Actor(_));
        counts || n.noun_trigger().is_some() && n.verb_cue().is_none()
    };
    let Some(at) = (from..i).rev().take_while(|&j| row(&items[j]) || on(&items[j])).find(|&j| on(&items[j]))
    else {
        return false;
    };
    let takes = |n: &Item| {
        let trigger = n.noun_trigger().or(n.verb_trigger().map(|(t, _)| t));
        trigger.is_some_and(|t| reading.frame_of(t) == Frame::Take)
    };
    let subject = |n: &Item| matches!(n.what, What::Actor(_) | What::Date(_) | What::Word);
    items[from..at].iter().rev().find(|n| !subject(n)).is_some_and(takes)
}

/// «an expert in rockets», «a store of shells»: arms right behind whoever has to do with them, or where they are kept.
pub(super) fn is_kept(noun: Noun<'_, '_>) -> bool {
    let Noun { reading, items, i, form, .. } = noun;
    let lists = &reading.knowledge.triggers.lists;
    let fired = reading.frame_of(form) == Frame::Strike && items[i].to == items[i].from + 1;
    let arms = fired && lists.missiles.longest_at(&reading.text, items[i].from).is_some();
    let bare = items[i].affixes.is_empty() || items[i].affixes == Affixes::AL;
    let before = items[i].from.checked_sub(1).filter(|_| arms && bare);
    before.is_some_and(|b| {
        let keeper = lists.keepers.longest_at(&reading.text, b).filter(|m| m.n_tokens == 1 && !m.pronoun);
        keeper.is_some_and(|m| !m.affixes.has(Affixes::AL))
    })
}

/// «a raid on a meeting of the leaders of X», «raids on reinforcements»: what is hit, and neither held nor sent.
pub(super) fn is_hit(noun: Noun<'_, '_>) -> bool {
    let Noun { reading, items, i, form, .. } = noun;
    let strikes = |n: &Item| {
        let trigger = n.noun_trigger().or(n.verb_trigger().map(|(t, _)| t));
        trigger.is_some_and(|t| reading.frame_of(t) == Frame::Strike)
    };
    let bare = items[i].affixes.is_empty() && matches!(reading.frame_of(form), Frame::Meet | Frame::Send);
    let on = i.checked_sub(1).is_some_and(|j| items[j].is_cue(Cue::Prep(Prep::On)));
    let from = i.saturating_sub(if on { 4 } else { 3 });
    bare && items[from..i].iter().any(strikes) && (on || i > 0 && items[i - 1].prep().is_none())
}

/// «hit a centre of detention»: the word behind a word for a site only says what it is for.
pub(in crate::events) fn names_site(noun: Noun<'_, '_>) -> bool {
    let Noun { reading, items, i, form, .. } = noun;
    let bare = !items[i].is_joined() && items[i].proclitic().is_none();
    let holds = reading.frame_of(form) == Frame::Hold && bare;
    let words = &reading.knowledge.place_words.words;
    let site = |n: &Item| {
        let found = words.longest_at(&reading.text, n.from);
        found.is_some_and(|m| m.value.cue.is_some_and(|c| c.kind.is_some()) || m.value.part.is_some())
    };
    let before = i.checked_sub(1).map(|j| &items[j]);
    holds && before.is_some_and(|b| b.to == items[i].from && !reading.text.is_definite(b.from) && site(b))
}
