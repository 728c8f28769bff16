//! Kinds that what stands around a trigger makes of it.

use super::another::note_another;
use super::besieged::suffer_siege;
use super::blown_up::blow_up;
use super::columns::{comes_out, is_column, move_column, visit};
use super::draft::{Draft, Scope};
use super::from_air::strike_from_the_air;
use super::plane_hit::is_at_aircraft;
use super::repelled::down;
use super::road_cut::{cut_road, is_blocked_by_people};
use super::settle::settle;
use super::under_fire::come_under_fire;
use super::weapon::{bomb, flies_behind, is_bombed_from_the_air, is_flown, is_from_the_air, shoot};
use super::wrecked::wreck;
use crate::events::EventKind;
use crate::events::clauses::clause::Finite;
use crate::events::clauses::item::{Item, What};
use crate::events::doers::roles::noun_actors;
use crate::events::doers::sides::side_actors;
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::{Frame, TriggerForm};

/// Kinds that what stands around the trigger makes of it.
pub(in crate::events) fn reshape(scope: Scope<'_, '_>, item: usize, form: TriggerForm, draft: &mut Draft) {
    if draft.kind == EventKind::Casualties && !draft.is_noun {
        draft.initiators.clear(); // who finds the dead did not kill them, nor suffer it
        draft.targets.clear();
    }
    if is_unopposed(scope, item, draft) {
        draft.kind = EventKind::Capture;
        draft.frame = Frame::Take;
        draft.is_weak = false;
        draft.why.push("entered without a fight".into());
    }
    if is_column(scope, draft) {
        (draft.kind, draft.frame) = (EventKind::Deployment, Frame::Reach);
    }
    move_column(scope, item, draft);
    visit(scope, item, draft);
    gather(scope.reading, draft);
    cut_road(scope, item, form, draft);
    suffer_siege(scope, item, draft);
    if is_rally(scope, item, draft) || is_blocked_by_people(scope.reading, draft) {
        (draft.kind, draft.frame) = (EventKind::Protest, Frame::Rally);
        let others = std::mem::take(&mut draft.others);
        draft.targets.extend(others);
    }
    // «that an agreement in X was concluded»
    let done = |f: &Finite| f.item > item && scope.items[f.item].is_cue(Cue::PassiveLight);
    let swaps = scope.items.get(item + 1).and_then(Item::noun_trigger);
    let swaps = swaps.is_some_and(|t| scope.trigger(t).frame == Frame::Hold);
    let deal = draft.frame == Frame::Deal && draft.is_noun && !swaps;
    draft.is_carried |= deal && scope.clause().finite.as_ref().is_some_and(done);
    if draft.frame == Frame::Leave && flees(scope, item, draft) {
        draft.kind = EventKind::Displacement;
        draft.is_weak = false;
    }
    settle(scope.reading, draft);
    take_noun_of_deal(scope, item, draft);
    let bombs = draft.kind == EventKind::Shelling
        || (draft.kind == EventKind::Attack && draft.frame == Frame::Strike);
    let at_aircraft = bombs && is_at_aircraft(scope, item, draft);
    if at_aircraft {
        (draft.kind, draft.frame) = (EventKind::Clash, Frame::Fight);
    } else if bombs && is_bombed_from_the_air(scope, item, draft) {
        draft.kind = EventKind::AirStrike;
    }
    bomb(scope, item, draft);
    shoot(scope, item, draft);
    come_under_fire(scope, item, draft);
    down(scope, item, draft);
    let destroys = draft.frame == Frame::Damage && !draft.is_noun;
    if destroys && (is_flown(scope.reading, draft) || flies_behind(scope.reading, scope.items, item)) {
        (draft.kind, draft.frame, draft.is_weak) = (EventKind::AirStrike, Frame::Strike, false);
    }
    wreck(scope, item, form, draft);
    blow_up(scope, item, draft);
    // «thirteen drones attacked X».
    let attacks = draft.frame == Frame::Fight && !draft.is_noun && form.need.is_none() && !at_aircraft;
    if attacks && is_from_the_air(scope, item, draft) {
        (draft.kind, draft.frame) = (EventKind::AirStrike, Frame::Strike);
    }
    strike_from_the_air(scope, item, draft);
    note_another(scope, item, draft);
}

