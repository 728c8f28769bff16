//! «shot down a drone that neared X»: a bare verb behind an indefinite noun says what that did, and not who acts before.

use super::clause::{Clause, Opener};
use super::item::{Item, What};
use super::subject::is_accusative;
use crate::events::mentions::reading::Reading;
use crate::knowledge::status::Cue;
use crate::text::Affixes;
use crate::text::inflect::Tense;

/// «but the local police accused X of»: does a noun that is nobody known open the clause, behind «that» or «but», right before a
/// verb of speech, so that who stands behind the verb does not speak?
pub(super) fn speaks_unknown(reading: &Reading<'_>, items: &[Item], clause: &Clause) -> bool {
    const LONGEST: usize = 4;
    let speaks = clause.finite.filter(|f| matches!(f.cue, Some(Cue::Speech(_))) && f.trigger.is_none());
    let Some(verb) = speaks.map(|f| f.item) else { return false };
    if says_behind(reading, items, clause, verb) {
        return true;
    }
    let start = clause.items.start;
    let opens = |i: &Item| i.is_cue(Cue::Contrast) || i.is_cue(Cue::That);
    let from = start + usize::from(opens(&items[start]));
    let behind = clause.opener == Opener::That || from > start;
    let named = from < verb && verb - from <= LONGEST && !items[verb].is_joined();
    behind
        && named
        && items[from..verb].iter().all(|i| i.what == What::Word)
        && reading.text.is_definite(items[from].to - 1)
}

/// «X took Y, and medical sources said that ten were killed»: does an indefinite noun that is nobody known stand right behind
/// the verb of speech at `verb`, with no more than its own words up to «that» or to the act that is told?
fn says_behind(reading: &Reading<'_>, items: &[Item], clause: &Clause, verb: usize) -> bool {
    const LONGEST: usize = 5;
    let behind = &items[verb + 1..clause.items.end.max(verb + 1)];
    let word = |i: &&Item| i.what == What::Word && !i.has_pronoun && !i.affixes.has(Affixes::BI);
    let place =
        |i: &&Item| matches!(i.what, What::Place(_)) || i.prep().is_some() && i.noun_trigger().is_none();
    let n_words = behind.iter().take(LONGEST).take_while(word).count();
    let whence = behind[n_words..].iter().take(LONGEST).take_while(|i| place(i) || word(i)).count();
    let Some(noun) = behind.first().filter(|_| n_words > 0) else { return false };
    let told = behind.get(n_words + whence);
    let act = told.is_some_and(|i| i.noun_trigger().is_some() && i.affixes.is_empty());
    let that = told.map_or_else(|| items.get(clause.items.end).is_some_and(opens), opens);
    noun.affixes.is_empty()
        && !reading.text.is_definite(noun.from)
        && !is_accusative(reading, noun)
        && (that || act)
}

/// Does «that» open what is said at the item?
fn opens(item: &Item) -> bool {
    item.is_cue(Cue::That)
}

/// Does the verb of the clause stand bare, in the perfect, right behind an indefinite noun of its gender that is the object
/// of the clause before, and nobody known?
pub(super) fn is_of_noun_before(reading: &Reading<'_>, items: &[Item], clause: &Clause) -> bool {
    const REACH: usize = 4;
    const FEMININE: [&str; 2] = ["\u{647}", "\u{627}\u{62A}"];
    const DUAL: [&str; 2] = ["\u{64A}\u{646}", "\u{627}\u{646}"];
    const DUAL_VERB: &str = "\u{627}";
    let start = clause.items.start;
    let Some(finite) =
        clause.finite.filter(|f| f.item == start && f.trigger.is_some() && f.verb.tense == Tense::Perfect)
    else {
        return false;
    };
    let Some(noun) = start.checked_sub(1) else { return false };
    let word = &items[noun];
    let (text, last) = (&reading.text, word.to - 1);
    let indefinite = !(word.from..word.to).any(|t| text.is_definite(t)) && !word.has_pronoun;
    let plain = matches!(word.what, What::Word | What::Known | What::Number(_)) && word.cues().is_empty();
    // «launched an operation in which it took X»: the act is theirs who launched it.
    let within = items.get(finite.item + 1).is_some_and(|n| n.has_pronoun && n.prep().is_some());
    let plain = plain && !within && word.noun_trigger().is_none();
    if clause.opener != Opener::Joined || items[start].is_joined() || !indefinite || !plain {
        return false;
    }
    let feminine = FEMININE.iter().any(|f| text.fold_at(last).ends_with(f));
    // «after heavy fighting it took X»: what stands behind a preposition of time is no object.
    let governed = items[noun.saturating_sub(REACH)..noun].iter().any(|i| i.is_cue(Cue::After));
    // «two drones that neared X».
    let ends = |i: usize, endings: &[&str]| endings.iter().any(|e| text.fold_at(i).ends_with(e));
    let two = ends(last, &DUAL) && ends(items[start].from, &[DUAL_VERB]);
    !governed && (two || feminine == finite.verb.is_feminine && !finite.verb.is_plural)
}
