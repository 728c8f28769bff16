//! Troops and vehicles on the move: where they enter or arrive they are deployed.

use super::draft::{Draft, Scope};
use crate::events::EventKind;
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::tolls::TollWord;
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;

/// Most words between a column and its owner.
const OWNER: usize = 4;

/// «The last» of them, folded.
const LAST: &str = "\u{627}\u{62E}\u{631}";

/// «The first» of them, with one that is feminine, folded.
const FIRST: [&str; 2] = ["\u{627}\u{648}\u{644}", "\u{627}\u{648}\u{644}\u{64A}"];

/// «a convoy entered X»: troops on the move are deployed there.
pub(in crate::events) fn is_column(scope: Scope<'_, '_>, draft: &Draft) -> bool {
    let enters = draft.frame == Frame::Enter && draft.kind == EventKind::Advance && draft.is_weak;
    enters && draft.initiators.iter().any(|&a| scope.reading.is_column(a))
}

/// «a convoy of aid of X entered Y», «a delegation of X entered Y»: the one is deployed there, the other visits; neither
/// takes any ground.
pub(in crate::events) fn visit(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    // «a delegation of ministers reached X».
    let delegations = &scope.reading.knowledge.triggers.lists.delegations;
    let envoy =
        |n: &Item| n.what == What::Word && delegations.longest_at(&scope.reading.text, n.from).is_some();
    if draft.frame == Frame::Reach && !draft.is_noun && scope.items.get(item + 1).is_some_and(envoy) {
        (draft.kind, draft.frame, draft.is_weak) = (EventKind::Diplomacy, Frame::Meet, false);
        draft.targets.clear();
        return;
    }
    // «X sent a delegation to Y».
    if draft.frame == Frame::Send && !draft.is_noun && sends_envoys(scope, item) {
        (draft.kind, draft.frame, draft.is_weak) = (EventKind::Diplomacy, Frame::Meet, true);
        return;
    }
    if draft.frame != Frame::Enter || draft.kind != EventKind::Advance || !draft.is_weak {
        return;
    }
    let (text, triggers) = (&scope.reading.text, &scope.reading.knowledge.triggers);
    let Some(next) = scope.items.get(item + 1) else { return };
    // «the entry of buses into X»: whoever acted before does not enter.
    let column = |n: &Item| n.what == What::Word && triggers.lists.columns.longest_at(text, n.from).is_some();
    if draft.is_noun {
        if column(next) {
            draft.initiators.clear();
        } else {
            return;
        }
    }
    let doer = draft.initiators.first().map(|&a| scope.reading.actors[a].tokens.start);
    let envoys = |at: usize| triggers.lists.delegations.longest_at(text, at).is_some();
    if envoys(next.from) || doer.is_some_and(envoys) {
        (draft.kind, draft.frame) = (EventKind::Diplomacy, Frame::Meet);
        return;
    }
    if column(next) && draft.initiators.is_empty() {
        (draft.kind, draft.frame) = (EventKind::Deployment, Frame::Reach);
        (draft.is_weak, draft.counts_column) = (false, true);
        draft.acts_on = false;
        // «belonging to X».
        let behind = scope.items[item + 2..]
            .iter()
            .take(OWNER)
            .take_while(|i| matches!(i.what, What::Word | What::Actor(_)));
        let owner = behind.filter_map(Item::actor);
        let owners: Vec<usize> = owner.take(1).collect();
        draft.targets.retain(|a| !owners.contains(a));
        draft.initiators.extend(owners);
    }
}

/// Does a delegation stand behind the verb and whoever sends it?
fn sends_envoys(scope: Scope<'_, '_>, item: usize) -> bool {
    const REACH: usize = 3;
    let delegations = &scope.reading.knowledge.triggers.lists.delegations;
    let behind = scope.items[item + 1..scope.clause().items.end].iter().take(REACH);
    let mut near = behind.skip_while(|i| matches!(i.what, What::Actor(_)));
    near.next().is_some_and(|n| delegations.longest_at(&scope.reading.text, n.from).is_some())
}

/// What the draft of a column becomes: one that enters or arrives is deployed, one that leaves needs no owner.
pub(super) fn move_column(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    let arrives = matches!(draft.frame, Frame::Enter | Frame::Reach | Frame::Move) && draft.is_weak;
    let start = scope.clause().items.start;
    let leaves = draft.frame == Frame::Leave && !draft.is_noun && draft.initiators.is_empty();
    let nameless = draft.frame == Frame::Leave && draft.initiators.is_empty();
    draft.counts_column |=
        nameless && (counts_fighters(scope, item) || !draft.is_noun && column_behind(scope, item).is_some());
    draft.counts_column |= leaves && column_before(scope.reading, scope.items, start, item).is_some();
    if arrives
        && !draft.is_noun
        && let Some(owners) = column_before(scope.reading, scope.items, start, item)
        && (draft.initiators.is_empty() || !owners.is_empty())
    {
        draft.kind = EventKind::Deployment;
        (draft.is_weak, draft.counts_column) = (false, owners.is_empty());
        draft.initiators = owners.into();
    }
    let heads = draft.frame == Frame::Move && !draft.initiators.is_empty();
    if let Some(column) = column_behind(scope, item).filter(|_| arrives && !heads) {
        (draft.kind, draft.frame) = (EventKind::Deployment, Frame::Reach);
        (draft.is_weak, draft.counts_column) = (false, true);
        // «a column of the army of X»: it is who arrives, for whoever owns it.
        let behind = scope.items[column..].iter().take(1 + OWNER);
        let mut behind = behind.skip(1).take_while(|i| matches!(i.what, What::Word | What::Actor(_)));
        let owner = behind.find(|i| i.affixes.has(Affixes::LI) && i.actor().is_some());
        draft.initiators = owner.and_then(Item::actor).into_iter().collect();
        draft.targets.retain(|a| !draft.initiators.contains(a));
        draft.acts_on = false;
    }
}

