//! Acts that a clause only names beside its own: what went before, what is answered, what is only announced. Whoever
//! the clause tells of need not have done them.

use super::draft::{Draft, Scope};
use crate::events::clauses::clause::Finite;
use crate::events::clauses::item::{Item, What};
use crate::events::doers::answered::is_answered;
use crate::events::facts::whom::is_alike;
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::knowledge::FactionId;
use crate::knowledge::status::{Cue, Prep, Speech};
use crate::knowledge::tolls::TollWord;
use crate::knowledge::triggers::Frame;

/// The reason that marks an act which is not laid to the subject of its clause.
const UNNAMED: &str = "told beside another act: done by somebody else";

/// Keeps an act told beside what its clause tells from being laid to the subject of the clause. Whether it did.
pub(in crate::events) fn part_from_subject(
    scope: Scope<'_, '_>,
    item: usize,
    governor: Finite,
    draft: &mut Draft,
) -> bool {
    let acts = matches!(draft.frame, Frame::Strike | Frame::Fight | Frame::Harm);
    let parted =
        acts && (is_beside(scope, item, governor, draft) || only_tells(scope, item, governor, draft));
    if parted {
        draft.not_by.extend(scope.clause().subject.iter().copied());
        draft.is_carried = true;
        draft.why.push(UNNAMED.into());
    }
    parted
}

/// May whoever did what is told before have done this, too, of which the clause keeps its subject clear?
pub(in crate::events) fn may_do(before: &Draft, draft: &Draft) -> bool {
    !before.initiators.iter().any(|a| draft.not_by.contains(a))
}

/// Where the word stands that puts the noun at `item` beside the act of its clause: «after», «in answer to».
fn put_beside(scope: Scope<'_, '_>, item: usize, governor: Finite) -> Option<usize> {
    let reading = scope.reading;
    let beside = |i: &Item| i.is_cue(Cue::After) && !i.is_cue(Cue::Since) || i.is_cue(Cue::Answer);
    let verb = |i: &Item| i.verb_trigger().is_some() && i.noun_trigger().is_none();
    let stops = |i: &Item| matches!(i.what, What::Comma | What::Stop) || verb(i);
    // «a day after the death of X».
    let day_after = |i: &Item| matches!(i.what, What::Date(d) if reading.dates[d].anchor.is_some());
    let before = item.checked_sub(1).filter(|&j| j > governor.item && day_after(&scope.items[j]));
    if before.is_some() {
        return before;
    }
    let within = &scope.items[governor.item + 1..item];
    let at = governor.item + 1 + within.iter().rposition(|i| beside(i) || stops(i))?;
    if !beside(&scope.items[at]) {
        return None;
    }
    // «carried out, after the weather had cleared, raids»: a verb that waits for its noun finds it behind the aside.
    let waits = matches!(governor.cue, Some(Cue::Light | Cue::Speech(_)));
    let act = |i: &Item| i.noun_trigger().is_some();
    let found = scope.items[governor.item + 1..at].iter().any(act);
    let governed = scope.items[item].proclitic().is_some() || scope.items[item - 1].prep().is_some();
    let bare = at + 1 < item && !governed && !scope.items[at + 1..item].iter().any(act);
    // «in X, after the death of ten in Y, raids»: so does a verb whose aside has a place of its own.
    let placed = scope.items[at + 1..item].iter().any(|i| matches!(i.what, What::Place(_)));
    let of_verb = waits && !found && bare || placed && !governed;
    (!of_verb).then_some(at)
}

/// «vowed an answer after the killing of X»: does the noun at `item`, behind «after» and with no other act told before
/// it, stand outside the words of whoever speaks with the verb of its clause?
pub(in crate::events) fn is_outside_words(scope: Scope<'_, '_>, item: usize, verb: Finite) -> bool {
    put_beside(scope, item, verb).is_some_and(|at| {
        let said = scope.items[verb.item + 1..at].iter();
        at > verb.item + 1 && said.clone().all(|i| i.noun_trigger().is_none())
    })
}

