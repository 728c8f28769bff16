//! What is told in whose words: the clause of speech that each clause is the content of.

use super::clause::{Clause, Opener};
use super::item::{Item, What};
use crate::events::mentions::reading::Reading;
use crate::knowledge::status::{Cue, Speech};
use crate::knowledge::triggers::{Frame, TriggerForm};
use crate::text::inflect::Tense;

/// For each clause, the clause of speech whose content it is.
pub(in crate::events) fn contents(
    reading: &Reading<'_>,
    items: &[Item],
    clauses: &[Clause],
) -> Vec<Option<usize>> {
    let mut out: Vec<Option<usize>> = Vec::with_capacity(clauses.len());
    for (c, clause) in clauses.iter().enumerate() {
        let before = c.checked_sub(1);
        let inherited = before.and_then(|p| out[p]);
        let carrier = before.filter(|&p| carries_content(&clauses[p]));
        let first = &items[clause.items.start];
        let content = match clause.opener {
            Opener::That if first.is_joined() => parallel(clauses, &out).or(carrier).or(inherited),
            Opener::That => match clause.resumes {
                Some(main) => Some(main).filter(|&m| carries_content(&clauses[m])),
                None => match before.map(|p| (p, clauses[p].opener)) {
                    Some((_, Opener::Relative)) => carrier
                        .or_else(|| parted(items, clauses, c).or_else(|| told_of(clauses, c)))
                        .or(inherited),
                    Some((p, _)) if describes_speaker(items, clauses, p) => {
                        parted(items, clauses, c).or(carrier).or(inherited)
                    }
                    _ => carrier.or(inherited),
                },
            },
            Opener::Start => {
                let colon = first.what == What::Stop;
                carrier.filter(|_| colon)
            }
            Opener::Subordinate if first.is_cue(Cue::Contrast) => None,
            Opener::Joined if clause.speech().is_some() => None,
            Opener::Joined if meets_then(reading, items, clauses, c) => None,
            Opener::Joined if !first.is_joined() => {
                // «men who seek to secede took …»: what is intended does not stand in the perfect.
                let told = clause.finite.is_some_and(|f| {
                    let verb = &items[f.item];
                    let noun = verb.noun_trigger().is_some() || verb.cues().iter().any(|c| c.verb.is_none());
                    f.verb.tense == Tense::Perfect && !noun
                });
                let intends = |p: &usize| clauses[*p].finite.is_some_and(|f| f.cue == Some(Cue::Plan));
                // «a rocket hit X, and Y denied it, made Z …»: behind a comma nobody's denial goes on.
                let denied = |p: &usize| {
                    let from = clauses[*p].finite.map_or(0, |f| f.item);
                    let parted = items[from..clause.items.start].iter().any(|i| i.what == What::Comma);
                    clauses[*p].speech() == Some(Speech::Deny) && parted
                };
                carrier.filter(|p| !(told && intends(p) || denied(p))).or(inherited)
            }
            Opener::Joined | Opener::Relative | Opener::Subordinate => inherited,
        };
        out.push(content);
    }
    out
}

/// «said that X will not do it, and met Y»: behind what is or will be, a meeting in the perfect is what the speaker did next.
pub(in crate::events) fn meets_then(
    reading: &Reading<'_>,
    items: &[Item],
    clauses: &[Clause],
    c: usize,
) -> bool {
    let clause = &clauses[c];
    let start = clause.items.start;
    let opens = clause
        .finite
        .filter(|f| f.item == start && items[start].is_joined() && f.verb.tense == Tense::Perfect);
    let Some(verb) = opens else { return false };
    let said = c.checked_sub(1).map(|p| &clauses[p]).is_some_and(|p| {
        p.opener == Opener::That && p.finite.is_none_or(|f| f.verb.tense == Tense::Imperfect)
    });
    let comma = start.checked_sub(1).is_some_and(|j| items[j].what == What::Comma);
    let noun = items.get(verb.item + 1).and_then(Item::noun_trigger);
    let meets = |t: TriggerForm| reading.frame_of(t) == Frame::Meet;
    said && comma && verb.trigger.or(noun).is_some_and(meets)
}

/// «that … and that …»: both are content of the same speech.
fn parallel(clauses: &[Clause], contents: &[Option<usize>]) -> Option<usize> {
    let that = (0..contents.len()).rev().find(|&c| clauses[c].opener == Opener::That)?;
    let speaks_since = clauses[that + 1..contents.len()].iter().any(|c| c.speech().is_some());
    contents[that].filter(|_| !speaks_since)
}

/// «X announced, who holds Y, that»: what carries the content stands before the clause between commas.
fn parted(items: &[Item], clauses: &[Clause], c: usize) -> Option<usize> {
    let main = c.checked_sub(2)?;
    let comma = |clause: &Clause| items[clause.items.end - 1].what == What::Comma;
    (comma(&clauses[main]) && comma(&clauses[main + 1]) && carries_content(&clauses[main])).then_some(main)
}

/// «said X, which Y leads, that»: behind a relative clause that says nothing itself, the content is that of whoever spoke
/// before it.
fn told_of(clauses: &[Clause], c: usize) -> Option<usize> {
    let main = c.checked_sub(2)?;
    let says = clauses[main].speech().is_some() && !clauses[main].subject.is_empty();
    says.then_some(main)
}

/// «said, who asked not to be named, that»: does the clause, with a verb that nothing links, describe who spoke?
fn describes_speaker(items: &[Item], clauses: &[Clause], c: usize) -> bool {
    let clause = &clauses[c];
    let bare = clause.finite.is_some_and(|f| f.item == clause.items.start && !items[f.item].is_joined());
    bare && clause.subject_from.is_some_and(|p| p + 1 == c && clauses[p].speech().is_some())
}

fn carries_content(clause: &Clause) -> bool {
    clause.finite.is_some_and(|f| {
        matches!(f.cue, Some(Cue::Speech(_) | Cue::Plan | Cue::Hypothetical | Cue::Negation))
    })
}