/// «that a column of the army of X entered»: whose the column is that stands right behind `start` and before the verb.
pub(in crate::events) fn column_before(
    reading: &Reading<'_>,
    items: &[Item],
    start: usize,
    verb: usize,
) -> Option<Vec<usize>> {
    const NEAR: usize = 3;
    let columns = &reading.knowledge.triggers.lists.columns;
    // «reinforcements of the army reach X».
    let sent = |n: &Item| n.noun_trigger().is_some_and(|t| reading.frame_of(t) == Frame::Send);
    let column =
        |n: &Item| (n.what == What::Word || sent(n)) && columns.longest_at(&reading.text, n.from).is_some();
    let at = (start..verb.min(start + NEAR)).find(|&i| column(&items[i]))?;
    let mut own = items[at + 1..verb].iter().take_while(|n| n.what != What::Comma);
    let owner = own.find_map(Item::actor);
    Some(owner.into_iter().collect())
}

/// «the entry of some 55 buses», «there reached X reinforcements»: the item of the vehicles or troops that come, when nothing
/// but where they come to stands before them.
fn column_behind(scope: Scope<'_, '_>, item: usize) -> Option<usize> {
    let reading = scope.reading;
    // «there reached X on Monday …»: the column stands behind the place and the day.
    let end = scope.clause().items.end;
    let whither = |i: &usize| {
        let it = &scope.items[*i];
        matches!(it.what, What::Place(_) | What::Date(_)) || it.prep().is_some()
    };
    let at = (item + 1..end).find(|i| !whither(i)).unwrap_or(item + 1);
    // «the first convoy of aid reached X».
    let first = |n: &Item| FIRST.contains(&reading.text.fold_at(n.from));
    let at = at + usize::from(scope.items.get(at).is_some_and(first));
    let column = |n: &Item| {
        let buses = &reading.knowledge.triggers.lists.buses;
        n.what == What::Word && buses.longest_at(&reading.text, n.from).is_none()
    };
    // «a convoy with a thousand people» tells who comes.
    let counts = scope.items.get(at + 2).is_some_and(|n| matches!(n.what, What::Number(_)));
    let bare = |n: &Item| column(n) && !reading.text.is_definite(n.from) && !counts;
    // «reinforcements reached X».
    let sends = |n: &Item| n.noun_trigger().is_some_and(|t| scope.trigger(t).frame == Frame::Send);
    let first = scope.items.get(at)?;
    let counted = matches!(first.what, What::Number(_));
    let at = if counted { at + 1 } else { at };
    let columns = &reading.knowledge.triggers.lists.columns;
    let comes = counted || sends(first) || bare(first);
    let is_column = |n: &Item| columns.longest_at(&reading.text, n.from).is_some();
    (comes && scope.items.get(at).is_some_and(is_column)).then_some(at)
}

/// «the departure of 700 fighters from X», «some thousand fighters left X»: how many fighters leave, without a word on
/// whose they are.
fn counts_fighters(scope: Scope<'_, '_>, item: usize) -> bool {
    let tolls = &scope.reading.knowledge.tolls.lexicon;
    let mut row = scope.items[item + 1..scope.clause().items.end].iter();
    let text = &scope.reading.text;
    // «the last soldier left X».
    let counted = row.next().is_some_and(|n| {
        matches!(n.what, What::Number(_))
            || matches!(n.what, What::Word | What::Known) && text.fold_at(n.from) == LAST
    });
    counted
        && row.next().is_some_and(|n| {
            let word = tolls.longest_at(text, n.from);
            word.is_some_and(|m| matches!(m.value, TollWord::Fighters | TollWord::Soldiers))
        })
}

/// «hundreds came out of the quarters in X»: does «from» stand between the verb and the place at item `place`?
pub(super) fn comes_out(scope: Scope<'_, '_>, item: usize, place: usize) -> bool {
    scope.items[item + 1..place].iter().any(|i| i.is_cue(Cue::Prep(Prep::From)))
}

/// «patrols of the army were seen in X»: those who are seen there have come.
pub(super) fn come_who_are_seen(scope: Scope<'_, '_>, draft: &mut Draft) {
    let seen = draft.kind == EventKind::Deployment && draft.frame == Frame::Send && !draft.is_noun;
    let armed = |a: &usize| scope.reading.actors[*a].class == ActorClass::Armed;
    if seen && draft.initiators.is_empty() && draft.targets.iter().all(armed) {
        draft.initiators = std::mem::take(&mut draft.targets);
    }
}
