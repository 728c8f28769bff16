//! «a truce that X and Y agreed on»: the relative clause names the parties of the deal, and tells no other.

use super::draft::Draft;
use crate::events::mentions::reading::Reading;
use crate::knowledge::triggers::Frame;

/// «On it», «to it», folded.
const IT: [&str; 4] = [
    "\u{639}\u{644}\u{64A}\u{647}",
    "\u{639}\u{644}\u{64A}\u{647}\u{627}",
    "\u{627}\u{644}\u{64A}\u{647}",
    "\u{627}\u{644}\u{64A}\u{647}\u{627}",
];

/// Gives a deal told by a noun the parties of the verb of agreeing that goes back to it with a pronoun.
pub(in crate::events) fn name_who_agreed(reading: &Reading<'_>, out: &mut Vec<Draft>) {
    for i in (0..out.len()).rev() {
        let verb = &out[i];
        let on_it =
            verb.trigger.1 < reading.text.tokens.len() && IT.contains(&reading.text.fold_at(verb.trigger.1));
        if verb.frame != Frame::Deal || verb.is_noun || !on_it || verb.initiators.is_empty() {
            continue;
        }
        let (sentence, at, parties) = (verb.sentence, verb.trigger.0, verb.initiators.clone());
        let told =
            |d: &Draft| d.frame == Frame::Deal && d.is_noun && d.sentence == sentence && d.trigger.1 <= at;
        let Some(deal) = out.iter_mut().filter(|d| told(d)).max_by_key(|d| d.trigger.0) else { continue };
        if deal.initiators.is_empty() {
            deal.initiators = parties;
            deal.is_carried = true;
            deal.why.push("whoever agreed on it".into());
        }
        out.remove(i);
    }
}
