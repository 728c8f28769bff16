//! Whom an act is aimed at, when its own sentence does not say: whoever lost the place, the other party of the fight, or
//! the side that its doer fights in the article.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::losers::{Witness, is_fighting};
use crate::events::{Actor, Event, EventKind, Role, TollWho};
use crate::knowledge::{Conflict, FactionId, Knowledge};

/// So much the fighting told must speak for a side as the foe, and so many times more than for any other.
const CLEAR: usize = 40;
const AHEAD: usize = 3;
/// So many days may lie between two tellings of the fight for one place.
const DAYS_OF_FIGHT: u64 = 3;
/// Words that share so many letters at their beginning are forms of one word.
const STEM: usize = 4;

/// Who is named in an article, and where the event that names him is told.
struct Named<'a> {
    start: usize,
    event: usize,
    actor: &'a Actor,
    side: FactionId,
}

/// Those named in each article, by its hash.
type Names<'a> = BTreeMap<&'a str, Vec<Named<'a>>>;

/// What is found for an event that is aimed at nobody.
enum Found {
    /// Those who take part otherwise, by position among its actors, are the other party.
    Others(Vec<usize>, &'static str),
    /// Somebody whom its own sentence does not name.
    Somebody(Actor, &'static str),
}

/// Names whom an act is aimed at wherever nobody is told and the article as a whole says it.
pub(in crate::events) fn name_targets(events: &mut [Event], knowledge: &Knowledge) {
    let witness = Witness::new(events, knowledge);
    let names = names(events, &knowledge.conflict);
    let nobody = |e: &Event| e.actors.iter().all(|a| a.role != Role::Target);
    let asked = events.iter().enumerate().filter(|(_, e)| nobody(e));
    let found: Vec<_> = asked.filter_map(|(i, _)| Some((i, aimed_at(&witness, &names, i)?))).collect();
    for (i, found) in found {
        let event = &mut events[i];
        match found {
            Found::Others(all, reason) => {
                for at in all {
                    event.actors[at].role = Role::Target;
                }
                event.why.push(reason.to_owned());
            }
            Found::Somebody(actor, reason) => {
                event.actors.push(actor);
                event.why.push(reason.to_owned());
            }
        }
    }
}

fn side_of(actor: &Actor, conflict: &Conflict) -> Option<FactionId> {
    actor.faction_id.or_else(|| conflict.faction_of(&actor.faction))
}

/// Those named in the fighting of each article, in the order of the text.
fn names<'a>(events: &'a [Event], conflict: &Conflict) -> Names<'a> {
    let mut out: Names<'a> = BTreeMap::new();
    for (i, event) in events.iter().enumerate() {
        // Which article says which name is known of an event that one article tells.
        let Some(first) = event.mentions.first() else { continue };
        if !is_fighting(event.kind) || event.mentions.iter().any(|m| m.sha256 != first.sha256) {
            continue;
        }
        let all = out.entry(&first.sha256).or_default();
        for actor in event.actors.iter().filter(|a| !a.name.is_empty()) {
            all.extend(side_of(actor, conflict).map(|side| Named {
                start: first.start,
                event: i,
                actor,
                side,
            }));
        }
    }
    out
}

fn aimed_at(witness: &Witness<'_>, names: &Names<'_>, i: usize) -> Option<Found> {
    let event = &witness.events[i];
    let conflict = &witness.knowledge.conflict;
    match event.kind {
        EventKind::Capture | EventKind::Retake | EventKind::Advance => {
            let is_named = |w: &String| w != "lost by nobody that the text names";
            let change =
                event.control.as_ref().filter(|c| !c.is_assumed && event.why.iter().all(is_named))?;
            let loser = conflict.faction_of(change.from.as_deref()?)?;
            if is_voted_for(event) && is_contested(witness, event, loser) {
                return None;
            }
            of_side(witness, names, i, loser, "aimed at whoever lost the place")
        }
        EventKind::Clash | EventKind::Defence => {
            let there = || fought_there(witness, names, i);
            other_party(event, conflict).or_else(there).or_else(|| fought(witness, names, i))
        }
        EventKind::Infighting => other_party(event, conflict),
        EventKind::AirStrike | EventKind::Shelling | EventKind::Attack | EventKind::Casualties => {
            counted(witness, names, i).or_else(|| land_of(witness, names, i))
        }
        _ => None,
    }
}

