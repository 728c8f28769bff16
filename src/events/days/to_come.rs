//! «X meets Y tomorrow», «talks begin on Wednesday»: the present tense with a day to come tells what is set down.

use chrono::{Days, NaiveDate};

use crate::base::DayRange;
use crate::dates::Basis;
use crate::events::Modality;
use crate::events::acts::draft::{Draft, Scope};
use crate::events::clauses::clause::{Finite, Opener};
use crate::events::clauses::item::What;
use crate::events::mentions::reading::DateHit;
use crate::knowledge::status::{Cue, Speech};
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;
use crate::text::inflect::Tense;

/// «the taking of X will cut the road»: a taking that heads a sentence about what it will bring has not happened.
pub(in crate::events) fn would_take(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    let clause = scope.clause();
    let will = |f: Finite| scope.items[f.item].affixes.has(Affixes::SA);
    let Some(verb) = clause.finite.filter(|&f| will(f) && draft.date.is_none()) else { return };
    let head = clause.items.start;
    let takes = scope.items[head]
        .noun_trigger()
        .is_some_and(|t| matches!(scope.reading.frame_of(t), Frame::Take | Frame::Enter | Frame::Lose));
    if takes && verb.item > head && (item == head || item == verb.item) {
        draft.stance.modality = Modality::Hypothetical;
    }
}

/// «our battle goes on until the liberation of X»: what is fought for has not come, unless the fight is over.
pub(in crate::events) fn until_taken(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    const UNTIL: &str = "\u{62D}\u{62A}\u{64A}";
    let takes = matches!(draft.frame, Frame::Take | Frame::Enter | Frame::Leave | Frame::Fall);
    let until = |j: usize| scope.reading.text.fold_at(scope.items[j].from) == UNTIL;
    if !(draft.is_noun && takes && draft.date.is_none() && item.checked_sub(1).is_some_and(until)) {
        return;
    }
    let over = scope.clause().finite.is_some_and(|f| f.item < item && f.verb.tense == Tense::Perfect);
    if !over {
        draft.stance.modality = Modality::Hypothetical;
    }
}

/// Puts a draft told in the present tense with a day to come among what is planned.
pub(in crate::events) fn look_ahead(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    let Some(published) = scope.reading.published else { return };
    let Some(hit) = draft.date.map(|d| &scope.reading.dates[d]) else { return };
    let told = matches!(draft.stance.modality, Modality::Asserted | Modality::Claimed);
    let to_come = hit.range.is_some_and(|r| r.start() > published);
    draft.is_to_come = to_come;
    // «called for a truce to begin on Tuesday»; «called on Saturday for a truce»: that is the day of the call.
    let behind = hit.tokens.start > scope.items[item].from;
    let asked = || behind && scope.clause().speech() == Some(Speech::Demand);
    if draft.stance.modality == Modality::Planned && is_next(hit, published) && asked() {
        draft.is_ahead = true;
        return;
    }
    if !told || !is_in_present(scope, item) {
        return;
    }
    draft.is_ahead = !to_come && is_next(hit, published) && is_meeting(draft) && opens_with_verb(scope);
    if to_come || draft.is_ahead {
        draft.stance.modality = Modality::Planned;
        draft.stance.is_scheduled = true;
    }
}

/// The day of a weekday that lies ahead and was read as the one before.
pub(super) fn week_later(range: DayRange) -> DayRange {
    let later = |day: NaiveDate| day.checked_add_days(Days::new(7)).unwrap_or(day);
    DayRange::new(later(range.start()), later(range.end()), range.precision)
}

/// Does a verb in the present tense tell or carry what stands at `item`?
fn is_in_present(scope: Scope<'_, '_>, item: usize) -> bool {
    let clause = scope.clause();
    let Some(finite) = clause.finite.filter(|f| f.item <= item) else { return false };
    let carries =
        finite.item == item || matches!(finite.cue, Some(Cue::Light | Cue::PassiveLight | Cue::Plan));
    finite.verb.tense == Tense::Imperfect && carries && !clause.has_was && clause.opener != Opener::Relative
}

/// Is it a bare weekday other than that of publication?
fn is_next(hit: &DateHit, published: NaiveDate) -> bool {
    let past = hit.range.is_some_and(|r| r.end() < published && r.n_days() == 1);
    hit.is_open && !hit.is_since && hit.basis == Basis::Weekday.as_str() && past
}

/// What is announced for a day: meetings and visits.
fn is_meeting(draft: &Draft) -> bool {
    draft.frame == Frame::Meet || draft.kind == crate::events::EventKind::Diplomacy
}

/// «Meets on Monday X with Y»: a headline that puts its subject first tells of the past in the present tense.
fn opens_with_verb(scope: Scope<'_, '_>) -> bool {
    let clause = scope.clause();
    if clause.opener == Opener::That {
        return false; // «said that he leaves on Friday»: seen from the day of the speech
    }
    let before = clause.items.start..clause.finite.map_or(clause.items.start, |f| f.item);
    scope.items[before].iter().all(|i| !matches!(i.what, What::Actor(_) | What::Place(_) | What::Word))
}
