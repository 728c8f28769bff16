//! Particles that are written like a verb.

use super::item::Item;
use crate::knowledge::status::Cue;
use crate::text::Affixes;

/// «so the displaced may return to their areas»: «so may» is written like «lost»; before another verb it is the particle.
pub(super) fn keep_particles(items: &mut [Item]) {
    for i in 1..items.len() {
        let [before, verb] = &mut items[i - 1..=i] else { continue };
        if !before.is_cue(Cue::May) || verb.verb_trigger().is_none() && verb.verb_cue().is_none() {
            continue;
        }
        if !before.triggers().is_empty() {
            before.drop_triggers(Affixes::FA);
        }
    }
}
