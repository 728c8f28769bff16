//! «X answered the shelling of Y with raids on Z»: what is answered is another's act, and what it is answered with is X's.

use crate::events::acts::draft::Scope;
use crate::events::clauses::clause::{Clause, Finite, Opener, open};
use crate::events::clauses::item::{Item, What};
use crate::knowledge::status::{Cue, Prep};
use crate::text::Affixes;

/// Cuts off the act with which a verb of answering answers: it goes on from the verb, behind what is answered.
pub(in crate::events) fn part_answers(items: &[Item], out: &mut Vec<Clause>) {
    for c in (0..out.len()).rev() {
        let Some(verb) = out[c].finite.filter(|f| items[f.item].is_cue(Cue::Replies)) else { continue };
        let end = out[c].items.end;
        let Some(on) = (verb.item + 1..end).find(|&i| items[i].is_cue(Cue::Prep(Prep::On))) else { continue };
        let with = |i: &usize| items[*i].affixes.has(Affixes::BI) && items[*i].noun_trigger().is_some();
        let Some(at) = (on + 2..end).find(with) else { continue };
        let mut rest = open(at, Opener::Joined);
        rest.items.end = std::mem::replace(&mut out[c].items.end, at);
        rest.resumes = Some(c);
        for later in out.iter_mut().skip(c + 1) {
            later.resumes = later.resumes.map(|main| if main > c { main + 1 } else { main });
        }
        out.insert(c + 1, rest);
    }
}

/// Is the noun at `item` what the verb answers?
pub(in crate::events) fn is_answered(scope: Scope<'_, '_>, item: usize, verb: Finite) -> bool {
    const WORDS: usize = 2;
    let mut near = (verb.item + 1..item).rev().take(WORDS);
    let answers = scope.items[verb.item].is_cue(Cue::Replies) && scope.clause().resumes.is_none();
    let on = near.find(|&i| answers && scope.items[i].is_cue(Cue::Prep(Prep::On)));
    let plain = |i: &Item| matches!(i.what, What::Word | What::Number(_));
    on.is_some_and(|on| scope.items[on + 1..item].iter().all(plain))
}

/// «struck targets of X in answer to the shelling of Y»: is the act at item `near` the one that is answered, with the place
/// behind it its own?
pub(in crate::events) fn is_before_answered(scope: Scope<'_, '_>, near: usize) -> bool {
    const REACH: usize = 7;
    let answers = near.checked_sub(1).is_some_and(|j| scope.items[j].is_cue(Cue::Answer));
    let own = |w: &[Item]| {
        let governed = w[1].proclitic().is_some() || w[0].prep().is_some() || w[0].noun_trigger().is_some();
        matches!(w[1].what, What::Place(_)) && governed
    };
    let until = (near + REACH).min(scope.clause().items.end);
    let behind = &scope.items[near..until];
    let end = behind.iter().position(|i| matches!(i.what, What::Comma | What::Stop)).unwrap_or(behind.len());
    answers && behind[..end].windows(2).any(own)
}