/// «bombed X in answer to an attack on Y», «visited X after an attack on it»: who answers or comes after did not do
/// it; only who takes a place has attacked it before, and who leaves it has fought.
fn is_beside(scope: Scope<'_, '_>, item: usize, governor: Finite, draft: &Draft) -> bool {
    if is_answered(scope, item, governor) {
        return true;
    }
    let Some(at) = put_beside(scope, item, governor) else { return false };
    if is_own(scope, item) {
        return false;
    }
    if scope.items[at].is_cue(Cue::Answer) || draft.frame == Frame::Harm || is_anothers(scope, item) {
        return true;
    }
    let frame = |i: &usize| scope.items[*i].noun_trigger().map(|t| scope.trigger(t).frame);
    // «announced the capture of X after», «managed, after an attack, to take X»: the act that the verb carries.
    let carried = (governor.item + 1..at).rev().find_map(|i| frame(&i));
    let gains = |f: &Frame| matches!(f, Frame::Take | Frame::Enter);
    let later = || (item + 1..scope.clause().items.end).find_map(|i| frame(&i).filter(gains));
    let own = governor.trigger.map(|t| scope.trigger(t).frame);
    let Some(act) = carried.or(own).or_else(later) else { return true };
    let failed = governor.item > 0 && scope.items[governor.item - 1].is_cue(Cue::Negation);
    match act {
        Frame::Take | Frame::Enter | Frame::Fall => failed && draft.frame == Frame::Strike,
        Frame::Leave | Frame::Lose | Frame::Repel | Frame::Fight | Frame::Move | Frame::Reach => {
            draft.frame != Frame::Fight || is_assault(scope, item)
        }
        _ => true,
    }
}

/// Is it an attack of one side, and no fighting of two?
fn is_assault(scope: Scope<'_, '_>, item: usize) -> bool {
    let assaults = &scope.reading.knowledge.triggers.lists.assaults;
    assaults.longest_at(&scope.reading.text, scope.items[item].from).is_some()
}

/// Does a verb that only carries the noun follow it with its pronoun («an attack that … launched»)?
fn launcher(scope: Scope<'_, '_>, item: usize) -> Option<usize> {
    const WORDS: usize = 3;
    let at = (item + 1..scope.items.len()).take(WORDS).find(|&i| scope.items[i].what != What::Word)?;
    let verb = &scope.items[at];
    let carries = verb.verb_cue().is_some_and(|(cue, _)| cue == Cue::Light);
    (carries && verb.has_pronoun && !verb.is_joined()).then_some(at)
}

/// «after an attack that it launched on Sunday»: a verb that carries the noun and names nobody else.
fn is_own(scope: Scope<'_, '_>, item: usize) -> bool {
    let named = |i: &Item| matches!(i.what, What::Actor(_) | What::Word);
    launcher(scope, item).is_some_and(|at| !scope.items.get(at + 1).is_some_and(named))
}

/// «raids of the coalition», «an attack, which X launched»: does somebody else's name follow, with «of» or a verb?
fn is_anothers(scope: Scope<'_, '_>, item: usize) -> bool {
    const ADJECTIVES: usize = 2;
    let mut behind = scope.items[item + 1..].iter();
    let next = behind.by_ref().take(ADJECTIVES + 1).find(|i| i.what != What::Word);
    next.is_some_and(|n| match n.what {
        What::Actor(a) => {
            let someone = scope.reading.actors[a].class != ActorClass::Civilians;
            n.proclitic() == Some(Prep::On) && someone && !scope.reading.is_position(a)
        }
        _ => launcher(scope, item).is_some(),
    })
}

/// «announced the death of ten in a raid», «confirmed that an attack took place»: who announces a death did it only
/// when the dead are enemies, and who notes that something happened did not do it.
fn only_tells(scope: Scope<'_, '_>, item: usize, governor: Finite, draft: &Draft) -> bool {
    let Some(Cue::Speech(speech)) = governor.cue else { return false };
    if matches!(speech, Speech::Accuse | Speech::Threaten) {
        return false;
    }
    // «condemned the attack», and not «ordered the attack».
    if speech == Speech::Demand && !scope.items[governor.item].is_cue(Cue::Order) {
        return true;
    }
    let reading = scope.reading;
    let in_lexicon = |i: &Item, lexicon: &crate::text::Lexicon<()>| {
        matches!(i.what, What::Word | What::Known) && lexicon.longest_at(&reading.text, i.from).is_some()
    };
    let until = item + 1;
    let find = |lexicon| (governor.item + 1..until).find(|&i| in_lexicon(&scope.items[i], lexicon));
    if find(&reading.knowledge.triggers.lists.happens).is_some_and(|i| i < item) {
        return true;
    }
    let death = find(&reading.knowledge.tolls.deaths);
    let harmed = death.or((draft.frame == Frame::Harm).then_some(item));
    let Some(harmed) = harmed else { return false };
    let dead = victims(scope, harmed);
    match death {
        _ if dead.is_own => true,
        Some(_) => speech == Speech::Deny || !dead.is_enemy,
        None => false,
    }
}