/// Is the loser of the place known only from the article as a whole?
fn is_voted_for(event: &Event) -> bool {
    event.why.iter().any(|w| {
        matches!(
            w.as_str(),
            "lost by the side that its taker fights in the text" | "lost by the side that took it before"
        )
    })
}

/// Does the article speak for another side as the foe of the taker nearly as much as for this one?
fn is_contested(witness: &Witness<'_>, event: &Event, loser: FactionId) -> bool {
    let conflict = &witness.knowledge.conflict;
    let taker = event.control.as_ref().and_then(|c| conflict.faction_of(c.to.as_deref()?));
    let Some(taker) = taker.filter(|_| !conflict.faction(loser).is_rest) else { return false };
    let civilians = witness.knowledge.actors.sides.civilians;
    let votes = witness.votes(event, taker);
    let of = |side: FactionId| votes.iter().find(|(s, _)| *s == side).map_or(0, |(_, n)| *n);
    let is_other = |s: FactionId| s != loser && s != civilians && !conflict.same_side(s, taker);
    let next = votes.iter().filter(|(s, _)| is_other(*s)).map(|(_, n)| *n).max().unwrap_or_default();
    of(loser) * 2 < next * 3
}

/// Those whose dead and hurt the event counts.
fn counted(witness: &Witness<'_>, names: &Names<'_>, i: usize) -> Option<Found> {
    let event = &witness.events[i];
    let conflict = &witness.knowledge.conflict;
    let civilians = witness.knowledge.actors.sides.civilians;
    let of = event.casualties.iter().find_map(|t| match t.who {
        TollWho::Civilians => Some(civilians),
        _ => conflict.faction_of(t.faction.as_deref()?),
    })?;
    of_side(witness, names, i, of, "aimed at those whose dead are counted")
}

/// «fired 200 missiles at Israel»: the state whose land is bombed, where no war is fought on it.
fn land_of(witness: &Witness<'_>, names: &Names<'_>, i: usize) -> Option<Found> {
    let event = &witness.events[i];
    let (conflict, knowledge) = (&witness.knowledge.conflict, witness.knowledge);
    let bombs = event.kind != EventKind::Casualties && event.casualties.is_empty();
    let doer = event.actors.iter().find(|a| a.role == Role::Initiator).filter(|_| bombs)?;
    let country = &conflict.place(event.place.as_ref()?.idx?).country;
    let state = knowledge.place_words.states.get(country)?;
    let state = &knowledge.actors.states[usize::from(state.0)];
    let owner = state.origin.force;
    let is_foe = !conflict.same_side(side_of(doer, conflict)?, owner) && !conflict.faction(owner).is_rest;
    (state.theatre.is_none() && is_foe)
        .then(|| of_side(witness, names, i, owner, "aimed at the state whose land it is"))?
}

/// «fighting between X and Y», «fought X»: of the two, the one that does not act.
fn other_party(event: &Event, conflict: &Conflict) -> Option<Found> {
    let doers = event.actors.iter().filter(|a| a.role == Role::Initiator);
    let doers: Vec<_> = doers.filter_map(|a| side_of(a, conflict)).collect();
    let is_foe = |a: &Actor| {
        side_of(a, conflict).is_some_and(|s| {
            doers.iter().all(|&d| !conflict.same_side(s, d) || s == d && conflict.faction(s).is_rest)
        })
    };
    let others = event.actors.iter().enumerate().filter(|(_, a)| a.role == Role::Other && is_foe(a));
    let others: Vec<_> = others.map(|(i, _)| i).collect();
    (!others.is_empty() && !doers.is_empty())
        .then_some(Found::Others(others, "aimed at the other party of the fight"))
}

