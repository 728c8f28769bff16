//! «attacked X, which left 20 dead, and the kidnapping of 15»: whoever attacks takes the captives told behind it.

use crate::events::acts::draft::Draft;
use crate::events::acts::settle::are_friends;
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::events::{EventKind, Modality};
use crate::knowledge::triggers::Frame;
use crate::text::AND;

/// Lays the taking of captives, told by a noun joined to an attack of one armed side, to that side.
pub(in crate::events) fn name_captors(reading: &Reading<'_>, out: &mut [Draft]) {
    for i in 1..out.len() {
        let (told, rest) = out.split_at_mut(i);
        let Some(held) = rest.first_mut() else { continue };
        let joined = reading.text.fold_at(held.trigger.0).starts_with(AND);
        let open = held.initiators.is_empty() && held.not_by.is_empty() && held.others.is_empty();
        if held.kind != EventKind::Detention || !held.is_noun || !joined || !open {
            continue;
        }
        let attack = |d: &&Draft| {
            let attacks = matches!(d.frame, Frame::Fight | Frame::Strike | Frame::Enter | Frame::Take);
            attacks
                && held.clause - d.clause.min(held.clause) <= 1
                && d.stance.modality == held.stance.modality
        };
        let Some(attack) = told.iter().rev().find(attack).filter(|d| d.others.is_empty()) else { continue };
        let armed = |a: &usize| reading.actors[*a].class == ActorClass::Armed;
        let own = |a: &usize| held.targets.iter().any(|&t| are_friends(reading, *a, t));
        let doers = &attack.initiators;
        if !doers.is_empty() && doers.iter().all(|a| armed(a) && !own(a)) {
            held.initiators.clone_from(doers);
            held.why.push("who attacked took the captives".into());
        }
    }
}

/// Did somebody under arms enter or take a place?
pub(super) fn enters(reading: &Reading<'_>, told: &Draft) -> bool {
    let armed = |a: &usize| reading.actors[*a].class == ActorClass::Armed;
    matches!(told.frame, Frame::Take | Frame::Enter)
        && told.stance.modality <= Modality::Claimed
        && told.initiators.iter().all(armed)
}
