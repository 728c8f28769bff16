//! «repelled the attack that X launched on Y and forced them to fall back»: who is repelled leaves no place that he held.

use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::Reading;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;

/// Leaves out the falling back to which attackers are driven where the sentence tells of repelling them, with no place of its
/// own behind it.
pub(in crate::events) fn drop_beaten_back(reading: &Reading<'_>, out: &mut Vec<Draft>) {
    let Some(repelled) = out.iter().find(|d| d.frame == Frame::Repel && !d.places.is_empty()).cloned() else {
        return;
    };
    out.retain(|d| {
        let back = matches!(d.frame, Frame::Leave | Frame::Rout) && d.is_noun && d.trigger > repelled.trigger;
        let driven = d.trigger.0.checked_sub(1).is_some_and(|t| reading.says_cue(t, Cue::Prep(Prep::On)));
        let own = d.places.iter().any(|&p| reading.places[p].tokens.start > d.trigger.0);
        let they = !d.initiators.iter().any(|a| repelled.initiators.contains(a));
        !(back && driven && they && !own && d.places == repelled.places)
    });
}