/// Whom the doer of event `i` fights in the article, where the fighting told leaves no doubt.
fn fought(witness: &Witness<'_>, names: &Names<'_>, i: usize) -> Option<Found> {
    let event = &witness.events[i];
    let conflict = &witness.knowledge.conflict;
    let is_past = event.background && event.kind != EventKind::Defence;
    let doer = event.actors.iter().find(|a| a.role == Role::Initiator).filter(|_| !is_past)?;
    let side = side_of(doer, conflict)?;
    // Who else takes part may be the other party, or stand by its doer.
    if event.actors.iter().any(|a| a.role == Role::Other) {
        return None;
    }
    let civilians = witness.knowledge.actors.sides.civilians;
    let mut votes = witness.votes(event, side);
    votes.retain(|(s, _)| *s != civilians && (*s != side || conflict.faction(side).is_rest));
    let &(foe, most) = votes.iter().max_by_key(|(s, n)| (*n, Reverse(*s)))?;
    let next = votes.iter().filter(|(s, _)| *s != foe).map(|(_, n)| *n).max().unwrap_or_default();
    // One stranger among others may well fight the others.
    let among_strangers = foe != side && votes.iter().any(|(s, _)| *s == side);
    let is_clear = most >= CLEAR && most > next * AHEAD && !among_strangers;
    // A fight may be any shooting, also at people; who repels, repels the foe.
    let is_rest = conflict.faction(foe).is_rest;
    let is_named =
        if is_rest { stranger(witness, names, i, foe).is_some() } else { event.kind == EventKind::Defence };
    let reason = "aimed at the side that its doer fights in the text";
    (is_clear && is_named).then(|| of_side(witness, names, i, foe, reason))?
}

/// A side as the target of event `i`, in the words by which the article that tells it names that side.
fn of_side(
    witness: &Witness<'_>,
    names: &Names<'_>,
    i: usize,
    side: FactionId,
    reason: &'static str,
) -> Option<Found> {
    let event = &witness.events[i];
    let faction = witness.knowledge.conflict.faction(side);
    let of_it = |a: &Actor| a.faction == faction.code;
    if !faction.is_rest {
        let others = event.actors.iter().enumerate().filter(|(_, a)| a.role == Role::Other && of_it(a));
        let others: Vec<_> = others.map(|(at, _)| at).collect();
        if !others.is_empty() {
            return Some(Found::Others(others, reason));
        }
        if event.actors.iter().any(of_it) {
            return None;
        }
    }
    let name = if faction.is_rest {
        stranger(witness, names, i, side).unwrap_or_default()
    } else {
        // Whom one calls civilians here are others there.
        let is_many = side == witness.knowledge.actors.sides.civilians;
        let near = told_with(names, event).filter(|(_, n)| n.event != i && n.side == side && !is_many);
        near.min_by_key(|(far, n)| (*far, n.start)).map(|(_, n)| n.actor.name.clone()).unwrap_or_default()
    };
    let actor = Actor { name, faction: faction.code.clone(), role: Role::Target, faction_id: Some(side) };
    Some(Found::Somebody(actor, reason))
}

/// Those named in the fighting of the articles that tell an event, and how far from it.
fn told_with<'n>(names: &'n Names<'_>, event: &'n Event) -> impl Iterator<Item = (usize, &'n Named<'n>)> {
    event.mentions.iter().flat_map(move |m| {
        let all = names.get(m.sha256.as_str()).into_iter().flatten();
        all.map(move |n| (m.start.abs_diff(n.start), n))
    })
}

/// One of those whom one code for all the rest holds, as the foe of the doers of event `i`: whom they meet in a fight
/// told near by.
fn stranger(witness: &Witness<'_>, names: &Names<'_>, i: usize, side: FactionId) -> Option<String> {
    let event = &witness.events[i];
    let takes_part = |n: &str| event.actors.iter().any(|a| is_alike(&a.name, n));
    let doers = || event.actors.iter().filter(|a| a.role == Role::Initiator);
    let leaves = |n: &Named<'_>| {
        let left = &witness.events[n.event];
        left.kind == EventKind::Withdrawal && n.actor.role == Role::Initiator && are_at_one_place(left, event)
    };
    let meets = |n: &Named<'_>| {
        let faces = |a: &Actor| a.role != n.actor.role && a.role != Role::Other;
        let others = witness.events[n.event].actors.iter().filter(|a| faces(a));
        n.actor.role != Role::Other && others.into_iter().any(|a| doers().any(|d| is_alike(&d.name, &a.name)))
    };
    let all = told_with(names, event).filter(|(_, n)| n.side == side && !takes_part(&n.actor.name));
    // Men on the ground take and hold it.
    let flies =
        |n: &Named<'_>| matches!(witness.events[n.event].kind, EventKind::AirStrike | EventKind::Shelling);
    let foes = all.filter(|(_, n)| leaves(n) || meets(n));
    foes.min_by_key(|(far, n)| (flies(n), *far, n.start)).map(|(_, n)| n.actor.name.clone())
}

