//! «X answered the shelling of Y with raids on Z»: what is answered is another's act, and what it is answered with is X's.

use super::clause::{Clause, Finite, Opener, open};
use super::draft::Scope;
use super::item::{Item, What};
use crate::knowledge::status::{Cue, Prep};
use crate::text::Affixes;

/// Cuts off the act with which a verb of answering answers: it goes on from the verb, behind what is answered.
pub(super) fn part_answers(items: &[Item], out: &mut Vec<Clause>) {
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
pub(super) fn is_answered(scope: Scope<'_, '_>, item: usize, verb: Finite) -> bool {
    const WORDS: usize = 2;
    let mut near = (verb.item + 1..item).rev().take(WORDS);
    let answers = scope.items[verb.item].is_cue(Cue::Replies) && scope.clause().resumes.is_none();
    let on = near.find(|&i| answers && scope.items[i].is_cue(Cue::Prep(Prep::On)));
    let plain = |i: &Item| matches!(i.what, What::Word | What::Number(_));
    on.is_some_and(|on| scope.items[on + 1..item].iter().all(plain))
}
