//! «five fell by the fire of X», «shells fell on Y, whose source is Z»: who is told behind an act that names nobody.

use crate::events::EventKind;
use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;
use crate::text::TokenKind;

/// How many words at most stand between an act and who is told behind it.
const REACH: usize = 14;

/// Names who killed those of whom the text only says by whose fire they died, and whence the shells came.
pub(in crate::events) fn name_senders(reading: &Reading<'_>, drafts: &mut [Draft]) {
    for draft in drafts {
        let fire = draft.frame == Frame::Strike;
        let dead =
            draft.kind == EventKind::Casualties && draft.initiators.is_empty() && !draft.tolls.is_empty();
        if !(fire || dead) {
            continue;
        }
        let found = behind(reading, draft, |i| {
            if fire {
                let whence = &reading.knowledge.triggers.lists.whence;
                whence.longest_at(&reading.text, i).map(|m| i + m.n_tokens)
            } else {
                let by = reading.knowledge.status.lexicon.longest_at(&reading.text, i)?;
                by.value.iter().any(|c| c.cue == Cue::Prep(Prep::By)).then_some(i + by.n_tokens)
            }
        });
        let Some(actor) = found else { continue };
        draft.targets.retain(|a| *a != actor);
        draft.others.retain(|a| *a != actor);
        draft.initiators.clear();
        draft.initiators.push(actor);
        if dead {
            draft.kind = EventKind::Attack;
        }
        draft.why.push("who is named behind it".into());
    }
}

/// The armed actor or state right behind the cue that `cue` finds behind the trigger, with a noun or two between.
fn behind(reading: &Reading<'_>, draft: &Draft, cue: impl Fn(usize) -> Option<usize>) -> Option<usize> {
    const NOUNS: usize = 2;
    let text = &reading.text;
    let end = reading.sentences[draft.sentence].tokens.end.min(draft.trigger.1 + REACH);
    let stops = |i: usize| text.tokens[i].kind == TokenKind::Break || text.fold_at(i) == ".";
    let at = (draft.trigger.1..end).take_while(|&i| !stops(i)).find_map(cue)?;
    let first = reading.actors.partition_point(|a| a.tokens.end <= at);
    let hit = reading.actors.get(first).filter(|a| a.tokens.start <= at + NOUNS && a.tokens.start < end)?;
    let plain = (at..hit.tokens.start.max(at)).all(|i| text.tokens[i].kind == TokenKind::Word);
    (plain && matches!(hit.class, ActorClass::Armed | ActorClass::State)).then_some(first)
}
