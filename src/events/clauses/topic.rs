//! «X, which had attacked Y, took Z»: a name that waits for its verb behind a relative clause or what else describes it.

use super::clause::{Clause, Opener};
use super::gender::agrees;
use super::item::{Item, What};
use super::subject::{coordinated, is_accusative};
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::knowledge::status::Cue;
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;

/// Most clauses between the name and its verb.
const BETWEEN: usize = 3;

/// The name at the head of a clause without a verb for which the verb of clause `c` stands, with no «and» before it.
pub(super) fn waiting_topic(
    reading: &Reading<'_>,
    items: &[Item],
    clauses: &[Clause],
    c: usize,
) -> Option<Vec<usize>> {
    let clause = &clauses[c];
    let verb = clause.finite?;
    let bare = items[clause.items.start..=verb.item].iter().all(|i| {
        let mark = matches!(i.what, What::Comma | What::Quote | What::Date(_));
        mark || !i.is_joined() && i.cues().iter().any(|cue| cue.verb.is_none())
            || i.from == items[verb.item].from
    });
    let says = matches!(verb.cue, Some(Cue::Speech(_) | Cue::Plan)) && verb.trigger.is_none();
    let own = clause.opener == Opener::Joined && bare && !says && !items[verb.item].is_joined();
    // «X, which …, had its leader killed»: another stands behind the verb.
    let other = items
        .get(verb.item + 1)
        .filter(|_| verb.item + 1 < clause.items.end)
        .is_some_and(|n| n.what == What::Word && n.affixes.is_empty() && !is_accusative(reading, n));
    if !own || other {
        return None;
    }
    let stands = |p: &usize| clauses[*p].finite.is_none() && clauses[*p].opener != Opener::Relative;
    let p = (c.saturating_sub(BETWEEN + 1)..c).rev().find(stands)?;
    let described = p + 1 == c || clauses[p + 1].opener == Opener::Relative;
    let closed = clauses[p + 1..c].iter().all(|b| b.opener != Opener::Start && b.opener != Opener::That);
    if !(described && closed) {
        return None;
    }
    let row = items.get(clauses[p].items.clone())?;
    let at = row.iter().position(|i| matches!(i.what, What::Actor(_))).filter(|&at| at <= 1)?;
    let opens = row.first().filter(|_| at == 1).is_none_or(|f| {
        f.what == What::Quote || f.prep().is_none() && !f.cues().is_empty() && f.triggers().is_empty()
    });
    let actor = row[at].actor().filter(|_| opens && row[at].proclitic().is_none())?;
    if reading.actors[actor].class == ActorClass::Source || reading.actors[actor].is_land {
        return None;
    }
    let start = clauses[p].items.start + at;
    let topic = coordinated(reading, items, clauses[p].items.end, start, actor);
    agrees(reading, &verb, &topic).then_some(topic)
}

/// «those whom X abducted», «three, whom X held»: who stands right behind a verb with its object written on to it.
pub(super) fn behind_object(reading: &Reading<'_>, items: &[Item], clause: &Clause) -> Option<Vec<usize>> {
    const THEM: [&str; 4] = ["\u{647}\u{645}", "\u{647}\u{646}", "\u{647}\u{627}", "\u{647}"];
    let verb = clause.finite.filter(|f| f.trigger.is_some())?;
    let it = &items[verb.item];
    let harms =
        it.verb_trigger().is_some_and(|(t, _)| matches!(reading.frame_of(t), Frame::Harm | Frame::Hold));
    let them = it.has_pronoun && THEM.iter().any(|them| reading.text.fold_at(it.to - 1).ends_with(them));
    let end = clause.items.end;
    let at = (verb.item + 1..end).find(|&i| items[i].what != What::Quote)?;
    let actor = items[at]
        .actor()
        .filter(|_| harms && them && (items[at].affixes.is_empty() || items[at].affixes == Affixes::AL))?;
    let fights = matches!(reading.actors[actor].class, ActorClass::Armed | ActorClass::State);
    fights.then(|| coordinated(reading, items, end, at, actor))
}
