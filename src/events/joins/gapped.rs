//! Lists that go on without their verb: «took X in May, then Y in June and Z in July».

use smallvec::SmallVec;

use super::counted_off::counted_to;
use super::glosses::{describes, ends_bracket, ends_gloss, is_plain};
use crate::events::acts::draft::Draft;
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::Reading;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;
use crate::text::{AND, ARTICLE, Affixes};

/// Who acts in a piece of the list that names somebody.
#[derive(Clone, Copy)]
enum Doer {
    Known(usize),
    Stranger,
}

/// Places told after the one that a verb governs, with a day of their own.
pub(super) struct Piece {
    pub(super) places: SmallVec<[usize; 2]>,
    pub(super) date: Option<usize>,
    /// Who acts there, when another is named, known or not.
    doer: Option<Doer>,
}

/// Adds to `drafts` a copy of each that a list without verb goes on, one for each day told in it.
pub(in crate::events) fn go_on_in_lists(reading: &Reading<'_>, items: &[Item], drafts: &mut Vec<Draft>) {
    let mut added: Vec<Draft> = Vec::new();
    for draft in drafts.iter().filter(|d| may_go_on(d)) {
        let Some(last) = last_item(reading, items, draft) else { continue };
        for piece in pieces(reading, items, last + 1, draft) {
            // «entered X, then Y, and the death of ten»: those who died there are another matter.
            let told = drafts
                .iter()
                .chain(&added)
                .filter(|d| d.frame != Frame::Harm)
                .any(|d| d.places.iter().any(|p| piece.places.contains(p)));
            let Some(&first) = piece.places.first().filter(|_| !told) else { continue };
            added.push(told_of(reading, draft, piece, first));
        }
    }
    drafts.append(&mut added);
}

/// What befell the places of a piece, `first` and those behind it, as it befell those of the draft.
pub(super) fn told_of(reading: &Reading<'_>, draft: &Draft, piece: Piece, first: usize) -> Draft {
    let mut copy = draft.clone();
    let tokens = &reading.places[first].tokens;
    copy.trigger = (tokens.start, tokens.end);
    copy.quote = copy.trigger;
    copy.date = piece.date.or(draft.date);
    if let Some(doer) = piece.doer {
        copy.initiators.clear();
        if let Doer::Known(actor) = doer {
            copy.initiators.push(actor);
        }
        copy.others.clear();
    }
    copy.places = piece.places;
    if copy.frame == Frame::Strike {
        copy.tolls.clear();
    }
    copy.is_partial = copy.places.iter().any(|&p| reading.places[p].is_part);
    copy.why.push("the list goes on without the verb".into());
    copy
}

fn may_go_on(draft: &Draft) -> bool {
    let moves = matches!(
        draft.frame,
        Frame::Take
            | Frame::Fall
            | Frame::Lose
            | Frame::Enter
            | Frame::Leave
            | Frame::Flee
            | Frame::Strike
            | Frame::Fight
            | Frame::Damage
            | Frame::Hold
    );
    moves && !draft.places.is_empty()
}

/// The item of the draft's last place, which must follow its trigger.
fn last_item(reading: &Reading<'_>, items: &[Item], draft: &Draft) -> Option<usize> {
    let last = draft.places.iter().map(|&p| reading.places[p].tokens.start).max()?;
    let at = items.partition_point(|i| i.from < last);
    let is_place = items.get(at).is_some_and(|i| matches!(i.what, What::Place(_)));
    // «to X, which it entered in May, then Y in June»: the list goes on behind the verb.
    let verb = items.partition_point(|i| i.from < draft.trigger.0);
    let of_verb = draft.is_relative && draft.has_object && items.get(verb).is_some_and(|i| i.has_pronoun);
    let behind = is_place && last >= draft.trigger.1;
    behind.then_some(at).or(Some(verb).filter(|_| is_place && of_verb && !draft.is_noun))
}

