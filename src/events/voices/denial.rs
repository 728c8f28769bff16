//! «X denied the fall of Y» is told as a fall that is denied; «X denied having bombed Y» is one statement, which keeps what it
//! denies, and the act denied is no event of its own.

use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::Reading;
use crate::events::{EventKind, Modality};
use crate::knowledge::PlaceKind;

/// Lets each statement of a sentence take in what it denies, and its place. What was denied of a place that changes hands, of
/// a movement or of fighting is told as denied itself, and the statement is left out.
pub(in crate::events) fn take_in_denied(reading: &Reading<'_>, mut drafts: Vec<Draft>) -> Vec<Draft> {
    let is_statement = |d: &Draft| d.kind == EventKind::Statement && d.stance.modality != Modality::Denied;
    let mut said = Vec::new();
    for s in 0..drafts.len() {
        if !is_statement(&drafts[s]) {
            continue;
        }
        let (c, next) = (drafts[s].clause, drafts.iter().skip(s + 1).find(|d| is_statement(d)));
        let until = next.map_or(usize::MAX, |n| n.clause.max(c + 1));
        let denied: Vec<usize> = (0..drafts.len()).filter(|&i| is_denied_in(&drafts[i], c, until)).collect();
        let Some(&first) = denied.first() else { continue };
        let told = denied.iter().any(|&i| is_told_denied(reading, &drafts[i]));
        if told {
            said.push(s);
        } else {
            let mut places = drafts[first].places.clone();
            places.retain(|p| reading.places[*p].kind != PlaceKind::Country); // a whole country says nothing
            let act = Box::new(drafts[first].clone());
            let statement = &mut drafts[s];
            if statement.places.is_empty() {
                statement.places = places;
            }
            statement.denied = Some(act);
        }
        // Taken in: left without a kind that is told.
        for i in
            denied.into_iter().filter(|&i| !told || !is_told_denied(reading, &drafts[i])).collect::<Vec<_>>()
        {
            drafts[i].stance.is_refuted = false;
        }
    }
    let mut at = 0..;
    drafts.retain(|_| at.next().is_none_or(|s| !said.contains(&s)));
    drafts
}

/// «denied the fall of X», «denied having sent troops to X»: an act of armies at a place, of which it matters whether it came
/// about at all. Of a whole country only the denial is news.
fn is_told_denied(reading: &Reading<'_>, draft: &Draft) -> bool {
    use EventKind::{Advance, Capture, Clash, Defence, Deployment, Infighting, Retake, Withdrawal};
    let armies = matches!(
        draft.kind,
        Capture | Retake | Advance | Withdrawal | Deployment | Defence | Clash | Infighting
    );
    armies && draft.places.iter().any(|&p| reading.places[p].kind != PlaceKind::Country)
}

/// Is it an act that the speaker of clause `c` denies, before the clause `until`?
fn is_denied_in(draft: &Draft, c: usize, until: usize) -> bool {
    let stance = &draft.stance;
    let denied = stance.modality == Modality::Denied && stance.is_refuted;
    let said = stance.content_of == Some(c) || draft.clause >= c && draft.clause < until;
    draft.kind != EventKind::Statement && denied && said
}