fn are_at_one_place(a: &Event, b: &Event) -> bool {
    a.place.as_ref().zip(b.place.as_ref()).is_some_and(|(x, y)| x.id == y.id)
}

/// Whom the doer of event `i` faces where the article tells more of the fight for the same place, on days that meet.
fn fought_there(witness: &Witness<'_>, names: &Names<'_>, i: usize) -> Option<Found> {
    let event = &witness.events[i];
    let conflict = &witness.knowledge.conflict;
    let is_alone = event.actors.iter().all(|a| a.role != Role::Other);
    let doer = event.actors.iter().find(|a| a.role == Role::Initiator).filter(|_| is_alone)?;
    let side = side_of(doer, conflict)?;
    let civilians = witness.knowledge.actors.sides.civilians;
    let goes_on = |other: &Event| {
        let days = event.date.range().zip(other.date.range());
        let ground = matches!(
            other.kind,
            EventKind::Clash
                | EventKind::Advance
                | EventKind::Capture
                | EventKind::Retake
                | EventKind::Defence
        );
        ground && are_at_one_place(other, event) && days.is_none_or(|(a, b)| a.meets(b, DAYS_OF_FIGHT))
    };
    // The side across from the doer, by name where one code holds all the rest.
    let across = |n: &Named<'_>| {
        let fight = &witness.events[n.event];
        let is_rest = conflict.faction(side).is_rest;
        let is_own =
            |a: &Actor| if is_rest { is_alike(&a.name, &doer.name) } else { a.faction == doer.faction };
        let faces = |role: Role| fight.actors.iter().any(|a| a.role == role && is_own(a));
        let apart =
            n.side != civilians && !is_own(n.actor) && (n.side == side || !conflict.same_side(n.side, side));
        apart
            && match n.actor.role {
                Role::Target => faces(Role::Initiator),
                Role::Initiator => faces(Role::Target) || fight.kind != event.kind && !faces(Role::Initiator),
                Role::Other => fight.kind == EventKind::Clash && faces(Role::Initiator),
            }
    };
    let fights = told_with(names, event).filter(|(_, n)| n.event != i && goes_on(&witness.events[n.event]));
    let foe = fights.filter(|(_, n)| across(n)).min_by_key(|(far, n)| (*far, n.start))?.1;
    let reason = "aimed at the other party of the fight";
    let actor = Actor { role: Role::Target, ..foe.actor.clone() };
    Some(Found::Somebody(actor, reason))
}

/// May two names mean one side? They share a word, and not only the first of both («the forces of X», «the forces of Y»).
pub(in crate::events) fn is_alike(a: &str, b: &str) -> bool {
    let words = |name: &str| name.split_whitespace().map(stem).collect::<Vec<_>>();
    let (a, b) = (words(a), words(b));
    let same =
        |i: usize, j: usize| shares_stem(&a[i], &b[j]) && (i > 0 || j > 0 || a.len() == 1 || b.len() == 1);
    (0..a.len()).any(|i| (0..b.len()).any(|j| same(i, j)))
}

/// A word without quotation marks, the letters written together with it and its article.
fn stem(word: &str) -> String {
    const ARTICLES: [&str; 5] =
        ["\u{648}\u{627}\u{644}", "\u{628}\u{627}\u{644}", "\u{627}\u{644}", "\u{644}\u{644}", "\u{648}"];
    let bare = word.trim_matches(|c: char| !c.is_alphabetic());
    let rest = ARTICLES.iter().find_map(|a| bare.strip_prefix(a).filter(|r| r.chars().count() >= STEM));
    rest.unwrap_or(bare).to_owned()
}

fn shares_stem(a: &str, b: &str) -> bool {
    a == b || a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count() >= STEM
}
