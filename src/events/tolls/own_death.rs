//! «ten, among them two children, met their death when …»: the noun of the death, behind those who are named aside, goes on
//! with the verb that stood before them.

use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::Reading;
use crate::knowledge::tolls::TollWord;
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;

/// Leaves out a noun of death with the pronoun of those who died, when their count was told before it in its sentence.
pub(in crate::events) fn drop_own_deaths(reading: &Reading<'_>, out: &mut Vec<Draft>) {
    let theirs = |d: &Draft| {
        let at = d.trigger.0;
        let pronoun = reading.text.readings_at(at).iter().any(|r| r.affixes.has(Affixes::PRONOUN));
        let death = reading.knowledge.tolls.lexicon.longest_at(&reading.text, at);
        d.frame == Frame::Harm
            && d.is_noun
            && d.tolls.is_empty()
            && pronoun
            && death.is_some_and(|m| *m.value == TollWord::Kill)
    };
    for i in (0..out.len()).rev() {
        let told = |d: &Draft| {
            d.sentence == out[i].sentence
                && d.tolls.iter().any(|t| t.killed.is_some())
                && d.quote.0 < out[i].trigger.0
        };
        if theirs(&out[i]) && out.iter().any(told) {
            out.remove(i);
        }
    }
}
