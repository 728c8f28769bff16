//! Who says so: the words that name a source.

use crate::events::acts::draft::Scope;
use crate::events::clauses::clause::{Clause, Finite};
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::knowledge::status::{Cue, Prep, Speech};

/// The words that name a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::events) struct Attribution {
    /// First token.
    pub(in crate::events) from: usize,
    /// One past the last token.
    pub(in crate::events) to: usize,
    /// The actors among them.
    pub(in crate::events) actors: Vec<usize>,
    /// Is it a side in the conflict, or the mouth of one?
    pub(in crate::events) is_party: bool,
}

/// Who speaks in a clause of speech: its subject, or the words after its verb.
pub(in crate::events) fn speaker(
    reading: &Reading<'_>,
    items: &[Item],
    clause: &Clause,
) -> Option<Attribution> {
    let finite = clause.finite?;
    if let Some(quoted) = quoted(items, clause) {
        let tokens = &reading.actors[quoted].tokens;
        let is_party = is_party(reading, quoted);
        return Some(Attribution { from: tokens.start, to: tokens.end, actors: vec![quoted], is_party });
    }
    if let (Some(&first), Some(&last)) = (clause.subject.first(), clause.subject.last()) {
        let from = reading.actors[first].tokens.start;
        let to = reading.actors[last].tokens.end;
        let within = clause.subject_from.is_none();
        let (from, to) = if within && from > finite.item { (from.min(to), to) } else { (from, to) };
        let is_party = clause.subject.iter().any(|&a| is_party(reading, a));
        let whole = named_words(items, clause, finite.item);
        let (from, to, is_party) = match whole {
            Some((f, t)) if within && f < from && t >= from => (f, to.max(t), is_party),
            _ => (from, to.max(from), is_party),
        };
        return Some(Attribution { from, to, actors: clause.subject.clone(), is_party });
    }
    if let Some(issuer) = issuer(items, clause, finite.item) {
        let tokens = &reading.actors[issuer].tokens;
        let from = items[finite.item + 1].from;
        let is_party = is_party(reading, issuer);
        return Some(Attribution { from, to: tokens.end, actors: vec![issuer], is_party });
    }
    let (from, to) = named_words(items, clause, finite.item)?;
    let is_party = items[finite.item + 1..clause.items.end].first().is_some_and(|i| i.is_cue(Cue::Sources));
    Some(Attribution { from, to, actors: Vec::new(), is_party })
}

/// «the agency reported, quoting X»: X, whom a verb of passing on quotes.
pub(in crate::events) fn quoted(items: &[Item], clause: &Clause) -> Option<usize> {
    let verb = clause.finite.filter(|f| f.cue == Some(Cue::Speech(Speech::Tell)))?;
    let tail = &items[verb.item + 1..clause.items.end];
    let at = tail.iter().position(|i| i.is_cue(Cue::Quoted))?;
    tail.get(at + 1)?.actor()
}

/// «a statement issued by X said»: X, when the verb's subject is a noun of speech.
fn issuer(items: &[Item], clause: &Clause, verb: usize) -> Option<usize> {
    const REACH: usize = 5;
    let tail = &items[verb + 1..clause.items.end];
    if !tail.first()?.is_cue(Cue::SpeechNoun) {
        return None;
    }
    tail.iter().take(REACH).find_map(Item::actor)
}

/// The words right after a verb of speech, up to the next mark or clause.
fn named_words(items: &[Item], clause: &Clause, verb: usize) -> Option<(usize, usize)> {
    let tail = &items[verb + 1..clause.items.end];
    let accuses = clause.speech() == Some(Speech::Accuse) && clause.subject.is_empty();
    let n = tail
        .iter()
        .take(8)
        .take_while(|i| {
            let named = accuses && matches!(i.what, What::Actor(_));
            let ends = matches!(i.what, What::Comma | What::Stop | What::Quote | What::Date(_));
            let ends = ends || named;
            !ends
                && !i.is_cue(Cue::That)
                && !matches!(
                    i.prep(),
                    Some(Prep::From | Prep::About | Prep::On | Prep::At | Prep::To | Prep::Via)
                )
                && i.noun_trigger().is_none()
                && !i.is_cue(Cue::Begin)
        })
        .count();
    let named = &tail[..n];
    Some((named.first()?.from, named.last()?.to))
}

/// Is this actor a side, or the mouth of one?
pub(in crate::events) fn is_party(reading: &Reading<'_>, actor: usize) -> bool {
    let hit = &reading.actors[actor];
    let Some(id) = hit.faction else { return false };
    let faction = reading.knowledge.conflict.faction(id);
    let code = faction.code.as_str();
    let conflict = &reading.knowledge.conflict;
    let fights_beside = || conflict.factions.iter().any(|f| f.holds_ground && f.allies.contains(&id));
    let speaks =
        hit.class != ActorClass::Source || hit.is_for_side || faction.holds_ground || fights_beside();
    speaks
        && !hit.is_of_no_side
        && hit.class != ActorClass::Civilians
        && !reading.knowledge.status.neutral.iter().any(|n| n == code)
}

/// «it was announced that …»: the announcer is not the subject.
pub(super) fn announces_without_speaker(clause: &Clause, governor: Finite) -> bool {
    clause.subject.is_empty() && governor.cue == Some(Cue::Speech(Speech::Announce))
}

/// The doer named with «by» stands behind an announcement that names nobody; «at the hands of X» X did what is announced.
pub(super) fn passive_announcer(scope: Scope<'_, '_>) -> Option<Attribution> {
    const FROM: &str = "\u{645}\u{646}";
    let items = &scope.items[scope.clause().items.clone()];
    let by = |i: &Item| i.is_cue(Cue::Prep(Prep::By)) && scope.reading.text.fold_at(i.from) == FROM;
    let by = items.iter().position(by)?;
    let (actor, item) = items[by..].iter().take(3).find_map(|i| match i.what {
        What::Actor(a) => Some((a, i)),
        _ => None,
    })?;
    let is_party = is_party(scope.reading, actor);
    Some(Attribution { from: item.from, to: item.to, actors: vec![actor], is_party })
}

/// «according to …» in the sentence.
pub(in crate::events) fn according(scope: Scope<'_, '_>, item: usize) -> Option<Attribution> {
    let at = super::speakers::according_at(scope, item)?;
    let tail = &scope.items[at + 1..];
    let n = tail
        .iter()
        .take(8)
        .take_while(|i| {
            !matches!(i.what, What::Comma | What::Stop | What::Date(_))
                && !i.is_cue(Cue::That)
                && !i.is_cue(Cue::Subordinate)
        })
        .count();
    let named = &tail[..n];
    let (from, to) = (named.first()?.from, named.last()?.to);
    let actors: Vec<usize> = named.iter().filter_map(Item::actor).collect();
    let is_party =
        actors.iter().any(|&a| is_party(scope.reading, a)) || named.iter().any(|i| i.is_cue(Cue::Sources));
    Some(Attribution { from, to, actors, is_party })
}
