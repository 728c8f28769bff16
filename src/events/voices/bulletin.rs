//! «X: we shelled Y»: what a side tells of itself in the first person.

use super::attributed::{Attribution, is_party};
use super::told_already::admit;
use crate::events::Modality;
use crate::events::acts::draft::{Draft, Scope};
use crate::events::clauses::clause::{Clause, Finite, Opener};
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::{Frame, TriggerForm};
use crate::text::inflect::{Tense, VerbForm};

/// Who speaks in clause `c`, whose verb is of the first person plural, and in which clause he is named: the side before
/// the colon, whoever said it, or whoever spoke so in the clause before.
pub(in crate::events) fn first_person(
    reading: &Reading<'_>,
    items: &[Item],
    clauses: &[Clause],
    c: usize,
) -> Option<(Vec<usize>, usize)> {
    let verb = |c: &Clause| c.finite.filter(|f| f.verb.is_first_person && f.verb.is_plural);
    verb(&clauses[c])?;
    let p = c.checked_sub(1)?;
    let before = &clauses[p];
    let said = || !before.subject.is_empty() && (before.speech().is_some() || verb(before).is_some());
    let speakers: Vec<usize> = match heads_words(items, before) {
        Some(a) if before.finite.is_none() => vec![a],
        _ if said() => before.subject.clone(),
        _ => return None,
    };
    let colon = items[clauses[c].items.start].what == What::Stop;
    let goes_on = clauses[c].opener == Opener::Joined && verb(before).is_some();
    ((colon || goes_on) && speakers.iter().all(|&a| is_side(reading, a))).then_some((speakers, p))
}

/// «The spokesman of X:», «X in the capital on Sunday:»: who opens a clause that a colon ends, with where and when behind it.
fn heads_words(items: &[Item], head: &Clause) -> Option<usize> {
    let mut words = items.get(head.items.clone())?.iter().rev();
    let last = words
        .find(|i| !(matches!(i.what, What::Place(_) | What::Date(_)) || i.is_cue(Cue::Prep(Prep::At))))?;
    last.actor()
}

/// «We encircled X and entered it», «we took Y»: does somebody who is not named tell of his own side what only fighters do,
/// with its place right behind? Nothing is said of who; who acts behind the verb acts on «us».
pub(in crate::events) fn tells_of_fighters(
    reading: &Reading<'_>,
    items: &[Item],
    clause: &Clause,
    finite: &Finite,
) -> bool {
    const NEAR: usize = 3;
    let we = |v: VerbForm| v.is_first_person && v.is_plural && v.tense == Tense::Perfect;
    let fights = |t: TriggerForm| {
        let trigger = &reading.knowledge.triggers.all[usize::from(t.trigger)];
        let frame =
            matches!(trigger.frame, Frame::Take | Frame::Enter | Frame::Repel | Frame::Strike | Frame::Fight);
        frame && !trigger.is_weak
    };
    let placed = |i: usize| {
        let rest =
            items[i + 1..].iter().take(NEAR).take_while(|n| !matches!(n.what, What::Stop | What::Actor(_)));
        rest.clone().any(|n| matches!(n.what, What::Place(_)))
    };
    let strong = |i: usize| items[i].verb_trigger().is_some_and(|(t, v)| we(v) && fights(t)) && placed(i);
    let goes_on = items[finite.item].has_pronoun
        && clause.opener == Opener::Joined
        && items[..finite.item].iter().rposition(|n| n.verb_trigger().is_some()).is_some_and(strong);
    we(finite.verb) && (strong(finite.item) || goes_on)
}

/// What a side tells of itself is its claim, unless it tells it against itself.
pub(in crate::events) fn claim(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    admit(scope, draft);
    let clause = scope.clause();
    let own = clause.finite.is_some_and(|f| f.item == item && f.verb.is_first_person);
    if draft.initiators.first().is_some_and(|&a| is_ours(scope.reading, a))
        && draft.stance.attribution.is_none()
        && draft.stance.modality == Modality::Asserted
    {
        draft.stance.modality = Modality::Claimed; // «our forces took X»
        return;
    }
    if !own || draft.stance.attribution.is_some() || draft.stance.modality != Modality::Asserted {
        return;
    }
    let tokens = |a: &usize| scope.reading.actors[*a].tokens.clone();
    let (Some(first), Some(last)) = (clause.subject.first().map(tokens), clause.subject.last().map(tokens))
    else {
        draft.stance.modality = Modality::Claimed; // whoever «we» are
        return;
    };
    let is_party = clause.subject.iter().any(|&a| is_party(scope.reading, a));
    draft.stance.attribution =
        Some(Attribution { from: first.start, to: last.end, actors: clause.subject.clone(), is_party });
    if is_party {
        draft.stance.modality = Modality::Claimed;
    }
}

/// Does a side tell in the first person what it has done? What it will do is a threat.
pub(in crate::events) fn tells_of_itself(reading: &Reading<'_>, clause: &Clause, finite: &Finite) -> bool {
    finite.verb.tense == Tense::Perfect
        && clause.subject_from.is_some()
        && !clause.subject.is_empty()
        && clause.subject.iter().all(|&a| is_side(reading, a))
}

/// «our forces», «our brave fighters»: does the noun that opens the actor bear the pronoun of those who tell?
fn is_ours(reading: &Reading<'_>, actor: usize) -> bool {
    const OUR: &str = "\u{646}\u{627}";
    let at = reading.actors[actor].tokens.start;
    let head = reading.knowledge.actors.words.longest_at(&reading.text, at);
    let noun = head.is_some_and(|m| m.pronoun && m.value.head.is_some());
    noun && reading.text.fold_at(at).ends_with(OUR)
}

fn is_side(reading: &Reading<'_>, actor: usize) -> bool {
    match reading.actors[actor].class {
        ActorClass::Armed | ActorClass::State => true,
        ActorClass::Civilians => false,
        // «the spokesman of X said: we took Y».
        ActorClass::Person | ActorClass::Source => is_party(reading, actor),
    }
}
