//! «the operations room for combating X»: a force that is named by its foe, whose it is not.

use super::ActorKind;
use super::owner::Owner;
use super::phrase::Draft;
use super::scan::Reader;
use crate::knowledge::{ActorWord, HeadClass};
use crate::text::{Affixes, Match, TokenKind};

impl Reader<'_, '_> {
    /// The force at token `i` whose name says whom it fights; gives the token to go on at.
    pub(super) fn combating(
        &self,
        i: usize,
        found: &Match<'_, ActorWord>,
        out: &mut Vec<Draft>,
    ) -> Option<usize> {
        let combats =
            |m: &Match<'_, ActorWord>| m.n_tokens == 1 && m.value.particle.is_some_and(|p| p.combats);
        let is_mark = |i: usize| self.text.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Mark);
        // «the "combating X" took …»: known by that part of its name alone.
        let named = combats(found) && i.checked_sub(1).is_some_and(is_mark);
        let force = found.value.head.is_some_and(|h| matches!(h.class, HeadClass::Force | HeadClass::Group));
        let at = if named { i } else { i + found.n_tokens };
        if !(force || named) || found.pronoun || at + 1 >= self.text.tokens.len() {
            return None;
        }
        let word = self.at(at).filter(combats)?;
        if word.pronoun || !(word.affixes.is_empty() || word.affixes == Affixes::LI) {
            return None;
        }
        let quoted = usize::from(is_mark(at + 1));
        let foe =
            self.bare(at + 1 + quoted).filter(|m| m.value.name.is_some() || m.value.modifier.is_some())?;
        let end = at + 1 + quoted + foe.n_tokens;
        out.push(Draft {
            tokens: i..end,
            affixes: found.affixes,
            owner: Owner::NoSide,
            kind: ActorKind::Group,
            class: Some(HeadClass::Force),
            pronoun: false,
            camp: None,
        });
        Some(end)
    }
}
