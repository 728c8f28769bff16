//! «intercepted the drone that X launched to hit civilians in Y»: what was brought down was meant for Y, and hit nobody.

use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::Reading;
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;

/// Leaves out the aim of what was repelled; it tells where that was, when nothing else does.
pub(in crate::events) fn drop_aims(reading: &Reading<'_>, out: &mut Vec<Draft>) {
    let Some(r) = out.iter().position(|d| d.frame == Frame::Repel) else { return };
    let (at, clause) = (out[r].trigger, out[r].clause);
    let to = |t: usize| reading.text.readings_at(t).iter().any(|a| a.affixes.has(Affixes::LI));
    let aim = |d: &Draft| {
        let hits = d.frame == Frame::Strike && d.is_noun && d.tolls.is_empty();
        hits && d.trigger > at && d.clause > clause && to(d.trigger.0)
    };
    let Some(places) = out.iter().find(|d| aim(d)).map(|d| d.places.clone()) else { return };
    out.retain(|d| !aim(d));
    if let Some(repelled) = out.iter_mut().find(|d| d.frame == Frame::Repel && d.places.is_empty()) {
        repelled.places = places;
    }
}
