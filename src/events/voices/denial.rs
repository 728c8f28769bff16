//! «X denied the fall of Y»: one statement, which keeps what it denies; the act denied is no event of its own.

use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::Reading;
use crate::events::{EventKind, Modality};
use crate::knowledge::PlaceKind;

/// Lets each statement of a sentence take in what it denies: the place, and the change of hands that did not come.
pub(in crate::events) fn take_in_denied(reading: &Reading<'_>, mut drafts: Vec<Draft>) -> Vec<Draft> {
    let is_statement = |d: &Draft| d.kind == EventKind::Statement && d.stance.modality != Modality::Denied;
    for s in 0..drafts.len() {
        if !is_statement(&drafts[s]) {
            continue;
        }
        let (c, next) = (drafts[s].clause, drafts.iter().skip(s + 1).find(|d| is_statement(d)));
        let until = next.map_or(usize::MAX, |n| n.clause.max(c + 1));
        let denied: Vec<usize> = (0..drafts.len()).filter(|&i| is_denied_in(&drafts[i], c, until)).collect();
        let Some(&first) = denied.first() else { continue };
        let act = denied.iter().copied().find(|&i| changes_hands(drafts[i].kind));
        let mut places = drafts[act.unwrap_or(first)].places.clone();
        places.retain(|p| reading.places[*p].kind != PlaceKind::Country); // a whole country says nothing
        let told = Box::new(drafts[act.unwrap_or(first)].clone());
        let statement = &mut drafts[s];
        if statement.places.is_empty() || act.is_some() && !places.is_empty() {
            statement.places = places;
        }
        // A statement that bears a change of hands is denied with it, so that it moves nothing.
        if act.is_some() {
            statement.stance.modality = Modality::Denied;
            statement.stance.is_refuted = true;
            statement.stance.attribution.clone_from(&told.stance.attribution);
        }
        statement.denied = Some(told);
        // Taken in: left without a kind that is told.
        for i in denied {
            drafts[i].stance.is_refuted = false;
        }
    }
    drafts
}

/// Is it an act that the speaker of clause `c` denies, before the clause `until`?
fn is_denied_in(draft: &Draft, c: usize, until: usize) -> bool {
    let stance = &draft.stance;
    let denied = stance.modality == Modality::Denied && stance.is_refuted;
    let said = stance.content_of == Some(c) || draft.clause >= c && draft.clause < until;
    draft.kind != EventKind::Statement && denied && said
}

/// Does a place change hands by it?
pub(in crate::events) fn changes_hands(kind: EventKind) -> bool {
    matches!(kind, EventKind::Capture | EventKind::Retake | EventKind::Advance | EventKind::Withdrawal)
}