/// Walks on from behind the last place: «then» and a place, or «and» and a place once a day has been told.
pub(super) fn pieces(reading: &Reading<'_>, items: &[Item], from: usize, draft: &Draft) -> Vec<Piece> {
    let frame = draft.frame;
    let mut out: Vec<Piece> = Vec::new();
    let (mut then, mut dated) = (false, false);
    // What lies where: «X, which lies west of the city».
    let mut lies = false;
    let mut doer = None;
    // «and before it in April on Y»: a day told before its place.
    let mut ahead = None;
    // «X, which lies west of the city, then Y».
    let mut aside = false;
    // «and two at Y»: the words up to the place are read.
    let mut until = 0;
    let ground = matches!(frame, Frame::Take | Frame::Fall | Frame::Lose);
    let before = |n: usize| from.checked_sub(n).and_then(|i| items.get(i));
    let governed = before(1).and_then(Item::proclitic).or_else(|| before(2).and_then(Item::prep));
    let direct = takes_bare(frame) && governed.is_none();
    for (i, item) in items.iter().enumerate().skip(from) {
        aside &= !item.is_joined() && !matches!(item.what, What::Comma | What::Stop | What::Date(_));
        match &item.what {
            _ if i < until => {}
            _ if aside && is_plain(item) => {}
            What::Date(d) => {
                dated = true;
                then |= item.is_joined() && goes_on_at(items, i + 1, frame);
                ahead = Some(*d).filter(|_| then);
                if let Some(piece) = out.last_mut().filter(|_| !then) {
                    piece.date.get_or_insert(*d);
                }
            }
            What::Place(p) if reading.places[*p].is_qualifier && !then => {}
            What::Place(_) if lies => lies = false,
            // «X, the capital of Y».
            What::Place(_)
                if !then && item.affixes.is_empty() && matches!(items[i - 1].what, What::Place(_)) => {}
            // «X in Y»: where it lies.
            What::Place(_) if !then && !item.is_joined() && items[i - 1].is_cue(Cue::Prep(Prep::At)) => {}
            What::Place(p) => {
                let joined = item.is_joined();
                let verb = items.get(i + 1).is_some_and(|n| n.verb_trigger().is_some() && n.has_pronoun);
                if verb && !then {
                    break;
                }
                if then || (joined && dated) {
                    let places = SmallVec::from_slice(&[*p]);
                    out.push(Piece { places, date: ahead.take(), doer: doer.take() });
                } else if let Some(piece) = out.last_mut().filter(|_| joined) {
                    piece.places.push(*p);
                } else {
                    break;
                }
                (then, dated) = (false, false);
            }
            What::Quote => until = ends_bracket(reading, items, i).unwrap_or(i),
            What::Comma => {}
            // «took X, which lies west of Z, and Y»; «took X, the latter without a shot, then Y».
            What::Known | What::Word if !then && ends_gloss(reading, items, i).is_some() => {
                (until, then, aside) = (ends_gloss(reading, items, i).unwrap_or(i), true, false);
            }
            // «took X, and on Y»; «left X, and the fighters of Z from Y».
            What::Known if item.is_joined() && goes_on_at(items, i, frame) => then = true,
            // «the crossing with X»: whose the place before is, or by whom it was taken.
            What::Actor(_) if !item.is_joined() && !then && i > 0 && items[i - 1].prep().is_some() => {}
            What::Actor(a) if item.is_joined() && goes_on_at(items, i + 1, frame) => {
                (then, doer) = (true, Some(Doer::Known(*a)));
            }
            What::Actor(a) if direct && gaps_to_place(items, i) => {
                (then, doer) = (true, Some(Doer::Known(*a)));
            }
            _ if next_hit(reading, items, i, draft).is_some() => {
                until = next_hit(reading, items, i, draft).unwrap_or(i);
                then = true;
            }
            // «…, and the tribes on Y»: somebody else, whom nobody knows.
            What::Word if is_stranger(reading, items, i) && goes_on_at(items, i + 1, frame) => {
                (then, doer) = (true, Some(Doer::Stranger));
            }
            What::Word if reading.text.is_definite(item.from) && lies_beside(reading, items, i + 1) => {
                lies = true;
            }
            What::Word | What::Known if ground && describes(reading, items, i) => aside = true,
            // «one after the other», «on one day».
            What::Word if ground && (is_adverb(reading, item) || items[i - 1].prep().is_some()) => {}
            What::Number(_) if ground && items[i - 1].is_cue(Cue::Prep(Prep::At)) => {}
            What::Known if opens_next(item) => then = true,
            What::Known if item.is_cue(Cue::Skip) || (then && item.is_cue(Cue::Partial)) => {}
            // «… and their farms, as well as the towns of»
            What::Word if item.is_joined() && !then || then && heads_place(reading, items, i) => {}
            What::Known if item.prep().is_some() && item.verb_trigger().is_none() => {}
            _ => break,
        }
    }
    out
}

/// Where the place stands of what was hit or left next, without the verb: «and two at Y», «stores in X, and radars in Y»,
/// «from X, and from a building in Y».
fn next_hit(reading: &Reading<'_>, items: &[Item], i: usize, draft: &Draft) -> Option<usize> {
    match draft.frame {
        Frame::Strike => {
            counted_to(reading, items, i).or_else(|| hit_behind_harm(reading, items, i)).or_else(|| {
                let opens = reading.text.fold_at(items[i].from).starts_with(AND);
                let indefinite = !reading.text.is_definite(items[i].from);
                thing_in(items, i).filter(|_| !draft.is_noun && opens && indefinite)
            })
        }
        Frame::Damage | Frame::Hold => {
            let opens = reading.text.fold_at(items[i].from).starts_with(AND);
            let indefinite = !reading.text.is_definite(items[i].from);
            thing_in(items, i).filter(|_| !draft.is_noun && opens && indefinite)
        }
        Frame::Leave => {
            let from = items[i].is_joined() && items[i].is_cue(Cue::Prep(Prep::From));
            thing_in(items, i + 1).filter(|_| from && !items[i].has_pronoun)
        }
        _ => None,
    }
}

