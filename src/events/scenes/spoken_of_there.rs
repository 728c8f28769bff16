//! «called for a safe corridor for those besieged there»: a demand about people on some ground, told without a place, is
//! about the ground told before it.

use super::speech_place::is_abroad;
use crate::events::EventKind;
use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::Reading;
use crate::knowledge::PlaceKind;

/// Folded «there».
const THERE: &str = "\u{647}\u{646}\u{627}\u{643}";

/// Gives a statement without a place that says «there», or asks for a corridor, the ground told before it.
pub(in crate::events) fn speak_of_there(reading: &Reading<'_>, said: &mut [Draft], told: [&[Draft]; 2]) {
    for draft in said {
        if draft.kind != EventKind::Statement || !draft.places.is_empty() || !points_there(reading, draft) {
            continue;
        }
        let [before, here] = told;
        let near = |d: &&Draft| draft.sentence - d.sentence <= 2 && d.trigger.0 < draft.trigger.0;
        let ground = |d: &&Draft| {
            let site = |&p: &usize| reading.places[p].kind != PlaceKind::Country && !is_abroad(reading, p);
            !matches!(d.kind, EventKind::Statement | EventKind::Diplomacy | EventKind::Leadership)
                && d.places.first().is_some_and(site)
        };
        let found = here.iter().rev().chain(before.iter().rev()).filter(near).find(ground);
        if let Some(found) = found {
            draft.places.push(found.places[0]);
            draft.why.push("spoken of: the ground told before".into());
        }
    }
}

/// Do the words of the statement say «there», or ask for a way out?
fn points_there(reading: &Reading<'_>, draft: &Draft) -> bool {
    let corridors = &reading.knowledge.triggers.lists.corridors;
    let (text, words) = (&reading.text, draft.quote.0..draft.quote.1);
    words.clone().any(|t| text.fold_at(t) == THERE || corridors.longest_at(text, t).is_some())
}
