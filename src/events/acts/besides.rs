//! Verbs that tell nothing here: what stopped is no road, what was inflicted is told by another act.

use super::draft::{Draft, Scope};
use super::spot::{Noun, is_any};
use super::wrecked::tells_of_fight;
use crate::events::EventKind;
use crate::events::clauses::clause::{Clause, Finite};
use crate::events::clauses::item::{Item, What};
use crate::events::doers::launched::launched_by;
use crate::events::mentions::reading::Reading;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::{Frame, TriggerForm};
use crate::text::Affixes;

/// «the operations in X have stopped»: does a word that the verb may not have behind it stand before it, as its subject?
pub(super) fn is_of_other_matter(
    reading: &Reading<'_>,
    items: &[Item],
    clause: &Clause,
    finite: &Finite,
) -> bool {
    let Some(need) = finite.trigger.filter(|t| reading.frame_of(*t) == Frame::Close).and_then(|t| t.need)
    else {
        return false;
    };
    let barred = &reading.knowledge.triggers.needs[usize::from(need)].none;
    let subject = items[clause.items.start..finite.item].iter();
    let head = subject.into_iter().find(|i| i.cues().is_empty() && !matches!(i.what, What::Date(_)));
    head.is_some_and(|i| barred.stands_at(&reading.text, i.from))
}

/// «the unit inflicted losses on X», «X broke the truce by shelling Y»: does the sentence tell of another act, by which it
/// was done?
pub(super) fn tells_beside(reading: &Reading<'_>, items: &[Item], clause: &Clause, finite: &Finite) -> bool {
    let Some(form) = finite.trigger else { return false };
    if reading.knowledge.triggers.all[usize::from(form.trigger)].counts_alone {
        return !tells_of_fight(reading, items, clause, finite.item);
    }
    breaks_by(reading, items, clause, finite)
        || is_published(reading, items, finite)
        || refuses_anew(reading, items, clause, finite)
}

/// «pictures that X spread», without «that»: the pronoun means what no troops are.
fn is_published(reading: &Reading<'_>, items: &[Item], finite: &Finite) -> bool {
    let verb = &items[finite.item];
    let sends = finite.trigger.is_some_and(|t| reading.frame_of(t) == Frame::Send);
    let Some(noun) = finite.item.checked_sub(1).map(|j| &items[j]).filter(|_| sends && verb.has_pronoun)
    else {
        return false;
    };
    let triggers = &reading.knowledge.triggers;
    let troops = triggers.lists.columns.longest_at(&reading.text, noun.from).is_some()
        || triggers.lists.arms.longest_at(&reading.text, noun.from).is_some();
    noun.what == What::Word && !troops && !verb.is_joined()
}

/// «broke the truce with an attack on X»: does the verb of breaking a deal name the deed behind it?
fn breaks_by(reading: &Reading<'_>, items: &[Item], clause: &Clause, finite: &Finite) -> bool {
    let verb = &items[finite.item];
    let deal = finite.trigger.is_some_and(|t| reading.frame_of(t) == Frame::Deal);
    if !deal || reading.knowledge.triggers.lists.breaches.longest_at(&reading.text, verb.from).is_none() {
        return false;
    }
    let fights = |i: &Item| {
        let frame = i.noun_trigger().map(|t| reading.frame_of(t));
        matches!(frame, Some(Frame::Strike | Frame::Fight | Frame::Enter | Frame::Harm | Frame::Damage))
    };
    let by = |w: &[Item]| {
        let with = w[1].affixes.has(Affixes::BI) || w[0].prep() == Some(Prep::At);
        with && fights(&w[1])
    };
    items[finite.item..clause.items.end].windows(2).any(by)
}

/// «a plane of X fell by a missile that Y had launched»: is the missile only what brought the plane down?
pub(super) fn brings_down(noun: Noun<'_, '_>) -> bool {
    let Noun { reading, items, clause, i, form } = noun;
    if reading.frame_of(form) != Frame::Strike || !items[i].affixes.has(Affixes::BI) {
        return false;
    }
    clause.finite.is_some_and(|f| f.item < i && is_of_plane(reading, items, &f))
}

/// Does the verb tell of a plane that falls or is brought down, named behind it?
fn is_of_plane(reading: &Reading<'_>, items: &[Item], verb: &Finite) -> bool {
    const REACH: usize = 3;
    let fights = verb.trigger.is_some_and(|t| reading.frame_of(t) == Frame::Fight && t.need.is_some());
    let air = |n: &Item| reading.knowledge.triggers.lists.air.longest_at(&reading.text, n.from).is_some();
    fights && items[verb.item + 1..].iter().take(REACH).any(air)
}

