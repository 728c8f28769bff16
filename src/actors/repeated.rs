//! «the attackers … the attackers»: whom a noun meant that only context resolved it means again, until somebody else is named.

use super::context::{REACH, Settler};
use super::phrase::Draft;
use super::{ActorKind, ActorMention};
use crate::knowledge::{Camp, HeadClass};

/// Whoever was named within so many tokens before a noun is on the reader's mind.
const RECENT: usize = 40;

impl Settler<'_, '_> {
    /// The earlier mention with the same noun («gunmen», «the gunmen»), where `named`, whom it would else mean, was told
    /// before that mention or long ago.
    pub(super) fn repeated<'m>(
        &self,
        draft: &Draft,
        before: &'m [ActorMention],
        named: Option<&ActorMention>,
    ) -> Option<&'m ActorMention> {
        let open = draft.class == Some(HeadClass::Group)
            && draft.camp == Some(Camp::Opposition)
            && draft.tokens.len() == 1
            && !draft.pronoun
            && self.text.is_definite(draft.tokens.start);
        let near = before.iter().rev().take_while(|m| m.tokens.end + REACH > draft.tokens.start);
        let alike = |m: &&ActorMention| {
            let generic = m.by_context && m.kind == ActorKind::Generic && m.tokens.len() == 1;
            generic && self.is_same_plural(m.tokens.start, draft.tokens.start)
        };
        let same = near.into_iter().find(alike).filter(|_| open)?;
        let recent = |m: &ActorMention| {
            m.tokens.start > same.tokens.start && m.tokens.end + RECENT > draft.tokens.start
        };
        (!named.is_some_and(recent)).then_some(same)
    }

    /// Is it the same noun, whatever its case («attackers» as subject and as object)?
    pub(super) fn is_same_plural(&self, a: usize, b: usize) -> bool {
        const ENDINGS: [&str; 2] = ["\u{648}\u{646}", "\u{64A}\u{646}"];
        let stem = |i: usize| {
            let word = self.text.fold_at(i);
            let from = word.find(crate::text::ARTICLE).filter(|&at| at <= '\u{648}'.len_utf8());
            let bare = from.map_or(word, |at| word.get(at + crate::text::ARTICLE.len()..).unwrap_or(word));
            ENDINGS.iter().find_map(|end| bare.strip_suffix(end))
        };
        self.same_noun(a, b) || stem(a).is_some_and(|s| Some(s) == stem(b))
    }

    /// Is it what is left of a government that is gone («the remnants of the former regime»)? They are in arms against the new one.
    pub(super) fn is_remnant(&self, mention: &ActorMention) -> bool {
        let Some(succession) = &self.actors.succession else { return false };
        let remnants = &self.knowledge.triggers.lists.remnants;
        // The word for them stands before the name or, with «gunmen of the remnants of», in it.
        let mut near = mention.tokens.start.saturating_sub(1)..mention.tokens.end;
        let behind = near.any(|i| remnants.longest_at(self.text, i).is_some());
        let old = |i: usize| {
            let bare = crate::text::without_article(self.text.fold_at(i));
            succession.old.iter().any(|w| w == bare)
        };
        behind && mention.faction == self.actors.sides.government && mention.tokens.clone().any(old)
    }
}
