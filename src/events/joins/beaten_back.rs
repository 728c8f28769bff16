//! «repelled the attack that X launched on Y and forced them to fall back»: who is repelled leaves no place that he held.

use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::Reading;
use crate::knowledge::triggers::Frame;

/// Leaves out the falling back of attackers that the sentence tells as the outcome of repelling them: behind it stands no
/// place of its own.
pub(in crate::events) fn drop_beaten_back(reading: &Reading<'_>, out: &mut Vec<Draft>) {
    let Some(repelled) = out.iter().find(|d| d.frame == Frame::Repel && !d.targets.is_empty()).cloned() else {
        return;
    };
    out.retain(|d| {
        let back = matches!(d.frame, Frame::Leave | Frame::Rout) && d.is_noun && d.trigger > repelled.trigger;
        let own = d.places.iter().any(|&p| reading.places[p].tokens.start > d.trigger.0);
        let they = !d.initiators.is_empty() && d.initiators.iter().all(|a| repelled.targets.contains(a));
        !(back && they && !own && d.places == repelled.places)
    });
}
