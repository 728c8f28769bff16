//! Towns that fall after that of the sentence before: «X fell. Hours later Y and Z followed it, then W.»

use super::gapped::{pieces, told_of};
use super::rows::told_before;
use crate::events::acts::draft::Draft;
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::Reading;

/// Adds to the drafts of sentence `s` what befell the places behind its verb of following, when nothing is told before it.
pub(in crate::events) fn tell_followers(
    reading: &Reading<'_>,
    s: usize,
    items: &[Item],
    before: &[Draft],
    out: &mut Vec<Draft>,
) {
    let follows = &reading.knowledge.triggers.lists.follows;
    let [Some(first), Some(last)] = [items.first(), items.last()] else { return };
    if !follows.may_stand_in(&reading.text, first.from..last.to) {
        return; // as in most sentences
    }
    let is_verb = |n: &Item| {
        let word = matches!(n.what, What::Word | What::Known);
        word && follows.longest_at(&reading.text, n.from).is_some()
    };
    let Some(verb) = items.iter().position(is_verb) else { return };
    let acts = |n: &Item| matches!(n.what, What::Place(_) | What::Actor(_)) || n.verb_trigger().is_some();
    // «followed the next day by Y».
    let mut rest = items[verb + 1..].iter().skip_while(|n| matches!(n.what, What::Date(_)));
    let behind = rest.next().is_some_and(|n| matches!(n.what, What::Place(_)));
    if !behind || items[..verb].iter().any(acts) {
        return;
    }
    let Some(told) = told_before(before, (s, 1)).filter(|d| !d.places.is_empty()) else { return };
    for piece in pieces(reading, items, verb, told) {
        let known = |d: &Draft| d.places.iter().any(|p| piece.places.contains(p));
        let Some(&first) = piece.places.first().filter(|_| !out.iter().any(known)) else { continue };
        let mut draft = told_of(reading, told, piece, first);
        (draft.sentence, draft.clause) = (s, 0);
        (draft.points_back, draft.has_object) = (false, false);
        draft.tolls.clear();
        out.push(draft);
    }
}
