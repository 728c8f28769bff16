//! «gunmen believed to belong to X», «the soldiers raised the flag of Y»: what the words behind a mention say of whose it is.

use smallvec::smallvec;

use super::context::Settler;
use super::owner::of_state;
use super::phrase::Draft;
use super::{ActorKind, ActorMention};
use crate::knowledge::{HeadClass, Knowledge, Modifier, StateIdx};
use crate::text::{Affixes, Text, TokenKind, is_quote};

/// Between a group and the name of those it is said to belong to stand at most so many words.
const NEAR: usize = 6;

/// «gunmen whose belonging to X is likely», «gunmen who belong to X»: they are X's, and X is nobody beside them.
pub(super) fn join_members(text: &Text<'_>, knowledge: &Knowledge, out: &mut Vec<ActorMention>) {
    for i in (1..out.len()).rev() {
        let (group, patron) = (&out[i - 1], &out[i]);
        let open = group.by_context && group.kind == ActorKind::Generic && group.leader.is_none();
        let side = matches!(patron.kind, ActorKind::Faction | ActorKind::Group | ActorKind::Generic);
        if !(open && side && belongs(text, knowledge, group.tokens.end, patron.tokens.start)) {
            continue;
        }
        let patron = out.remove(i);
        let group = &mut out[i - 1];
        group.tokens.end = patron.tokens.end;
        group.span = group.span.cover(patron.span);
        group.name = group.span.of(text.source).split_whitespace().collect::<Vec<_>>().join(" ");
        group.faction = patron.faction;
        group.leader = patron.leader;
        group.by_office = patron.by_office;
        group.certainty = 0.7;
        group.why = smallvec![format!("said to belong to {}", patron.name).into()];
    }
}

/// Does a word of belonging stand between the tokens, the last but a preposition, with nothing but words around it?
fn belongs(text: &Text<'_>, knowledge: &Knowledge, from: usize, to: usize) -> bool {
    const LAST: usize = 2;
    let between = from..to;
    let words = &knowledge.actors.words;
    let quiet = |i: usize| matches!(text.tokens[i].kind, TokenKind::Word) || is_quote(text.fold_at(i));
    let ties = |i: usize| {
        let found = words.longest_at(text, i).filter(|m| m.value.particle.is_some_and(|p| p.belongs));
        found.is_some_and(|m| i + m.n_tokens <= to && to - (i + m.n_tokens) <= LAST)
    };
    (1..=NEAR).contains(&between.len()) && between.clone().all(quiet) && between.clone().any(ties)
}

impl Settler<'_, '_> {
    /// «the soldiers raised the flag of X»: troops of nobody named, right before the flag of a state, are that state's.
    pub(super) fn raise_flag(&self, draft: &Draft, mention: &mut ActorMention) {
        let troops = mention.by_context && draft.class == Some(HeadClass::Force) && !draft.pronoun;
        let Some(state) = self.flag_at(draft.tokens.end).filter(|_| troops) else { return };
        mention.faction = if Some(state) == self.foreign.or(self.actors.theatre) {
            self.own_force()
        } else {
            of_state(self.actors, state, HeadClass::Force)
        };
        mention.certainty = 0.8;
        mention.why = smallvec![["under the flag of ", self.actors.state(state).id.as_str()].concat().into()];
    }

    /// The state whose flag the words at token `i` name: «the Turkish flag», «the flag of Turkey».
    fn flag_at(&self, i: usize) -> Option<StateIdx> {
        let flag = self.knowledge.triggers.lists.flags.longest_at(self.text, i)?;
        if flag.affixes.has_any(Affixes::WA.with(Affixes::BI).with(Affixes::LI)) {
            return None;
        }
        let next = self.actors.words.longest_at(self.text, i + flag.n_tokens)?;
        match next.value.modifier {
            Some((Modifier::State(state), _)) => Some(state),
            _ => next.value.state,
        }
    }
}
