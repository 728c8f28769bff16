//! «left X for Y, and others entered it»: it is X.

use crate::events::EventKind;
use crate::events::acts::draft::{Draft, Scope};
use crate::events::clauses::walk::Found;
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;

/// The place left by the act told last, when a draft points back and the place named last before it is only where those
/// who left went.
pub(in crate::events) fn place_left(reading: &Reading<'_>, told: &[Draft], draft: &Draft) -> Option<usize> {
    const GAP: usize = 2;
    let gains = matches!(draft.frame, Frame::Take | Frame::Enter | Frame::Leave | Frame::Lose);
    let at = Some(draft.trigger.0).filter(|_| gains && (draft.points_back || draft.has_object))?;
    let whither = reading.places.partition_point(|p| p.tokens.end <= at).checked_sub(1)?;
    let left = whither.checked_sub(1)?;
    let [from, to] = [left, whither].map(|p| &reading.places[p].tokens);
    let near = (from.end..=from.end + GAP).contains(&to.start);
    let leaves = |d: &Draft| {
        matches!(d.frame, Frame::Leave | Frame::Rout | Frame::Flee | Frame::Take) && d.places.contains(&left)
    };
    let both = reading.follows_cue(from.start, Cue::Prep(Prep::From))
        && reading.follows_cue(to.start, Cue::Prep(Prep::To));
    (near && both && told.iter().rev().take(3).any(leaves)).then_some(left)
}

/// «took X after the army withdrew to Y»: what others take after a withdrawal is what was left.
pub(in crate::events) fn leave_what_is_taken(reading: &Reading<'_>, draft: &mut Draft, told: &[Draft]) {
    let headed = draft.frame == Frame::Leave && draft.kind == EventKind::Deployment && draft.is_noun;
    if !headed || draft.places.len() != 1 || !reading.follows_cue(draft.trigger.0, Cue::After) {
        return;
    }
    let Some(gain) = told.last().filter(|d| matches!(d.frame, Frame::Take | Frame::Enter | Frame::Fall))
    else {
        return;
    };
    let by_others = draft.initiators.iter().all(|a| !gain.initiators.contains(a));
    let same = |p: &usize| reading.places[*p].place == reading.places[draft.places[0]].place;
    if !by_others || gain.places.is_empty() || gain.places.iter().any(same) {
        return;
    }
    draft.kind = EventKind::Withdrawal;
    draft.destination = draft.places.pop();
    draft.places.clone_from(&gain.places);
    draft.why.push("left what was taken after it".into());
}

/// The list of places that are left. «The people of X left Y»: X only says who they are.
pub(super) fn left_list(reading: &Reading<'_>, found: &[Found], draft: &Draft) -> Option<usize> {
    let mut lists = found.iter().filter(|f| f.prep != Some(Prep::To));
    let first = lists.next()?;
    let start = reading.places[first.place].tokens.start;
    // «a brigade from X withdrew from Y».
    let from = first.prep == Some(Prep::From) && reading.follows_cue(start, Cue::Prep(Prep::From));
    let of_people = draft.initiators.iter().any(|&a| {
        let end = reading.actors[a].tokens.end;
        end == start || from && end + 1 == start
    });
    let second = lists.find(|f| f.list != first.list);
    // «men of A left from X, and men of B from Y»: X is left too.
    let others = second.is_some_and(|s| {
        let behind = reading.actors.partition_point(|a| a.tokens.start < start);
        let next = reading.places[s.place].tokens.start;
        reading.actors.get(behind).is_some_and(|a| a.tokens.start < next)
    });
    let of_people = of_people && !(from && others);
    // «the gunmen left X and also Y»: Y is only added to it.
    let added = |f: &Found| reading.follows_cue(reading.places[f.place].tokens.start, Cue::Then);
    let bare = |f: &Found| f.prep.is_none() && !draft.is_noun && !added(f);
    let object = second.filter(|f| bare(f) && first.prep.is_none());
    // «the fighters of X left from Y».
    let whence = second.filter(|f| f.prep == Some(Prep::From));
    // «the forces in X withdrew from Y».
    let stationed = whence.filter(|_| first.prep == Some(Prep::At));
    Some(object.or(whence).filter(|_| of_people).or(stationed).unwrap_or(first).list)
}

/// «drove the others out of it to X»: what is taken is what the pronoun means, and not X.
pub(super) fn drive_out(scope: Scope<'_, '_>, item: usize, found: &mut Vec<Found>, draft: &mut Draft) {
    let expels = draft.frame == Frame::Take && expels(scope, item);
    let end = scope.clause().items.end;
    let of_it = |i: usize| scope.items[i].is_cue(Cue::ThereFrom);
    let whither = !found.is_empty() && found.iter().all(|f| f.prep == Some(Prep::To));
    if expels && whither && (item + 1..end).any(of_it) {
        found.clear();
        draft.points_back = true;
    }
}

/// Does the trigger at item `i` name whom it drives out?
pub(in crate::events) fn expels(scope: Scope<'_, '_>, i: usize) -> bool {
    let item = &scope.items[i];
    let form = item.noun_trigger().or(item.verb_trigger().map(|t| t.0));
    form.is_some_and(|t| scope.trigger(t).expels)
}

/// Is the trigger at token `at` one of driving somebody out?
pub(in crate::events) fn is_expulsion(scope: Scope<'_, '_>, at: usize) -> bool {
    let i = scope.items.partition_point(|n| n.from < at);
    scope.items.get(i).is_some_and(|n| n.from == at) && expels(scope, i)
}

/// Is it civilians who leave?
pub(super) fn of_civilians(reading: &Reading<'_>, draft: &Draft) -> bool {
    let civilians = |a: &usize| reading.actors[*a].class == ActorClass::Civilians;
    let people = if draft.initiators.is_empty() { &draft.others } else { &draft.initiators };
    !people.is_empty() && people.iter().all(civilians)
}
