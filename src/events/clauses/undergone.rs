//! «X, which Y holds, was exposed to shelling», «X, which Y holds, saw raids»: the main clause goes on behind the relative one.

use super::clause::{Clause, Opener, finite_at, open};
use super::item::{Item, What};
use crate::events::mentions::reading::Reading;
use crate::knowledge::status::Cue;

/// How many clauses at most describe the place.
const CLAUSES: usize = 2;

/// Parts what a place was exposed to, or saw, from the relative clause that stands before it and describes the place.
pub(super) fn resume_undergone(reading: &Reading<'_>, items: &[Item], out: &mut Vec<Clause>) {
    for main in 0..out.len().saturating_sub(1) {
        let Some(is_exposed) = waits(reading, items, &out[main]) else { continue };
        if out[main + 1].opener != Opener::Relative {
            continue;
        }
        let last = out.len().min(main + 1 + CLAUSES);
        let describes = |c: &usize| *c == main + 1 || out[*c].opener == Opener::Joined;
        let found = (main + 1..last).take_while(describes).find_map(|c| {
            let from = out[c].finite.map_or(out[c].items.start, |f| f.item) + 1;
            (from..out[c].items.end).find(|&i| is_undergone(items, i, is_exposed)).map(|i| (c, i))
        });
        let Some((c, start)) = found else { continue };
        let mut rest = open(start, Opener::That);
        rest.items.end = std::mem::replace(&mut out[c].items.end, start);
        rest.resumes = Some(main);
        out.insert(c + 1, rest);
    }
}

/// Does the main clause still wait for what happened: a verb of being exposed (true) or of seeing and carrying (false), no
/// act, and a place at its end?
fn waits(reading: &Reading<'_>, items: &[Item], main: &Clause) -> Option<bool> {
    let verb = main.finite.filter(|f| f.trigger.is_none())?;
    let exposes = &reading.knowledge.triggers.lists.exposes;
    let is_exposed = exposes.longest_at(&reading.text, items[verb.item].from).is_some();
    let light = verb.cue == Some(Cue::Light);
    let placed = |n: &&Item| !matches!(n.what, What::Comma | What::Quote);
    let behind = &items[verb.item + 1..main.items.end];
    let place = behind.iter().rev().find(placed).is_some_and(|n| matches!(n.what, What::Place(_)));
    let told = behind.iter().any(|n| n.noun_trigger().is_some());
    (place && !told && (is_exposed || light)).then_some(is_exposed)
}

/// Is the noun at item `i` what was undergone: «to shelling», or right behind a comma?
fn is_undergone(items: &[Item], i: usize, is_exposed: bool) -> bool {
    let item = &items[i];
    let noun = item.noun_trigger().is_some() && !item.is_joined() && finite_at(items, i).is_none();
    let comma = i.checked_sub(1).is_some_and(|j| items[j].what == What::Comma);
    let to = item.affixes.has(crate::text::Affixes::LI);
    noun && if is_exposed { to } else { comma && item.proclitic().is_none() }
}
