//! «The army said that ten gunmen had been killed in an operation»: who says so of his enemies killed them.

use super::handed::are_apart;
use crate::events::EventKind;
use crate::events::acts::draft::Draft;
use crate::events::facts::whom::is_alike;
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::knowledge::triggers::Frame;

/// Names the armed side or state that speaks as the doer where the killing of its foes is told of nobody.
pub(in crate::events) fn name_announcers(reading: &Reading<'_>, drafts: &mut [Draft]) {
    for draft in drafts {
        let kind = matches!(draft.kind, EventKind::Clash | EventKind::Casualties);
        let deadly = matches!(draft.frame, Frame::Fight | Frame::Harm)
            && draft.tolls.iter().any(|t| t.killed.is_some());
        if !kind || !deadly || !draft.initiators.is_empty() || draft.targets.is_empty() {
            continue;
        }
        let Some(who) = draft.stance.attribution.as_ref().filter(|a| a.is_party) else { continue };
        let foe = |t: usize, s: usize| {
            let (target, speaker) = (&reading.actors[t], &reading.actors[s]);
            target.class == ActorClass::Armed
                && are_apart(reading, s, t)
                && !is_alike(&speaker.name, &target.name)
        };
        let speaks = |s: &&usize| {
            matches!(reading.actors[**s].class, ActorClass::Armed | ActorClass::State | ActorClass::Person)
        };
        let Some(&speaker) = who.actors.iter().find(speaks) else { continue };
        if draft.targets.iter().all(|&t| foe(t, speaker)) {
            draft.initiators.push(speaker);
            draft.why.push("who speaks of foes killed".into());
        }
    }
}
