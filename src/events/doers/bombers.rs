//! «a raid hit X»: in a country that one foreign power alone bombs, the raid is that power's, where the text names it.

use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::events::{EventKind, Toll, TollWho};
use crate::knowledge::FactionId;
use crate::knowledge::triggers::Frame;

/// Lays raids and shelling of nobody to the foreign power that bombs the country where they hit.
pub(in crate::events) fn name_bombers(reading: &Reading<'_>, drafts: &mut [Draft]) {
    for i in 0..drafts.len() {
        let (told, rest) = drafts.split_at_mut(i);
        let Some(draft) = rest.first_mut() else { continue };
        ground_abroad(reading, draft);
        drop_barrels(reading, draft);
        count_victims(reading, draft, told);
        let strikes = draft.frame == Frame::Strike
            && matches!(draft.kind, EventKind::AirStrike | EventKind::Shelling)
            && draft.initiators.is_empty();
        let Some(power) = (if strikes { power_over(reading, draft) } else { None }) else { continue };
        let of = |a: &usize| reading.actors[*a].faction == Some(power);
        if draft.targets.iter().chain(&draft.others).any(of) {
            continue;
        }
        let acts = |a: &usize| matches!(reading.actors[*a].class, ActorClass::Armed | ActorClass::State);
        let all = || (0..reading.actors.len()).filter(|a| of(a) && acts(a));
        let before = all().take_while(|&a| reading.actors[a].tokens.start < draft.trigger.0).last();
        if let Some(actor) = before.or_else(|| all().next()) {
            draft.initiators.push(actor);
            draft.why.push("who bombs that country".into());
        }
    }
}

/// «the planes bombed X», with no word of whose they are: not those of the story's own state, where X lies in another one,
/// or where that government is gone.
fn ground_abroad(reading: &Reading<'_>, draft: &mut Draft) {
    let conflict = &reading.knowledge.conflict;
    let Some(place) = draft.places.first().and_then(|&p| reading.places[p].place) else { return };
    let country = conflict.place(place).country.as_str();
    let state = reading.knowledge.place_words.states.get(country).copied();
    let succession = reading.knowledge.actors.succession.as_ref();
    let gone = succession.is_some_and(|s| reading.published.is_some_and(|p| p >= s.day));
    let home = state == reading.knowledge.actors.theatre && !gone;
    if draft.frame != Frame::Strike || state.is_none() || home {
        return;
    }
    let air = &reading.knowledge.triggers.lists.air;
    let bare = |tokens: &std::ops::Range<usize>| {
        air.longest_at(&reading.text, tokens.start).is_some_and(|m| m.n_tokens >= tokens.len())
    };
    let own = |a: &usize| {
        let hit = &reading.actors[*a];
        hit.faction.is_some() && hit.faction == conflict.government() && bare(&hit.tokens)
    };
    draft.initiators.retain(|a| !own(a));
}

/// «helicopters dropped barrels of explosives on X»: arms that nobody but the government drops.
fn drop_barrels(reading: &Reading<'_>, draft: &mut Draft) {
    const NEAR: usize = 8;
    let strikes = draft.frame == Frame::Strike && draft.initiators.is_empty() && !reading.is_abroad;
    let succession = reading.knowledge.actors.succession.as_ref();
    let gone = succession.is_some_and(|s| reading.published.is_some_and(|p| p >= s.day));
    if !strikes || gone {
        return;
    }
    let sentence = &reading.sentences[draft.sentence].tokens;
    let near =
        draft.trigger.0.saturating_sub(NEAR).max(sentence.start)..sentence.end.min(draft.trigger.1 + NEAR);
    let barrels = &reading.knowledge.triggers.lists.barrels;
    let of = |a: &usize| reading.actors[*a].faction == reading.knowledge.conflict.government();
    if near.into_iter().any(|i| barrels.longest_at(&reading.text, i).is_some())
        && let Some(actor) = (0..reading.actors.len()).find(of)
    {
        draft.initiators.push(actor);
        draft.why.push("who alone drops such arms".into());
    }
}

/// «29 dead in X», right behind the raids of the one power that bombs the country: it killed them.
fn count_victims(reading: &Reading<'_>, draft: &mut Draft, told: &[Draft]) {
    const SENTENCES: usize = 3;
    let counts =
        draft.kind == EventKind::Casualties && draft.initiators.is_empty() && !draft.places.is_empty();
    let civil = |t: &Toll| matches!(t.who, TollWho::Civilians | TollWho::All);
    if !counts || !draft.tolls.iter().all(civil) {
        return;
    }
    let Some(power) = power_over(reading, draft) else { return };
    let acts = |d: &&Draft| matches!(d.frame, Frame::Strike | Frame::Fight | Frame::Take | Frame::Enter);
    let last = told.iter().rev().find(acts).filter(|d| draft.sentence - d.sentence <= SENTENCES);
    let by_power = |d: &&Draft| {
        let of = |a: &usize| reading.actors[*a].faction == Some(power);
        d.frame == Frame::Strike && !d.initiators.is_empty() && d.initiators.iter().all(of)
    };
    if let Some(last) = last.filter(by_power) {
        draft.initiators.clone_from(&last.initiators);
        draft.why.push("who bombs that country".into());
    }
}

/// The foreign power that alone bombs the country of the draft's place, or that of the story when it names none.
fn power_over(reading: &Reading<'_>, draft: &Draft) -> Option<FactionId> {
    let conflict = &reading.knowledge.conflict;
    let place = match draft.places.first() {
        Some(&p) => reading.places[p].place.or(reading.places[p].area),
        None => reading.home.filter(|_| reading.is_abroad && draft.kind == EventKind::AirStrike),
    };
    let country = conflict.place(place.or(reading.home)?).country.as_str();
    let state = *reading.knowledge.place_words.states.get(country)?;
    let origin = reading.knowledge.actors.state(state).origin;
    (origin.bombers != origin.force).then_some(origin.bombers)
}

/// May whoever acts in `before` bomb where `draft` hits? In a country that one foreign power alone bombs nobody else does.
pub(in crate::events) fn may_bomb(reading: &Reading<'_>, before: &Draft, draft: &Draft) -> bool {
    let strikes =
        matches!(draft.kind, EventKind::AirStrike | EventKind::Shelling) && !draft.places.is_empty();
    let power = if strikes { power_over(reading, draft) } else { None };
    power.is_none_or(|p| before.initiators.iter().all(|&a| reading.actors[a].faction == Some(p)))
}

/// «the bombing, which hit X», after nothing but raids from the air: it came from the air too.
pub(super) fn recall_raids(draft: &mut Draft, before: &[Draft]) {
    const REACH: usize = 2;
    let points =
        draft.is_definite && draft.is_noun && !draft.names_thing && draft.kind == EventKind::Shelling;
    let near = before.iter().rev().take_while(|d| points && draft.sentence - d.sentence <= REACH);
    let mut fire = near.filter(|d| matches!(d.kind, EventKind::AirStrike | EventKind::Shelling)).peekable();
    if fire.peek().is_some() && fire.all(|d| d.kind == EventKind::AirStrike) {
        draft.kind = EventKind::AirStrike;
        draft.why.push("the strike told before".into());
    }
}
