//! The subject that stands behind its verb.

use super::called_on::{disagrees, is_accused, is_called_on};
use super::clause::Clause;
use super::item::{Item, What};
use super::meant::{is_beside_date, is_downed_behind, is_in_wake, is_office};
use super::particles::is_aside;
use super::place_before::{is_at_place, is_on_place, is_to_place};
use super::subject::{coordinated, is_number_of};
use super::without::counts_of;
use crate::events::doers::owned::owner_behind;
use crate::events::mentions::reading::Reading;
use crate::events::scenes::whence::fires_from;
use crate::knowledge::status::{Cue, Prep, Speech};
use crate::knowledge::triggers::Frame;
use crate::text::{ARTICLE, Affixes};

/// The subject that follows its verb.
pub(super) fn after_verb(reading: &Reading<'_>, items: &[Item], clause: &Clause, verb: usize) -> Vec<usize> {
    const FOR: char = '\u{644}';
    const BY: char = '\u{628}';
    let demands = items[verb].is_cue(Cue::Speech(Speech::Demand));
    let frame = items[verb].verb_trigger().map(|(t, _)| reading.frame_of(t));
    let moves = matches!(frame, Some(Frame::Reach | Frame::Enter | Frame::Leave | Frame::Move | Frame::Flee));
    let acts = matches!(frame, Some(Frame::Strike | Frame::Fight | Frame::Take | Frame::Enter));
    if let Some(owner) = owner_behind(reading, items, clause, verb) {
        return owner;
    }
    let (mut n_words, mut placed) = (0, false);
    let mut i = verb + 1;
    if i < clause.items.end && is_oblique_plural(reading, &items[i]) {
        return Vec::new(); // «sent advisers and …»: an object opens, the subject was named before
    }
    while i < clause.items.end {
        let item = &items[i];
        match &item.what {
            What::Actor(a) if undergoes(reading, items, verb, (i, *a), n_words) => return Vec::new(),
            What::Actor(a) => {
                // «the head of the council of the government of X, Y»: the title goes on.
                if item.proclitic() == Some(Prep::On) && n_words > 0 {
                    i += 1;
                    continue;
                }
                // «a statement by X denied».
                let speaks = i > 0 && items[i - 1].is_cue(Cue::SpeechNoun);
                if item.proclitic().is_some() && !(speaks && item.affixes.has(Affixes::LI)) {
                    return Vec::new();
                }
                return coordinated(reading, items, clause.items.end, i, *a);
            }
            // «a raid that the alliance flew killed ten of X»: whom the other verb acts on.
            What::Number(_) if n_words > 0 && counts_of(items, i) => return Vec::new(),
            What::Date(_) | What::Quote | What::Number(_) => {}
            What::Known if i == verb + 1 && item.is_cue(Cue::SpeechNoun) => {}
            // «refused at once», «took in turn», «also bombed» before whoever did.
            What::Known if item.cues().iter().any(|c| is_aside(c.cue)) => {}
            What::Known if item.is_cue(Cue::There) || item.is_cue(Cue::ThereFrom) => {}
            What::Known if item.has_pronoun && item.is_cue(Cue::Prep(Prep::About)) => {}
            // «entered, in the wake of it, X».
            What::Known if n_words == 0 && is_in_wake(items, i) => i += 1,
            // «intervened in X to restore the government»: a purpose opens, no subject.
            What::Word if placed && reading.text.fold_at(item.from).starts_with(FOR) => return Vec::new(),
            // «demands the fall of the government».
            What::Word if demands && n_words == 0 && reading.text.fold_at(item.from).starts_with(BY) => {
                return Vec::new();
            }
            // «arrested a number of»: an object.
            What::Word if n_words == 0 && is_number_of(reading, items, i) => return Vec::new(),
            What::Word if n_words < 4 => n_words += 1,
            // «met in X, on Saturday, the ministers of Y»: place and day stand before the subject.
            What::Known if n_words == 0 && is_at_place(items, i) => (placed, i) = (true, i + 1),
            // «reached X, north of Y, the buses of Z».
            What::Known if n_words == 0 && moves && is_to_place(items, i) => (placed, i) = (true, i + 1),
            What::Place(_) if n_words == 0 && moves && placed => {}
            // «there left X today the fighters of Y»: what is left or entered stands right behind the verb.
            What::Place(_) if moves && i == verb + 1 && item.affixes.is_empty() => placed = true,
            // «there took X the forces of Y».
            What::Known if n_words == 0 && is_on_place(items, i) => (placed, i) = (true, i + 1),
            What::Comma if n_words == 0 && is_beside_date(items, i) => {}
            // «called X Y, the envoy of Z, for»: who the person is stands behind the name.
            What::Comma if n_words > 0 && is_office(reading, items.get(i + 1)) => {}
            // «and bombed areas of X»: ground does nothing, and whoever acts was named before.
            What::Known if i == verb + 1 && acts && item.is_cue(Cue::VaguePlace) => return Vec::new(),
            What::Known if item.is_cue(Cue::Partial) || item.is_cue(Cue::VaguePlace) => n_words += 1,
            What::Known if item.cue(|c| matches!(c, Cue::Prep(Prep::From))).is_some() && n_words > 0 => {}
            _ => return Vec::new(),
        }
        i += 1;
    }
    Vec::new()
}

/// Is the actor at item `i`, `n_words` behind the verb, whom it is done to, and no subject of it?
fn undergoes(
    reading: &Reading<'_>,
    items: &[Item],
    verb: usize,
    (i, actor): (usize, usize),
    n_words: usize,
) -> bool {
    let frame = items[verb].verb_trigger().map(|(t, _)| reading.frame_of(t));
    let strikes = matches!(frame, Some(Frame::Strike | Frame::Fight));
    // «and hit positions of X»: where somebody is hit.
    strikes && reading.is_position(actor) && !fires_from(reading, items, i)
        // «…, hit a station and the office of X»: one more thing that was hit.
        || n_words > 0 && frame == Some(Frame::Strike) && goes_on_hitting(items, verb, i)
        // «took X, and shot down a drone of Y»: what is shot down stands right behind the verb.
        // «and called on Israel to stop»: a state is feminine, and no subject of a verb that is not.
        || i == verb + 1
            && (is_downed_behind(reading, items, verb, actor)
                || disagrees(reading, items, verb, actor)
                || is_called_on(reading, items, verb, actor)
                || is_accused(reading, items, verb))
}

/// Is it a plural of persons in its oblique form, which no subject has?
fn is_oblique_plural(reading: &Reading<'_>, item: &Item) -> bool {
    const MEEM: char = '\u{645}';
    const OF_PERSONS: &str = "\u{64A}\u{646}";
    const OF_ORIGIN: &str = "\u{64A}\u{64A}\u{646}";
    let noun = match item.what {
        What::Word => true,
        What::Actor(a) => reading.actors[a].is_common_noun || reading.actors[a].tokens.len() == 1,
        _ => false,
    };
    let word = reading.text.fold_at(item.from);
    let bare = word.strip_prefix(ARTICLE).unwrap_or(word);
    let participle = bare.starts_with(MEEM) && bare.ends_with(OF_PERSONS) && bare.chars().count() > 5;
    noun && !item.is_joined() && (participle || bare.ends_with(OF_ORIGIN))
}

/// Does the verb stand bare behind a comma, and the actor at item `i` with «and» behind what it hits?
fn goes_on_hitting(items: &[Item], verb: usize, i: usize) -> bool {
    let comma = verb.checked_sub(1).is_some_and(|j| items[j].what == What::Comma);
    comma && !items[verb].is_joined() && items[i].affixes.has(Affixes::WA)
}
