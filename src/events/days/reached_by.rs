//! «left under a deal that X reached with Y on Friday»: the clause behind the noun of a deal says who made it, and when.

use crate::events::acts::draft::{Draft, Scope};
use crate::events::clauses::clause::{Finite, Opener};
use crate::events::clauses::item::{Item, What};
use crate::events::clauses::subject::coordinated;
use crate::events::doers::sides::prep_of;
use crate::events::mentions::reading::Reading;
use crate::knowledge::status::{Cue, Prep, Speech};
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;
use crate::text::inflect::{Tense, VerbForm};

/// The item of the deal whose making clause `c` tells, right behind its noun.
pub(super) fn deal_made_in(scope: Scope<'_, '_>, c: usize) -> Option<usize> {
    let clause = scope.clauses.get(c)?;
    let start = clause.items.start;
    // «a Russian - Turkish deal was reached».
    let dash = clause.opener == Opener::Start && is_dash(scope.reading, &scope.items[start]);
    let makes = |f: &Finite| {
        let behind = &scope.items[f.item..clause.items.end];
        let of_it = behind.iter().take(4).any(|i| i.has_pronoun);
        // «was concluded yesterday between».
        let next = scope.items.get(f.item + 1);
        let nobody = next.is_some_and(|n| matches!(n.what, What::Date(_)) || n.prep().is_some());
        let done = of_it || nobody || f.cue == Some(Cue::PassiveLight);
        f.item <= start + if dash { 3 } else { 1 }
            && matches!(f.cue, Some(Cue::Light | Cue::PassiveLight))
            && done
    };
    let bare = clause.opener == Opener::Joined && !scope.items[start].is_joined();
    if !(bare || dash || clause.opener == Opener::Relative) || !clause.finite.as_ref().is_some_and(makes) {
        return None;
    }
    made_from(scope, start)
}

/// «that was reached in X»: a place that the clause of its making names is where it was made.
fn sign_where(scope: Scope<'_, '_>, (start, end): (usize, usize), draft: &mut Draft) {
    let put = |i: usize| {
        let before = scope.items[i - 1].prep();
        scope.items[i].proclitic().or(before) == Some(Prep::At)
    };
    let place = (start + 1..end).find_map(|i| match scope.items[i].what {
        What::Place(p) if put(i) => Some(p),
        _ => None,
    });
    if let Some(place) = place.filter(|p| !draft.places.contains(p)) {
        draft.places.clear();
        draft.places.push(place);
    }
}

/// The noun of a deal that the clause beginning at item `start` describes: right before it, with no more between than
/// adjectives, names and what it is for («a deal for the exchange of 200 prisoners was reached»).
fn made_from(scope: Scope<'_, '_>, start: usize) -> Option<usize> {
    const LONGEST: usize = 7;
    let named = |i: &usize| names_deal(scope.reading, &scope.items[*i]);
    let mut before = (start.saturating_sub(LONGEST)..start).rev();
    before.find(|i| !qualifies(scope.reading, &scope.items[*i]) || named(i)).filter(named)
}

fn is_dash(reading: &Reading<'_>, item: &Item) -> bool {
    const DASH: &str = "-";
    item.what == What::Stop && reading.text.fold_at(item.from) == DASH
}

/// Is the item a noun of a deal?
fn names_deal(reading: &Reading<'_>, item: &Item) -> bool {
    item.noun_trigger().is_some_and(|t| reading.frame_of(t) == Frame::Deal)
}

/// May the item stand between the noun of a deal and the clause that says how it was made?
fn qualifies(reading: &Reading<'_>, item: &Item) -> bool {
    match item.what {
        What::Word => !item.is_joined() || item.affixes == Affixes::WA,
        What::Quote | What::Number(_) => true,
        What::Stop => is_dash(reading, item),
        What::Actor(_) => item.prep().is_none(),
        What::Known => {
            let plain = item.proclitic() == Some(Prep::On) || item.is_cue(Cue::VaguePlace);
            plain && item.verb_cue().is_none()
        }
        _ => false,
    }
}

/// «after the collapse of a truce that was concluded on Monday»: does a clause behind the noun of a deal say that it was made?
pub(in crate::events) fn is_made(reading: &Reading<'_>, items: &[Item], i: usize) -> bool {
    const LONGEST: usize = 8;
    let behind = items[i + 1..].iter().take(LONGEST).enumerate();
    let mut rest = behind.skip_while(|(_, n)| qualifies(reading, n) || n.is_cue(Cue::Relative));
    let Some((at, verb)) = rest.next() else { return false };
    let makes = |(cue, form): (Cue, VerbForm)| {
        let carries = matches!(cue, Cue::Light | Cue::PassiveLight | Cue::Speech(Speech::Announce));
        carries && form.tense == Tense::Perfect
    };
    let next = items.get(i + at + 2);
    let of_it = verb.has_pronoun
        || next.is_some_and(|n| n.has_pronoun || matches!(n.what, What::Date(_)) || n.prep().is_some());
    names_deal(reading, &items[i]) && !verb.is_joined() && of_it && verb.verb_cue().is_some_and(makes)
}

/// Takes who made the deal at `item`, and its day, from the clause behind it. A deal that is known already is told anew
/// with its day only.
pub(in crate::events) fn take_makers(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    if draft.frame != Frame::Deal || !draft.is_noun {
        return;
    }
    let own = scope.clause().finite.filter(|f| {
        f.item > item && is_made(scope.reading, scope.items, item) && made_from(scope, f.item) == Some(item)
    });
    let (c, start) = match own {
        Some(f) => (scope.c, f.item),
        None if deal_made_in(scope, scope.c + 1) == Some(item) => {
            (scope.c + 1, scope.clauses[scope.c + 1].items.start)
        }
        None => return,
    };
    let items = &scope.items[..scope.clauses[c].items.end];
    let parted = items[start..].iter().position(|i| matches!(i.what, What::Comma | What::Stop));
    let end = parted.map_or(items.len(), |n| start + n);
    let day = items[start..end].iter().find_map(|i| match i.what {
        What::Date(d) => Some(d),
        _ => None,
    });
    if draft.is_definite && day.is_none() {
        return;
    }
    draft.initiators.clear();
    draft.others.clear();
    draft.targets.clear();
    let mut prep = None;
    for (i, it) in items[..end].iter().enumerate().skip(start) {
        let named = draft.initiators.len() + draft.others.len();
        match it.what {
            What::Actor(a) if draft.initiators.contains(&a) || draft.others.contains(&a) => {}
            What::Actor(a) if it.proclitic().is_none() => {
                let all = coordinated(scope.reading, items, end, i, a);
                match prep {
                    Some(Prep::Between) => {
                        draft.initiators.push(a);
                        draft.others.extend(all.into_iter().skip(1));
                    }
                    Some(Prep::With) => draft.others.extend(all),
                    None if named == 0 => draft.initiators.extend(all),
                    _ => {}
                }
            }
            What::Known if it.has_pronoun => {}
            What::Known => prep = it.cues().iter().find_map(|c| prep_of(c.cue)).or(prep),
            _ => {}
        }
    }
    draft.date = day.or(draft.date);
    draft.is_carried = true;
    sign_where(scope, (start, end), draft);
    if let Some(d) = day {
        draft.quote.1 = draft.quote.1.max(scope.reading.dates[d].tokens.end);
    }
    draft.why.push("a deal, with the clause that tells who made it".into());
}
