//! How an attack or an abduction ends: the attackers flee, the captives are led away. Neither is an act of its own.

use crate::events::EventKind;
use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::Reading;
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;

/// Drops what only ends an act told before it in the sentence.
pub(in crate::events) fn drop_endings(reading: &Reading<'_>, out: &mut Vec<Draft>) {
    for i in (1..out.len()).rev() {
        let before = out[..i].iter().rev().find(|d| d.sentence == out[i].sentence);
        let ends =
            before.is_some_and(|d| flees_after(reading, d, &out[i]) || leads_away(reading, d, &out[i]));
        if ends {
            out.remove(i);
        }
    }
}

/// «gunmen killed X and fled»: those whom nobody knows leave no place that they held.
fn flees_after(reading: &Reading<'_>, attack: &Draft, flight: &Draft) -> bool {
    let leaves = flight.kind == EventKind::Withdrawal && flight.frame == Frame::Leave && !flight.is_noun;
    let stranger = |&a: &usize| reading.actors[a].is_common_noun || reading.actors[a].is_anonymous;
    let strangers = |d: &Draft| d.initiators.iter().all(stranger);
    leaves && attack.kind == EventKind::Attack && strangers(attack) && strangers(flight)
}

/// «abducted X and led him away to Y»: one abduction, where it began.
fn leads_away(reading: &Reading<'_>, abduction: &Draft, led: &Draft) -> bool {
    let him = || reading.text.readings_at(led.trigger.0).iter().any(|r| r.affixes.has(Affixes::PRONOUN));
    let holds = |d: &Draft| d.kind == EventKind::Detention && d.frame == Frame::Hold && !d.is_noun;
    holds(led) && holds(abduction) && him()
}
