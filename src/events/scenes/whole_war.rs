//! «The war has left ten thousand dead»: the toll of a whole war belongs to its country.

use crate::events::EventKind;
use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::Reading;
use crate::knowledge::PlaceKind;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::tolls::TollWord;

/// Takes the toll of a whole war from the towns that only tell since when it lasts.
pub(in crate::events) fn belong_to_war(reading: &Reading<'_>, draft: &mut Draft) {
    if reading.home.is_none() {
        return;
    }
    if draft.places.is_empty() && begins_war(reading, draft) {
        draft.setting = reading.home;
        draft.points_back = false;
        draft.why.push("no place named: the country of the war".into());
        return;
    }
    if draft.tolls.is_empty() || !is_of_war(reading, draft) {
        return;
    }
    let country = |p: &mut usize| reading.places[*p].kind == PlaceKind::Country;
    let town = war_in(reading, draft);
    draft.places.retain(country);
    if let Some(town) = town {
        draft.places.clear();
        draft.places.push(town);
        return;
    }
    draft.setting = reading.home;
}

/// «the war broke out on 15 April»: where nothing else is told, it is the country's.
fn begins_war(reading: &Reading<'_>, draft: &Draft) -> bool {
    let wars = &reading.knowledge.tolls.wars;
    let (from, to) = draft.trigger;
    let end = reading.text.tokens.len();
    let mut near = from..(to + 2).min(end);
    let fights = draft.kind == EventKind::Clash && war_in(reading, draft).is_none();
    fights && near.any(|i| wars.longest_at(&reading.text, i).is_some() && reading.text.is_definite(i))
}

/// «the war in the city has left five thousand dead»: the place right behind the war.
fn war_in(reading: &Reading<'_>, draft: &Draft) -> Option<usize> {
    let sentence = reading.sentences[draft.sentence].tokens.start;
    let words = &reading.knowledge.tolls.wars;
    let war = (sentence..=draft.trigger.1).find(|&i| words.longest_at(&reading.text, i).is_some())?;
    let next = reading.places.partition_point(|p| p.tokens.start <= war);
    let place = reading.places.get(next)?;
    let inside =
        place.tokens.start == war + 2 && reading.follows_cue(place.tokens.start, Cue::Prep(Prep::At));
    (inside && place.kind != PlaceKind::Country).then_some(next)
}

/// Does a verb of killing or leaving behind, with the war for its subject, stand before the toll?
fn is_of_war(reading: &Reading<'_>, draft: &Draft) -> bool {
    let knowledge = reading.knowledge;
    let kills = |i: usize| {
        let found = knowledge.tolls.lexicon.longest_at(&reading.text, i);
        found.is_some_and(|m| *m.value == TollWord::Kill && m.n_tokens == 1)
    };
    let leaves = |i: usize| reading.says_cue(i, Cue::Result);
    let war = |i: usize| knowledge.tolls.wars.longest_at(&reading.text, i).is_some();
    let sentence = reading.sentences[draft.sentence].tokens.start;
    (sentence + 1..=draft.trigger.1).any(|i| {
        i < reading.text.tokens.len()
            && war(i)
            && reading.text.is_definite(i)
            && (kills(i - 1) || leaves(i - 1))
    })
}
