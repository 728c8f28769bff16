//! «an air raid on X killed three»: what killed them stands right behind the verb, before where it was.

use super::counted::is_thing;
use crate::events::mentions::reading::Reading;
use crate::knowledge::status::Cue;
use crate::knowledge::tolls::TollWord;
use crate::text::TokenKind;

/// So many words may describe the strike: «an explosion of a booby-trapped car».
const DESCRIBED: usize = 3;

/// The token behind the strike that token `from` names with what describes it, or `from` itself: «a raid by X», «the blast
/// of a mine».
pub(super) fn behind_strike(reading: &Reading<'_>, from: usize) -> usize {
    if !is_thing(reading, from) {
        return from;
    }
    let starts = |at: usize| {
        let place = reading.places.partition_point(|p| p.tokens.start < at);
        let date = reading.dates.partition_point(|d| d.tokens.start < at);
        reading.places.get(place).is_some_and(|p| p.tokens.start == at)
            || reading.dates.get(date).is_some_and(|d| d.tokens.start == at)
    };
    let governs = |at: usize| {
        let cues = reading.knowledge.status.lexicon.longest_at(&reading.text, at);
        cues.is_some_and(|m| m.value.iter().any(|c| matches!(c.cue, Cue::Prep(_) | Cue::There)))
    };
    let describes = |at: &usize| {
        let word = reading.text.tokens.get(*at).is_some_and(|t| t.kind == TokenKind::Word);
        word && !reading.begins_count(*at) && !is_victim(reading, *at) && !starts(*at) && !governs(*at)
    };
    from + 1 + (from + 1..from + 1 + DESCRIBED).take_while(describes).count()
}

/// Does a word for persons or for harm stand at token `at`? «An armed attack», «a suicide attack»: not where it could be the
/// object of no verb.
fn is_victim(reading: &Reading<'_>, at: usize) -> bool {
    const ACCUSATIVE: char = '\u{627}';
    let tolls = &reading.knowledge.tolls;
    let word = tolls.lexicon.longest_at(&reading.text, at).map(|m| *m.value);
    let one = tolls.ones.longest_at(&reading.text, at).is_some_and(|m| m.affixes.is_empty());
    if one && word.is_none_or(|w| w == TollWord::Fighters) {
        return reading.text.fold_at(at).ends_with(ACCUSATIVE);
    }
    one || word.is_some()
}
