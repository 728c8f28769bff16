//! «gunmen opened fire on X, and so killed them»: the shots and the killing that follows from them are one attack.

use crate::events::EventKind;
use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::Reading;
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;

/// Joins a killing told with «and so» to the shooting told before it in its sentence.
pub(in crate::events) fn join_shot_dead(reading: &Reading<'_>, out: &mut Vec<Draft>) {
    for i in (1..out.len()).rev() {
        let verb = &out[i];
        let so = reading.text.readings_at(verb.trigger.0).iter().any(|r| r.affixes.has(Affixes::FA));
        if verb.frame != Frame::Harm || verb.is_noun || !so {
            continue;
        }
        let Some(shots) = out[..i].iter().rposition(|d| d.sentence == verb.sentence) else { continue };
        let fires = out[shots].frame == Frame::Strike
            && !out[shots].is_noun
            && matches!(out[shots].kind, EventKind::Attack | EventKind::Clash);
        let elsewhere = !verb.places.is_empty() && verb.places != out[shots].places;
        if !fires || elsewhere {
            continue;
        }
        let killing = out.remove(i);
        let shots = &mut out[shots];
        shots.kind = EventKind::Attack;
        shots.quote.1 = shots.quote.1.max(killing.trigger.1);
        if shots.targets.is_empty() {
            shots.targets = killing.targets;
        }
        shots.tolls.extend(killing.tolls);
    }
}
