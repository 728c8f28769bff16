//! War as a figure of speech: «fear gripped X», «floods swept X», «an election battle».

use super::spot::Noun;
use crate::events::clauses::clause::{Clause, Finite};
use crate::events::clauses::gender::is_feminine;
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::{Frame, TriggerForm};

/// Is it an act of war of which the press also speaks in figures?
fn is_of_war(reading: &Reading<'_>, form: TriggerForm) -> bool {
    matches!(
        reading.frame_of(form),
        Frame::Take | Frame::Enter | Frame::Strike | Frame::Fight | Frame::Fall | Frame::Repel | Frame::Lose
    )
}

/// A word by itself, with nothing joined to it.
fn is_bare(item: &Item) -> bool {
    matches!(item.what, What::Word | What::Known) && item.proclitic().is_none()
}

/// «calm gripped X», «the floods swept X», «the X pound lost»: is what the verb says done by a power that bears no arms,
/// or in a match or an election?
pub(super) fn is_done_by_no_force(
    reading: &Reading<'_>,
    items: &[Item],
    clause: &Clause,
    finite: &Finite,
) -> bool {
    let Some(form) = finite.trigger else { return false };
    if reading.frame_of(form) == Frame::Leave {
        return leaves_session(reading, items, finite.item);
    }
    if !is_of_war(reading, form) {
        return false;
    }
    let subject = follows(reading, items, clause, finite)
        || clause.subject.is_empty() && precedes(reading, items, clause, finite)
        || owns_its_object(reading, items, clause, finite);
    subject
        || is_of_contest(reading, items, clause, finite)
        || is_said(reading, items, clause, finite)
        || is_lost_there(reading, items, clause, finite)
}

fn is_power(reading: &Reading<'_>, item: &Item) -> bool {
    is_bare(item) && reading.knowledge.triggers.lists.powers.longest_at(&reading.text, item.from).is_some()
}

/// «the floods swept», «swarms of locusts invaded», «the eleven of X advanced»: behind the verb.
fn follows(reading: &Reading<'_>, items: &[Item], clause: &Clause, finite: &Finite) -> bool {
    let Some(next) = items.get(finite.item + 1) else { return false };
    if is_power(reading, next) {
        // «A shelled X, and hit a clinic»: what stands behind a verb that has its subject before it is its object.
        // A plural of things («the floods») takes a feminine verb.
        let feminine = is_feminine(reading.text.fold_at(next.from)) || reading.text.is_definite(next.from);
        let agrees =
            if finite.verb.is_feminine { feminine } else { !is_feminine(reading.text.fold_at(next.from)) };
        let own = clause.subject_from.is_none();
        let named_behind = || clause.subject.iter().all(|&a| reading.actors[a].tokens.start >= next.to);
        return clause.subject.is_empty() || own && agrees && named_behind();
    }
    let head = is_bare(next) && !reading.text.is_definite(next.from);
    clause.subject.is_empty()
        && head
        && items
            .get(finite.item + 2)
            .is_some_and(|n| reading.text.is_definite(n.from) && is_power(reading, n))
}

/// «the forest fires sweep X»: before the verb, with what describes it.
fn precedes(reading: &Reading<'_>, items: &[Item], clause: &Clause, finite: &Finite) -> bool {
    const REACH: usize = 3;
    let before = &items[clause.items.start.min(finite.item)..finite.item];
    !items[finite.item].is_joined()
        && before.iter().rev().take(REACH).take_while(|n| is_bare(n)).any(|n| is_power(reading, n))
}

/// «the city of X regained its health», «the inhabitants regained their houses»: whoever holds a place does not take it.
fn owns_its_object(reading: &Reading<'_>, items: &[Item], clause: &Clause, finite: &Finite) -> bool {
    const ITS: [&str; 2] = ["\u{647}\u{627}", "\u{647}"];
    let takes = finite
        .trigger
        .is_some_and(|t| matches!(reading.frame_of(t), Frame::Take | Frame::Lose | Frame::Fall));
    let [subject, object, ..] = items.get(finite.item + 1..).unwrap_or_default() else { return false };
    let place = matches!(subject.what, What::Place(_)) && clause.subject.is_empty();
    // «the city of X fell into its hands»: of others; «all of it»: the city itself.
    let wholes = &reading.knowledge.triggers.lists.wholes;
    let whole = wholes.longest_at(&reading.text, object.from).is_some_and(|m| m.pronoun);
    let owned = is_bare(object)
        && !whole
        && !object.is_cue(Cue::Prep(Prep::By))
        && !reading.text.is_definite(object.from)
        && reading.text.fold_at(object.from).chars().count() > 3
        && ITS.iter().any(|p| reading.text.fold_at(object.from).ends_with(p))
        && !reading.text.tokens[object.from].span.of(reading.text.source).ends_with('\u{629}');
    // «the inhabitants took control of the checkpoint»: that they do take.
    let behind = items.get(finite.item + 2..clause.items.end).unwrap_or_default();
    let over = behind.iter().any(|n| n.is_cue(Cue::Prep(Prep::On)));
    let civil = match subject.what {
        What::Actor(a) => reading.actors[a].class == ActorClass::Civilians && !over,
        _ => false,
    };
    takes && (place && owned || civil)
}

