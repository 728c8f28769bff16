//! Whether one who was named before may be the subject of a verb that names none, by the gender of both.

use super::clause::{Clause, Finite};
use super::item::Item;
use crate::events::mentions::reading::{ActorClass, Reading};

/// Does the verb, in the singular, fit the gender of `subject`, as far as the first word of its name shows it?
pub(in crate::events) fn agrees(reading: &Reading<'_>, verb: &Finite, subject: &[usize]) -> bool {
    let &[actor] = subject else { return true };
    let hit = &reading.actors[actor];
    let form = verb.verb;
    if form.is_plural || form.is_first_person || hit.class != ActorClass::Armed {
        return true;
    }
    let head = hit.tokens.start;
    if form.is_feminine {
        reading.knowledge.status.masculine.longest_at(&reading.text, head).is_none()
    } else {
        !is_feminine(reading.text.fold_at(head))
    }
}

/// «she blamed the corps»: the actors `behind` a verb, but none where a masculine noun stands right behind a feminine one.
pub(super) fn in_agreement(
    reading: &Reading<'_>,
    items: &[Item],
    verb: &Finite,
    behind: Vec<usize>,
) -> Vec<usize> {
    let right = |&a: &usize| reading.actors[a].tokens.start == items[verb.item].to;
    let object =
        verb.verb.is_feminine && behind.first().is_some_and(right) && !agrees(reading, verb, &behind);
    if object { Vec::new() } else { behind }
}

/// «and they executed two men»: does the clause begin with a verb in the masculine plural, behind which no subject stands?
pub(super) fn opens_of_many(clause: &Clause, verb: &Finite) -> bool {
    let form = verb.verb;
    form.is_plural && !form.is_first_person && !form.is_feminine && clause.items.start == verb.item
}

/// Can the pronoun at the end of the noun at token `at` mean the armed actor `a`: «her advance» is not the army's, nor «his
/// advance» that of the forces?
pub(in crate::events) fn fits_pronoun(reading: &Reading<'_>, at: usize, a: usize) -> bool {
    const HER: &str = "\u{647}\u{627}";
    const HIS: char = '\u{647}';
    let hit = &reading.actors[a];
    let word = reading.text.fold_at(at);
    let hers = word.ends_with(HER);
    let his = word.ends_with(HIS);
    // «the positions of the opposition»: whose they are is meant.
    let head = if reading.is_position(a) { hit.tokens.end - 1 } else { hit.tokens.start };
    let she = || is_feminine(reading.text.fold_at(head));
    let he = || reading.knowledge.status.masculine.longest_at(&reading.text, head).is_some();
    // «his control» is not that of the gunmen.
    let many = || is_of_persons(reading.text.fold_at(head));
    hit.class != ActorClass::Armed || !(hers && he() || his && she() || (his || hers) && many())
}

/// Has the word the ending of a feminine or of a plural of things?
pub(in crate::events) fn is_feminine(word: &str) -> bool {
    const ENDINGS: [&str; 2] = ["\u{647}", "\u{627}\u{62A}"];
    word.chars().count() > 3 && ENDINGS.iter().any(|e| word.ends_with(e))
}

/// Is it a word for a force that takes a verb in the feminine («forces», «militia»)?
pub(in crate::events) fn is_feminine_force(word: &str) -> bool {
    const MILITIA: &str = "\u{64A}\u{627}";
    is_feminine(word) || word.chars().count() > 5 && word.ends_with(MILITIA)
}

/// Has the word the full ending of a plural of persons, and is it long enough for it to be one?
fn is_of_persons(word: &str) -> bool {
    word.chars().count() > 5 && ends_as_persons(word)
}

/// Has the word the full ending of a plural of persons, nominative or not?
pub(super) fn ends_as_persons(word: &str) -> bool {
    const ENDINGS: [&str; 2] = ["\u{648}\u{646}", "\u{64A}\u{646}"];
    ENDINGS.iter().any(|e| word.ends_with(e))
}