/// «the agreement between X and Y has entered into force»: who agreed is told with the noun.
fn take_noun_of_deal(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    if draft.frame != Frame::Deal || draft.is_noun || !draft.names_thing || !draft.initiators.is_empty() {
        return;
    }
    let is_deal =
        |i: usize| scope.items[i].noun_trigger().is_some_and(|t| scope.trigger(t).frame == Frame::Deal);
    let clause = scope.clause().items.clone();
    let Some(noun) = clause.clone().find(|&i| i != item && is_deal(i)) else { return };
    let last = clause.rev().find(|&i| is_deal(i)).unwrap_or(noun);
    noun_actors(scope, last, draft);
    side_actors(scope, last, draft);
    draft.is_carried = true;
    draft.quote = (draft.quote.0.min(scope.items[noun].from), draft.quote.1.max(scope.items[last].to));
}

/// «tens of thousands fled from X»: a bare number of nobody in arms.
fn flees(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> bool {
    let counted = scope.items.get(item + 1).is_some_and(|n| matches!(n.what, What::Number(_)));
    let nobody = draft.initiators.is_empty() && draft.others.is_empty() && draft.targets.is_empty();
    let bare = scope.items.get(item + 2).is_some_and(|n| n.prep().is_some());
    counted && bare && nobody && !draft.is_noun && !draft.places.is_empty()
}

/// «entered X without a fight», «entered X after the army had withdrawn from it»: who enters so takes.
fn is_unopposed(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> bool {
    let enters = draft.frame == Frame::Enter && draft.kind == EventKind::Advance && draft.is_weak;
    let armed = !draft.initiators.is_empty();
    let after = &scope.items[item + 1..scope.clause().items.end];
    let left = |i: usize| {
        let leaves = after[i].noun_trigger().is_some_and(|t| scope.trigger(t).frame == Frame::Leave);
        // «the convoy entered X after its departure from Y»: nobody left X.
        let own = after[i].has_pronoun && is_column(scope, draft);
        leaves && !own && i > 0 && after[i - 1].is_cue(Cue::After)
    };
    enters && armed && (after.iter().any(|i| i.is_cue(Cue::Unopposed)) || (0..after.len()).any(left))
}

/// «thousands came out in X»: people in a place, not out of it, when the verb may also tell of a march.
fn is_rally(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> bool {
    if draft.frame != Frame::Leave {
        return false;
    }
    let reading = scope.reading;
    let forms = reading.knowledge.triggers.lexicon.longest_at(&reading.text, scope.items[item].from);
    let marches = forms.is_some_and(|m| m.value.iter().any(|f| scope.trigger(*f).frame == Frame::Rally));
    let counted = scope.items.get(item + 1).is_some_and(|n| matches!(n.what, What::Number(_)));
    let within = |i: usize| {
        let place = matches!(scope.items[i].what, What::Place(_));
        place && scope.items[i].proclitic().or(scope.items[i - 1].prep()) == Some(Prep::At)
    };
    let stays = (item + 1..scope.window_end(item)).find(|&i| matches!(scope.items[i].what, What::Place(_)));
    marches
        && counted
        && draft.initiators.is_empty()
        && !draft.goes_somewhere
        && stays.is_some_and(|i| within(i) && !comes_out(scope, item, i))
}

/// «the troops gathered south of X», «a crowd gathered in X»: who gathers tells whether troops are sent or people protest.
fn gather(reading: &Reading<'_>, draft: &mut Draft) {
    if draft.kind != EventKind::Deployment || draft.frame != Frame::Rally {
        return;
    }
    let armed = |&a: &usize| reading.actors[a].class == ActorClass::Armed;
    if !draft.initiators.is_empty() && draft.initiators.iter().all(armed) {
        draft.frame = Frame::Move;
    } else {
        draft.kind = EventKind::Protest;
    }
}