/// «a raid on X killed two and another on Y»: where the place stands of the next one, behind what a verb at item `i`, right
/// behind the place of the first, says it did.
fn hit_behind_harm(reading: &Reading<'_>, items: &[Item], i: usize) -> Option<usize> {
    const LONGEST: usize = 8;
    let harms = items[i].verb_trigger().is_some_and(|(t, _)| reading.frame_of(t) == Frame::Harm)
        || items[i].is_cue(Cue::Result);
    let place = |n: &Item| matches!(n.what, What::Place(_));
    let opens = harms && !items[i].is_joined() && i.checked_sub(1).is_some_and(|j| place(&items[j]));
    let end = items.len().min(i + LONGEST);
    let mut behind = (i + 1..end).filter(|_| opens).take_while(|&j| {
        !place(&items[j]) && items[j].what != What::Stop && items[j].verb_trigger().is_none()
    });
    behind.find_map(|j| counted_to(reading, items, j))
}

/// The place in which the thing told by the plain words from item `i` on lies, when no verb stands behind it.
fn thing_in(items: &[Item], i: usize) -> Option<usize> {
    const WORDS: usize = 5;
    let acts = |n: &Item| n.verb_trigger().is_some() || n.verb_cue().is_some();
    let noun = |n: &Item| match &n.what {
        What::Word | What::Actor(_) => true,
        What::Known => n.cues().is_empty() && !acts(n) && n.noun_trigger().is_none(),
        _ => false,
    };
    items.get(i).filter(|n| !matches!(n.what, What::Actor(_)))?;
    let words = items.get(i..)?.iter().take(WORDS).take_while(|n| noun(n)).count();
    let at = i + words + 1;
    let lies = words > 0 && items.get(at - 1).is_some_and(is_in);
    let place = items.get(at).is_some_and(|n| matches!(n.what, What::Place(_)));
    let told = items.get(at + 1).is_some_and(acts);
    (lies && place && !told).then_some(at)
}

/// «in», «near», as a word of its own.
fn is_in(item: &Item) -> bool {
    item.is_cue(Cue::Prep(Prep::At)) && !item.has_pronoun
}

/// «down to the summit of X»: an indefinite noun right before its place.
fn heads_place(reading: &Reading<'_>, items: &[Item], i: usize) -> bool {
    let next = items.get(i + 1).is_some_and(|n| matches!(n.what, What::Place(_)) && n.affixes.is_empty());
    next && !reading.text.is_definite(items[i].from)
}

/// Is item `i` the preposition that the frame takes its place with, and a place right behind it?
fn goes_on_at(items: &[Item], i: usize, frame: Frame) -> bool {
    let wanted = match frame {
        Frame::Take => Prep::On,
        Frame::Leave | Frame::Flee => Prep::From,
        _ => return false,
    };
    let is_place = items.get(i + 1).is_some_and(|n| matches!(n.what, What::Place(_)));
    is_place && items.get(i).is_some_and(|n| n.is_cue(Cue::Prep(wanted)))
}

/// «successively»: an indefinite accusative that is not joined.
fn is_adverb(reading: &Reading<'_>, item: &Item) -> bool {
    const TANWIN: char = '\u{627}';
    let fold = reading.text.fold_at(item.from);
    item.affixes.is_empty() && !reading.text.is_definite(item.from) && fold.ends_with(TANWIN)
}

/// Is item `i` a side of a place?
fn lies_beside(reading: &Reading<'_>, items: &[Item], i: usize) -> bool {
    items.get(i).is_some_and(|n| matches!(n.what, What::Place(p) if reading.places[p].is_part))
}

/// «then», «after it», «before that».
fn opens_next(item: &Item) -> bool {
    item.is_cue(Cue::Then) || (item.has_pronoun && item.is_cue(Cue::Prep(Prep::About)))
}

/// May a place be the bare object of the frame's verb?
pub(in crate::events) fn takes_bare(frame: Frame) -> bool {
    matches!(frame, Frame::Take | Frame::Enter | Frame::Strike | Frame::Fight)
}

/// «X took A, and Y B»: does another side stand at item `i`, joined, with a bare place right behind it and no verb?
pub(in crate::events) fn gaps_to_place(items: &[Item], i: usize) -> bool {
    let place = |n: &Item| matches!(n.what, What::Place(_)) && n.affixes.is_empty();
    let ends = items.get(i + 2).is_none_or(|n| n.verb_trigger().is_none());
    items[i].affixes == Affixes::WA && items.get(i + 1).is_some_and(place) && ends
}

/// Is item `i` a joined word with the article that nothing knows?
fn is_stranger(reading: &Reading<'_>, items: &[Item], i: usize) -> bool {
    let word = reading.text.fold_at(items[i].from);
    let bare = word.strip_prefix(AND).is_some_and(|w| w.starts_with(ARTICLE));
    items[i].what == What::Word && bare
}
