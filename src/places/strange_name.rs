//! Villages that no gazetteer has, without a cue word, told by where they lie: «a raid on X, north of Y».

use std::ops::Range;

use super::scan::{Draft, Opening, Scanner};
use super::unknown::opens;
use crate::knowledge::{Cue, PartKind, PlaceKind};
use crate::text::{ARTICLE, Affixes, TokenKind};

impl Scanner<'_, '_> {
    /// The name of one or two strange words between a preposition and `lies`, which begins with a side («north of Y») or
    /// with «in the governorate of»; `from` is where the place before it ends.
    pub(super) fn village_before(&self, lies: &Draft, from: usize) -> Option<Draft> {
        const LONGEST: usize = 2;
        let at = lies.tokens.start;
        let word = self.word(at)?;
        let side = word.value.direction.is_some() || word.value.part == Some(PartKind::Centre);
        let side = side && word.affixes.is_empty();
        let within = opens(word.value) && word.affixes.has(Affixes::BI);
        // «in the governorate of»: the preposition is a word of its own.
        let apart = opens(word.value)
            && word.affixes.is_empty()
            && at.checked_sub(1).is_some_and(|j| self.is_preposition(j));
        if !(side || within || apart) || lies.again {
            return None;
        }
        let end = if side || within { at } else { at - 1 };
        (1..=LONGEST).find_map(|n| {
            let start = end.checked_sub(n).filter(|&s| s > from)?;
            let governed = self.is_preposition(start - 1);
            (governed && self.is_strange_name(start..end)).then(|| self.village(start..end))
        })
    }

    /// «in the province of X», X being one word that nobody knows, behind a preposition: has it the shape of a name,
    /// and behind it no epithet («the second term of X»)?
    pub(super) fn is_bare_province(&self, i: usize, at: usize) -> bool {
        let placed = self.word(i).is_some_and(|w| w.affixes.has(Affixes::BI))
            || i.checked_sub(1).is_some_and(|j| self.is_preposition(j));
        let of_state = |at: usize| self.actor(at).is_some_and(|a| a.value.modifier.is_some());
        let ends = !self.text.is_definite(at + 1) || of_state(at + 1) || self.word(at + 1).is_some();
        placed && ends && self.is_strange_name(at..at + 1)
    }

    fn village(&self, name: Range<usize>) -> Draft {
        let cue = Cue { kind: Some(PlaceKind::Village), many: false };
        let opening = Opening { at: name.start, cue: Some(cue), ..Opening::default() };
        self.draft(name.start, &opening, name, Affixes::default())
    }

    /// Does no lexicon but those of names know the words, and is the first of no shape that nouns have?
    fn is_strange_name(&self, name: Range<usize>) -> bool {
        let word = |i: usize| self.text.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Word);
        let first = self.text.fold_at(name.start);
        name.clone().all(word) && self.is_foreign(name) && is_no_noun(first)
    }
}

/// Behind a preposition no noun ends in a long «a» or «u» («Mansila», «Kurakhuvu»); else a name is long, and has neither the
/// article nor what nouns of action and place begin with, nor the endings of plurals, adjectives and pronouns.
fn is_no_noun(word: &str) -> bool {
    const LONG: [char; 2] = ['\u{627}', '\u{648}'];
    const OF_NAMES: usize = 4;
    const OF_NOUNS: usize = 5;
    const BEGIN: [char; 7] = ['\u{645}', '\u{62A}', '\u{627}', '\u{648}', '\u{628}', '\u{644}', '\u{641}'];
    const END: [&str; 8] = [
        "\u{647}",
        "\u{627}\u{62A}",
        "\u{64A}\u{646}",
        "\u{648}\u{646}",
        "\u{627}\u{621}",
        "\u{647}\u{645}",
        "\u{647}\u{627}",
        "\u{627}\u{646}",
    ];
    let letters = word.chars().count();
    if word.starts_with(ARTICLE) || END.iter().any(|e| word.ends_with(e)) {
        return false;
    }
    letters >= OF_NAMES && word.ends_with(LONG) || letters >= OF_NOUNS && !word.starts_with(BEGIN)
}