/// Does the word at token `at` end in a pronoun of the third person («his soldiers»)?
pub(in crate::events) fn ends_in_pronoun(reading: &Reading<'_>, at: usize) -> bool {
    const OWN: [&str; 3] = ["\u{647}", "\u{647}\u{627}", "\u{647}\u{645}"];
    let written = reading.text.tokens[at].span.of(reading.text.source);
    OWN.iter().any(|o| written.ends_with(o)) && written.chars().count() > 3
}

/// Of whom a noun of harm tells, seen from the subject of its clause.
#[derive(Default)]
struct Victims {
    is_own: bool,
    is_enemy: bool,
}

fn victims(scope: Scope<'_, '_>, harmed: usize) -> Victims {
    let reading = scope.reading;
    let speakers = &scope.clause().subject;
    let faction = |a: usize| reading.actors[a].faction;
    let mut out = Victims::default();
    for i in harmed + 1..scope.clause().items.end {
        let it = &scope.items[i];
        let toll = reading.knowledge.tolls.lexicon.longest_at(&reading.text, it.from);
        let fighters = toll.is_some_and(|m| *m.value == TollWord::Fighters);
        match it.what {
            What::Actor(a) => {
                let hit = &reading.actors[a];
                let last = hit.tokens.end - 1;
                let belongs = ends_in_pronoun(reading, it.from)
                    || hit.is_common_noun
                        && !reading.text.is_definite(last)
                        && ends_in_pronoun(reading, last);
                let armed = matches!(hit.class, ActorClass::Armed | ActorClass::Person);
                let conflict = &reading.knowledge.conflict;
                let sides = speakers.iter().filter_map(|&s| Some((s, faction(s)?, faction(a)?)));
                // Of those whose sides nobody counts, the men of another group are foes.
                let strange = |s: usize| fighters && !is_alike(&reading.actors[s].name, &hit.name);
                let rest = |x: FactionId, y: FactionId| x == y && conflict.faction(x).is_rest;
                let same = sides.map(|(s, x, y)| conflict.same_side(x, y) && !(rest(x, y) && strange(s)));
                // «three terrorists»: nobody's by name, and no speaker's own.
                let nobodys = hit.is_common_noun && hit.tokens.len() == 1 && fighters;
                let (own, other) = same.fold((false, false), |(own, other), s| (own || s, other || !s));
                out.is_own |= belongs || armed && own && !nobodys;
                out.is_enemy |= !belongs && (armed && other || nobodys);
            }
            What::Word if ends_in_pronoun(reading, it.from) => out.is_own = true,
            What::Word | What::Number(_) | What::Quote => out.is_enemy |= fighters,
            _ if it.is_cue(Cue::Prep(Prep::From)) && !it.has_pronoun => {}
            _ => break,
        }
    }
    out
}

/// Is item `i` a verb of laying an act to somebody («a raid that X laid to Y»)?
pub(in crate::events) fn is_laid(scope: Scope<'_, '_>, i: usize) -> bool {
    scope.reading.knowledge.triggers.lists.lays.longest_at(&scope.reading.text, scope.items[i].from).is_some()
}

/// To whom the act is laid by the verb at item `i`, with the item of the name.
pub(in crate::events) fn accused(scope: Scope<'_, '_>, i: usize) -> Option<(usize, usize)> {
    const REACH: usize = 4;
    let to = (i + 1..scope.items.len()).take(REACH).find(|&j| scope.items[j].is_cue(Cue::Prep(Prep::To)))?;
    match scope.items.get(to + 1)?.what {
        What::Actor(a) => Some((a, to + 1)),
        _ => None,
    }
}
