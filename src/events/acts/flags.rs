//! «and raised its flag above the building»: whoever raises a flag over nothing that has a name, raises it over what was
//! taken.

use super::draft::Draft;
use crate::events::mentions::reading::Reading;
use crate::knowledge::triggers::Frame;

/// Gives a flag that was raised nowhere in particular the place told before; behind its taking it tells nothing new.
pub(in crate::events) fn raise_flags(reading: &Reading<'_>, drafts: &mut Vec<Draft>) {
    const REACH: usize = 4;
    let (text, flags) = (&reading.text, &reading.knowledge.triggers.lists.flags);
    let raised = |d: &Draft| {
        let behind = d.trigger.1..text.tokens.len().min(d.trigger.1 + REACH);
        let takes = d.frame == Frame::Take && !d.is_noun && d.places.is_empty();
        takes && behind.into_iter().any(|t| flags.longest_at(text, t).is_some())
    };
    let (mut has_taken, mut has_come) = (false, false);
    drafts.retain_mut(|d| {
        let is_raised = raised(d);
        d.points_back |= is_raised;
        // «entered X on Wednesday, and raised the flag on the next day»: only then was it taken.
        let again = is_raised && (has_taken || has_come && d.date.is_none());
        has_taken |= d.frame == Frame::Take && !is_raised;
        has_come |= matches!(d.frame, Frame::Enter | Frame::Move | Frame::Reach | Frame::Send);
        !again
    });
}
