//! «took X, which had been under the control of Y», «entered X, which Y had left»: whoever held the place lost it.

use super::handed::are_apart;
use crate::events::EventKind;
use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::knowledge::status::Cue;
use crate::knowledge::triggers::Frame;
use crate::text::TokenKind;

/// How many words at most stand between «which» and whoever held the place.
const REACH: usize = 6;

/// «Outside (the control of)», «without», folded.
const OUTSIDE: [&str; 3] = ["\u{62E}\u{627}\u{631}\u{62C}", "\u{62F}\u{648}\u{646}", "\u{639}\u{646}"];

/// Names who lost the one place that a gain is about, where a relative clause right behind it says who held it.
pub(in crate::events) fn name_holders(reading: &Reading<'_>, drafts: &mut [Draft]) {
    for draft in drafts {
        let gains = matches!(draft.kind, EventKind::Capture | EventKind::Retake | EventKind::Advance)
            && matches!(draft.frame, Frame::Take | Frame::Enter)
            && draft.targets.is_empty();
        let (&[place], Some(&taker)) = (&draft.places[..], draft.initiators.first()) else { continue };
        let behind = reading.places[place].tokens.start > draft.trigger.0;
        let Some(holder) =
            holder_behind(reading, reading.places[place].tokens.end).filter(|_| gains && behind)
        else {
            continue;
        };
        if are_apart(reading, taker, holder) {
            draft.targets.push(holder);
            draft.why.push("held by whoever left it".into());
        }
    }
}

/// Names against whom a siege is broken, where a relative clause right behind it says who laid it.
pub(in crate::events) fn name_besiegers(reading: &Reading<'_>, drafts: &mut [Draft]) {
    const NEAR: usize = 8;
    const VERB: usize = 3;
    let sieges = &reading.knowledge.triggers.lists.sieges;
    for draft in drafts {
        let Some(&breaker) = draft.initiators.first() else { continue };
        if draft.kind != EventKind::Advance || !draft.targets.is_empty() {
            continue;
        }
        let laid = |&t: &usize| {
            sieges.longest_at(&reading.text, t).is_some() && reading.says_cue(t + 1, Cue::Relative)
        };
        let end = reading.sentences[draft.sentence].tokens.end.min(draft.trigger.1 + NEAR);
        let Some(siege) = (draft.trigger.0..end.saturating_sub(1)).find(laid) else { continue };
        let first = reading.actors.partition_point(|a| a.tokens.start <= siege + 1);
        let layer = reading.actors.get(first).filter(|a| a.tokens.start <= siege + VERB);
        let fights = layer.is_some_and(|a| matches!(a.class, ActorClass::Armed | ActorClass::State));
        if fights && are_apart(reading, breaker, first) {
            draft.targets.push(first);
            draft.why.push("who laid the siege".into());
        }
    }
}

/// Who, by the relative clause that begins at token `at` or behind its comma, holds or has left the place before it.
fn holder_behind(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let text = &reading.text;
    let mark = text.tokens.get(at).is_some_and(|t| t.kind != TokenKind::Word);
    let which = at + usize::from(mark);
    if which >= text.tokens.len() || !reading.says_cue(which, Cue::Relative) {
        return None;
    }
    let first = reading.actors.partition_point(|a| a.tokens.start <= which);
    let hit = reading.actors.get(first).filter(|a| a.tokens.start <= which + REACH)?;
    let words = which + 1..hit.tokens.start;
    let plain = words.clone().all(|i| text.tokens[i].kind == TokenKind::Word);
    let outside = words.clone().any(|i| OUTSIDE.contains(&text.fold_at(i)));
    let triggers = &reading.knowledge.triggers;
    let mut frames = words.filter_map(|i| triggers.lexicon.longest_at(text, i)).peekable();
    let holds = |f: Frame| matches!(f, Frame::Take | Frame::Leave | Frame::Fall);
    let tells = frames.peek().is_some()
        && frames.all(|m| m.value.iter().any(|f| holds(triggers.all[f.trigger as usize].frame)));
    let fights = matches!(hit.class, ActorClass::Armed | ActorClass::State);
    (plain && !outside && tells && fights).then_some(first)
}
