//! «the secretary of defence A B», where only B is known: whose office it is.

use super::phrase::Phrase;
use super::scan::Reader;
use crate::knowledge::{ActorWord, HeadClass, NameKind};
use crate::text::Match;

impl<'t> Reader<'t, '_> {
    /// Where the known name begins, and the name, behind an office that says not whose it is and a first name at token `at` that
    /// no lexicon has; else what was found there.
    pub(super) fn past_first_name(
        &self,
        phrase: &Phrase,
        at: usize,
        found: Option<Match<'t, ActorWord>>,
    ) -> (usize, Option<Match<'t, ActorWord>>) {
        let office = matches!(phrase.outer, HeadClass::Official | HeadClass::Commander);
        let nobodys = office && phrase.name.is_none() && phrase.undecided();
        if found.is_some() || !nobodys || !self.places.is_unheard(self.text, at) {
            return (at, found);
        }
        let known = |m: &Match<'_, ActorWord>| {
            let person = m.value.name.is_some_and(|n| self.actors.name(n).kind == NameKind::Person);
            person && m.affixes.is_empty() && !m.pronoun
        };
        match self.at(at + 1).filter(known) {
            Some(name) => (at + 1, Some(name)),
            None => (at, found),
        }
    }
}
