//! «The minister of X said that the army struck», «the army of X denied it; the army added»: in the words of a foreign
//! state «the army» is its own.

use super::{ActorKind, ActorMention};
use crate::knowledge::status::{Cue, Status};
use crate::knowledge::{Actors, FactionId, HeadClass, State};
use crate::text::{Text, TokenKind};

/// The mention whose army «the army» at token `at` is, when its own state speaks.
pub(super) fn own_army<'m>(
    (text, status, actors): (&Text<'_>, &Status, &Actors),
    before: &'m [ActorMention],
    at: usize,
) -> Option<&'m ActorMention> {
    const REACH: usize = 80;
    let last = before.last()?;
    let foreign = |m: &&ActorMention| is_of_other_state(actors, m.faction);
    let opens = at.checked_sub(1)?;
    let that =
        status.lexicon.longest_at(text, opens).is_some_and(|m| m.value.iter().any(|c| c.cue == Cue::That));
    if that {
        let within =
            (last.tokens.end..opens).all(|i| text.tokens[i].kind != TokenKind::Break && !stops(text, i));
        let speaker = Some(last).filter(|m| within && speaks_itself(m) && is_told_to_speak(text, status, m));
        return speaker.filter(foreign);
    }
    // «The army of X …. The army added …».
    super::speech_verb(text, status, opens, |_, _| true).filter(|&n| n == 1)?;
    let near = before.iter().rev().take_while(|m| m.tokens.end + REACH > at);
    let alike = |m: &&ActorMention| m.tokens.clone().any(|i| is_same(text, i, at));
    near.into_iter().find(alike).filter(|m| is_army(m)).filter(foreign)
}

/// Does a sentence end at token `i`?
fn stops(text: &Text<'_>, i: usize) -> bool {
    text.tokens[i].kind == TokenKind::Mark && text.fold_at(i) == "."
}

/// Is it somebody who speaks for a state?
fn speaks_itself(mention: &ActorMention) -> bool {
    let office = matches!(mention.kind, ActorKind::Official | ActorKind::Person);
    let ministry = mention.class == Some(HeadClass::Government);
    office || ministry || is_army(mention)
}

fn is_army(mention: &ActorMention) -> bool {
    mention.kind == ActorKind::Group && mention.class == Some(HeadClass::Force)
}

/// Does a verb of speech stand right before the mention?
fn is_told_to_speak(text: &Text<'_>, status: &Status, mention: &ActorMention) -> bool {
    const LONGEST: usize = 2;
    let start = mention.tokens.start;
    (1..=LONGEST).any(|n| {
        let verb = start.checked_sub(n);
        verb.and_then(|i| super::speech_verb(text, status, i, |_, _| true)) == Some(n)
    })
}

/// Is it the faction of a state that is not the conflict's own government?
fn is_of_other_state(actors: &Actors, faction: FactionId) -> bool {
    let of = |s: &State| s.origin.force == faction && s.origin.government == faction;
    let sides = actors.sides;
    faction != sides.government && faction != sides.other && actors.states.iter().any(of)
}

/// Is it the noun at token `b`, its article aside, that stands at token `a`?
fn is_same(text: &Text<'_>, a: usize, b: usize) -> bool {
    let stems = |i: usize| text.readings_at(i).iter().map(|r| r.stem);
    stems(a).any(|s| stems(b).any(|t| s == t))
}