/// «the opposition wins back X in the elections», «X advances to the last four»: in a match or an election nobody
/// fights, unless armed men are told to.
fn is_of_contest(reading: &Reading<'_>, items: &[Item], clause: &Clause, finite: &Finite) -> bool {
    let takes = finite.trigger.is_some_and(|t| {
        matches!(reading.frame_of(t), Frame::Take | Frame::Enter | Frame::Lose | Frame::Repel)
    });
    let conflict = &reading.knowledge.conflict;
    let armed = |&a: &usize| {
        let actor = &reading.actors[a];
        // «the opposition» also stands for election.
        let party = actor.tokens.len() == 1 && actor.faction.is_some_and(|f| conflict.faction(f).is_umbrella);
        actor.class == ActorClass::Armed && !party
    };
    let contests = &reading.knowledge.triggers.lists.contests;
    takes
        && !clause.subject.iter().any(armed)
        && items.iter().any(|n| contests.longest_at(&reading.text, n.from).is_some())
}

/// «the prime minister attacked his rivals in a speech»: by words, where no armed men are the subject.
fn is_said(reading: &Reading<'_>, items: &[Item], clause: &Clause, finite: &Finite) -> bool {
    let attacks = finite
        .trigger
        .is_some_and(|t| matches!(reading.frame_of(t), Frame::Fight | Frame::Strike | Frame::Repel));
    let armed = |&a: &usize| reading.actors[a].class == ActorClass::Armed;
    let behind = items.get(finite.item + 1..clause.items.end).unwrap_or_default();
    let speech =
        |n: &Item| reading.knowledge.triggers.lists.speeches.longest_at(&reading.text, n.from).is_some();
    attacks
        && !clause.subject.is_empty()
        && !clause.subject.iter().any(armed)
        && behind.windows(2).any(|w| w[0].is_cue(Cue::Prep(Prep::At)) && speech(&w[1]))
}

/// «the party lost in X»: an election or a match there, and no ground, when nothing is named that was lost.
fn is_lost_there(reading: &Reading<'_>, items: &[Item], clause: &Clause, finite: &Finite) -> bool {
    let loses = finite
        .trigger
        .is_some_and(|t| reading.frame_of(t) == Frame::Lose && !reading.knowledge.triggers.asks_words(t));
    let behind = items.get(finite.item + 1..clause.items.end).unwrap_or_default();
    let mut behind = behind.iter().skip_while(|n| matches!(n.what, What::Actor(_)));
    let there = behind.next().is_some_and(|n| n.is_cue(Cue::Prep(Prep::At)));
    let place = behind.next().is_some_and(|n| matches!(n.what, What::Place(_)));
    let more = behind.any(|n| matches!(n.what, What::Word | What::Known | What::Number(_)) && !n.is_joined());
    loses && there && place && !more
}

/// «a film about the siege of X», «the film tells of the shelling of X»: what is told in it.
fn is_in_film(noun: Noun<'_, '_>) -> bool {
    const REACH: usize = 8;
    let Noun { reading, items, i, form, .. } = noun;
    let war = matches!(
        reading.frame_of(form),
        Frame::Fight | Frame::Strike | Frame::Enter | Frame::Take | Frame::Fall
    );
    let film = |n: &Item| reading.knowledge.triggers.lists.films.longest_at(&reading.text, n.from).is_some();
    war && items[..i].iter().rev().take(REACH).take_while(|n| n.what != What::Stop).any(film)
}

/// «a legal battle», «a sharp attack», «a campaign of vaccination»: do the words right behind the noun take the war out of
/// it?
pub(super) fn is_figure(noun: Noun<'_, '_>) -> bool {
    const REACH: usize = 2;
    let Noun { reading, items, i, form, .. } = noun;
    if reading.frame_of(form) == Frame::Leave {
        return leaves_session(reading, items, i);
    }
    if is_in_film(noun) {
        return true;
    }
    if !matches!(reading.frame_of(form), Frame::Fight | Frame::Strike | Frame::Enter) {
        return false;
    }
    let behind = items[i + 1..].iter().take(REACH).take_while(|n| matches!(n.what, What::Word | What::Known));
    let mut behind = behind.take_while(|n| !n.is_joined());
    behind.any(|n| reading.knowledge.triggers.lists.figures.longest_at(&reading.text, n.from).is_some())
        || is_against_power(reading, items, i)
}

/// «the delegation withdrew from the talks», «the withdrawal of X from the race»: from no ground.
fn leaves_session(reading: &Reading<'_>, items: &[Item], i: usize) -> bool {
    const REACH: usize = 5;
    let behind = items[i + 1..].iter().take(REACH).take_while(|n| n.what != What::Stop);
    let mut behind = behind.skip_while(|n| !n.is_cue(Cue::Prep(Prep::From)));
    let sessions = &reading.knowledge.triggers.lists.sessions;
    let session = |n: &Item| is_bare(n) && sessions.longest_at(&reading.text, n.from).is_some();
    behind.nth(1).is_some_and(session)
}

/// «a fierce battle against the virus», «the war on corruption».
fn is_against_power(reading: &Reading<'_>, items: &[Item], i: usize) -> bool {
    const REACH: usize = 3;
    let mut behind = items[i + 1..].iter().enumerate().take(REACH);
    let against = behind
        .find(|(_, n)| n.is_cue(Cue::Prep(Prep::Against)) || n.is_cue(Cue::Prep(Prep::On)) || !is_bare(n));
    against.is_some_and(|(j, n)| {
        (n.is_cue(Cue::Prep(Prep::Against)) || n.is_cue(Cue::Prep(Prep::On)))
            && items.get(i + 2 + j).is_some_and(|n| is_power(reading, n))
    })
}
