//! «X: …», a section headed «X», «the authorities of X lifted the curfew. Thirty attackers were killed»: an act told without
//! a place is of the place that its paragraph tells of.

use super::home_place::is_of_war;
use super::setting::headline_mention;
use super::speech_place::is_abroad;
use super::whole_fight::is_on_whole_ground;
use crate::events::acts::draft::Draft;
use crate::events::days::when::When;
use crate::events::mentions::reading::{PlaceHit, Reading};
use crate::events::{EventKind, Modality};
use crate::knowledge::PlaceKind;
use crate::knowledge::status::{Cue, Prep};

/// Gives such acts the place that the label or heading over them names, else that of what their paragraph told before, else
/// the place that it named last.
/// Fighting and its dead that lie before the story are of the place of another such act only.
pub(in crate::events) fn stay_in_paragraph(reading: &Reading<'_>, drafts: &mut [Draft], whens: &[When]) {
    for n in 0..drafts.len() {
        let (before, rest) = drafts.split_at_mut(n);
        let unplaced = |d: &&mut Draft| d.places.is_empty() && d.setting.is_none();
        let Some(draft) = rest.first_mut().filter(unplaced) else { continue };
        if takes_site(draft)
            && let Some(label) = label_over(reading, draft)
        {
            draft.places.push(label);
            draft.is_partial = true;
            draft.why.push("no place named: the place that its paragraph tells of".into());
        }
        if !draft.places.is_empty() || !is_local(draft) || is_on_whole_ground(reading, draft) {
            continue;
        }
        let past = whens[n].is_background;
        let found = label_over(reading, draft)
            .filter(|_| !past)
            .or_else(|| told_before(reading, draft, (before, whens), past))
            .or_else(|| named_before(reading, draft).filter(|_| !(past && is_wide(draft))));
        if let Some(p) = found {
            draft.places.push(p);
            draft.points_back = false;
            draft.setting = None;
            draft.why.push("no place named: the place that its paragraph tells of".into());
        }
    }
}

/// Is it an act that happens on the ground, and not one that speaks of places without naming them, nor a sum of many days,
/// a deal told by its name, or prisoners still to be freed?
fn is_local(draft: &Draft) -> bool {
    let summed = draft.kind == EventKind::Casualties && draft.is_since;
    let named = draft.kind == EventKind::Agreement && (draft.is_definite || draft.is_named_by_day);
    let swapped = draft.kind == EventKind::Release && draft.stance.modality == Modality::Planned;
    if summed || named || swapped || is_of_war(draft) {
        return false;
    }
    let other = matches!(
        draft.kind,
        EventKind::Defence
            | EventKind::Infighting
            | EventKind::Detention
            | EventKind::Release
            | EventKind::Displacement
            | EventKind::Agreement
            | EventKind::Protest
            | EventKind::Withdrawal
    );
    draft.kind.is_fire() || other && !draft.has_vague_place
}

/// «X: …, entered the camp of the special forces»: a site without a name of its own.
fn takes_site(draft: &Draft) -> bool {
    draft.has_vague_place && matches!(draft.kind, EventKind::Capture | EventKind::Retake | EventKind::Advance)
}

/// Fighting, whose dead may be those of a whole war.
fn is_wide(draft: &Draft) -> bool {
    matches!(draft.kind, EventKind::Clash | EventKind::Casualties | EventKind::Defence)
}

/// The place before the colon that opens the paragraph of the act, or in the short heading above it.
fn label_over(reading: &Reading<'_>, draft: &Draft) -> Option<usize> {
    const LINES: usize = 40;
    const LONGEST: usize = 5;
    let s = draft.sentence;
    let paragraph = reading.sentences[s].paragraph;
    let mut above = (s.saturating_sub(LINES)..=s).rev();
    let first = above.clone().take_while(|&i| reading.sentences[i].paragraph == paragraph).last()?;
    let opens = reading.sentences[first].tokens.start;
    let colon = |end: usize| end <= draft.trigger.0 && reading.text.fold_at(end) == ":";
    let at = |from: usize| reading.places.partition_point(|p| p.tokens.start < from);
    let labels = |p: &usize| {
        reading.places.get(*p).is_some_and(|h| h.tokens.start <= opens + 1 && colon(h.tokens.end))
    };
    if let Some(label) = Some(at(opens)).filter(labels) {
        return Some(label);
    }
    let heading = above.find(|&i| i < first && i > 0 && reading.sentences[i].is_headline)?;
    let tokens = &reading.sentences[heading].tokens;
    let p = at(tokens.start);
    let inside = |p: usize| reading.places.get(p).is_some_and(|h| tokens.contains(&h.tokens.start));
    let alone = tokens.len() <= LONGEST && inside(p) && !inside(p + 1);
    Some(p).filter(|&p| alone && is_scene(reading, p))
}

/// The place of what the paragraph has told last, within a few sentences; of what lies before the story if the act does.
fn told_before(
    reading: &Reading<'_>,
    draft: &Draft,
    (before, whens): (&[Draft], &[When]),
    is_background: bool,
) -> Option<usize> {
    const SENTENCES: usize = 4;
    let reach = if is_background { 1 } else { SENTENCES };
    let paragraph = |s: usize| reading.sentences[s].paragraph;
    let here = |d: &&Draft| {
        let near = draft.sentence.saturating_sub(d.sentence) <= reach;
        near && paragraph(d.sentence) == paragraph(draft.sentence)
    };
    let site = |d: &Draft| d.places.iter().copied().find(|&p| is_scene(reading, p));
    let place =
        |d: &Draft| d.container.filter(|&p| d.places.len() > 1 && is_scene(reading, p)).or_else(|| site(d));
    let told = before.iter().zip(whens).rev().take_while(|(d, _)| here(d));
    told.filter(|(_, w)| !(is_background && is_wide(draft)) || w.is_background).find_map(|(d, _)| place(d))
}

/// The place that the paragraph named last before the act.
fn named_before(reading: &Reading<'_>, draft: &Draft) -> Option<usize> {
    let paragraph = reading.sentences[draft.sentence].paragraph;
    let first = reading.sentences.partition_point(|s| s.paragraph < paragraph);
    let from = reading.sentences[first].tokens.start;
    let end = reading.places.partition_point(|p| p.tokens.start < draft.trigger.0);
    let start = reading.places.partition_point(|p| p.tokens.start < from);
    let ends = |p: usize| reading.follows_cue(reading.places[p].tokens.start, Cue::Prep(Prep::From));
    // «setting out from X».
    let sets_out = |p: usize| {
        let from = reading.places[p].tokens.start.checked_sub(2);
        from.is_some_and(|t| reading.says_cue(t, Cue::Launch))
    };
    (start..end).rev().find(|&p| is_scene(reading, p) && !ends(p) && !sets_out(p))
}

/// May something told without a place have happened there?
fn is_scene(reading: &Reading<'_>, p: usize) -> bool {
    let hit: &PlaceHit = &reading.places[p];
    let capital = hit.place.is_some_and(|i| reading.knowledge.place_words.capitals.binary_search(&i).is_ok());
    let seat = capital && headline_mention(reading).is_none_or(|h| reading.places[h].place != hit.place);
    hit.kind != PlaceKind::Country && !hit.is_road && !is_abroad(reading, p) && !seat
}