/// «a plane fell by the fire of X», «by a missile that X had launched»: X brought it down.
pub(super) fn brought_down_by(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    let reading = scope.reading;
    let verb = scope.clause().finite.filter(|f| f.item == item);
    let falls = draft.kind == EventKind::Clash && !draft.is_noun && draft.initiators.is_empty();
    if !falls || !verb.is_some_and(|f| is_of_plane(reading, scope.items, &f)) {
        return;
    }
    let fire = |i: usize| {
        let it = &scope.items[i];
        let fires = &reading.knowledge.triggers.lists.fires;
        let shot = it.affixes.has(Affixes::BI) && fires.longest_at(&reading.text, it.from).is_some();
        shot || it.is_cue(Cue::Prep(Prep::By))
    };
    let Some(at) = (item + 1..scope.clause().items.end).find(|&i| fire(i)) else { return };
    let own = scope.items.get(at + 1).filter(|n| n.prep().is_none()).and_then(Item::actor);
    let doer = own.or_else(|| launched_by(scope, at));
    if let Some(doer) = doer.filter(|a| !draft.targets.contains(a)) {
        draft.initiators.push(doer);
        draft.is_carried = true;
    }
}

/// «launched an operation to repel X»: the aim of a fight that is told itself.
pub(super) fn is_aim_of_fight(noun: Noun<'_, '_>) -> bool {
    const REACH: usize = 6;
    let Noun { reading, items, clause, i, form } = noun;
    let aim = reading.frame_of(form) == Frame::Repel && items[i].affixes == Affixes::LI;
    let fights = |n: &Item| {
        n.noun_trigger().is_some_and(|t| matches!(reading.frame_of(t), Frame::Fight | Frame::Strike))
    };
    aim && items[clause.items.start.max(i.saturating_sub(REACH))..i].iter().any(fights)
}

/// «talks with X about a ceasefire», «about the exchange of prisoners»: what is only talked over is not done.
pub(super) fn is_talked_over(noun: Noun<'_, '_>) -> bool {
    const REACH: usize = 8;
    let Noun { reading, items, clause, i, form } = noun;
    let about = |j: usize| items[j].is_cue(Cue::Prep(Prep::About)) && !items[j].is_cue(Cue::After);
    let matter = matches!(reading.frame_of(form), Frame::Deal | Frame::Hold);
    // «about the withdrawal from X», «about its recapture».
    let moves = matches!(reading.frame_of(form), Frame::Take | Frame::Enter | Frame::Leave | Frame::Send);
    let deal = moves || matter && !items[i].affixes.has(Affixes::AL);
    let meets = |n: &Item| n.noun_trigger().is_some_and(|t| reading.frame_of(t) == Frame::Meet);
    let told = |j: usize| items[clause.items.start.max(j.saturating_sub(REACH))..j].iter().any(meets);
    // «X and Y discussed the recapture of Z».
    let meets_on = |f: &Finite| f.trigger.is_some_and(|t| reading.frame_of(t) == Frame::Meet);
    let subject = |n: &Item| matches!(n.what, What::Actor(_) | What::Word) && n.prep().is_none();
    let bare = items[i].proclitic().is_none();
    let discussed =
        |f: &Finite| bare && f.item < i && meets_on(f) && items[f.item + 1..i].iter().all(subject);
    moves && clause.finite.as_ref().is_some_and(discussed)
        || deal && i.checked_sub(1).is_some_and(|j| about(j) && told(j))
}

/// «renewed its refusal of the deal»: the noun of refusing right behind the verb.
fn refuses_anew(reading: &Reading<'_>, items: &[Item], clause: &Clause, finite: &Finite) -> bool {
    const REACH: usize = 3;
    let deals = |t: TriggerForm| t.need.is_some() && reading.frame_of(t) == Frame::Deal;
    let refuses =
        |n: &Item| reading.knowledge.triggers.lists.refusals.longest_at(&reading.text, n.from).is_some();
    let behind = items[..clause.items.end].iter().skip(finite.item + 1).take(REACH);
    finite.trigger.is_some_and(deals) && behind.into_iter().any(refuses)
}

/// «announced its refusal to leave X», «its rejection of any truce»: what is refused is not done.
pub(super) fn is_refused(noun: Noun<'_, '_>) -> bool {
    let Noun { reading, items, clause, i, .. } = noun;
    let refuses = |j: usize| {
        let noun = clause.finite.is_some_and(|f| f.item < j);
        noun && reading.knowledge.triggers.lists.refusals.longest_at(&reading.text, items[j].from).is_some()
    };
    let any = |j: usize| is_any(reading, &items[j]);
    let before = i.checked_sub(1);
    before.is_some_and(|j| refuses(j) || any(j) && j.checked_sub(1).is_some_and(refuses))
}

/// «blew up the house of X after taking it»: the pronoun means the house.
pub(super) fn is_taken_house(noun: Noun<'_, '_>) -> bool {
    let Noun { reading, items, clause, i, form } = noun;
    let takes = reading.frame_of(form) == Frame::Take;
    let it = items.get(i + 1).is_some_and(|n| n.is_cue(Cue::There) && !reading.text.is_definite(n.from));
    let wrecks = |f: &Finite| {
        f.item < i && f.trigger.is_some_and(|t| reading.frame_of(t) == Frame::Damage && t.need.is_some())
    };
    takes && it && clause.finite.as_ref().is_some_and(wrecks)
}

/// «halted it»: the pronoun is what was halted, and whom the verb needs stands elsewhere.
pub(super) fn stops_it(reading: &Reading<'_>, item: &Item, finite: &Finite) -> bool {
    let holds = |t: &TriggerForm| t.need.is_some() && reading.frame_of(*t) == Frame::Hold;
    item.has_pronoun && finite.trigger.as_ref().is_some_and(holds)
}
