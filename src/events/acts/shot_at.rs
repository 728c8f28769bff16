//! «targeted an officer with shots», «targeted a checkpoint with machine guns»: what is shot at with small arms is not shelled;
//! persons are attacked, and a force is fought.

use super::draft::{Draft, Scope};
use super::spot::is_with;
use super::under_fire::is_civil;
use crate::events::EventKind;
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::ActorClass;
use crate::knowledge::status::Cue;
use crate::knowledge::tolls::TollWord;
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;

/// Makes an attack or a clash of shelling that is done with small arms and nothing heavier.
pub(super) fn shoot_at(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    if draft.kind != EventKind::Shelling || draft.frame != Frame::Strike {
        return;
    }
    let (reading, items) = (scope.reading, scope.items);
    let (text, lists) = (&reading.text, &reading.knowledge.triggers.lists);
    let behind = &items[item + 1..scope.window_end(item)];
    let with = |i: &Item| is_with(reading, i) && lists.small_arms.longest_at(text, i.from).is_some();
    let heavier = |i: &Item| {
        let strikes = i.noun_trigger().is_some_and(|t| reading.frame_of(t) == Frame::Strike);
        strikes && (is_with(reading, i) || i.is_joined())
    };
    if !behind.iter().any(with) || behind.iter().any(heavier) {
        return;
    }
    let unknown = |&a: &usize| reading.actors[a].is_anonymous || reading.actors[a].is_common_noun;
    let strangers = draft.initiators.iter().all(unknown);
    let hit = |i: &&Item| match i.what {
        What::Actor(a) => !draft.initiators.contains(&a),
        What::Word | What::Known => !with(i),
        _ => false,
    };
    let force = |i: &Item| {
        let armed = match i.what {
            What::Actor(a) => {
                let hit = &reading.actors[a];
                matches!(hit.class, ActorClass::Armed | ActorClass::State)
                    && (!hit.is_common_noun || !strangers || i.affixes.has(Affixes::LI))
            }
            _ => false,
        };
        let column = lists.columns.longest_at(text, i.from).is_some();
        armed || column || i.is_cue(Cue::VaguePlace) || lists.vehicles.longest_at(text, i.from).is_some()
    };
    let fights = |i: &Item| {
        let word = reading.knowledge.tolls.lexicon.longest_at(text, i.from).map(|m| *m.value);
        matches!(word, Some(TollWord::Soldiers | TollWord::Fighters))
    };
    let civil = behind.iter().filter(hit).any(|i| is_civil(reading, i) && !fights(i));
    let force = behind.iter().filter(hit).any(|i| force(i) || !strangers && fights(i));
    if civil || !force {
        draft.kind = EventKind::Attack;
    } else {
        (draft.kind, draft.frame) = (EventKind::Clash, Frame::Fight);
    }
    draft.why.push("shot at with small arms".into());
}
