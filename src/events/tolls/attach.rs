//! Tolls find the act that caused them; acts of one sentence share a place.

use super::cause::{cause_of, is_harm_of, is_told_by_count};
use super::own_killing::{has_own_killing, is_at_hands_of, is_murder};
use super::shared_out::bracketed;
use super::since::{
    begins_with_war, by_harm, counts_from_start, goes_on_from, is_bare_act, is_of_verb_behind,
};
use super::toll::TollHit;
use super::updated::is_of_war;
use super::whose_dead::{aim_at_dead, hand_to_killer, whose_dead};
use crate::events::acts::draft::Draft;
use crate::events::acts::spot::opens_landmark;
use crate::events::acts::told::holds;
use crate::events::acts::weapon::is_shot;
use crate::events::clauses::item::{Item, What, behind_source};
use crate::events::days::dated::behind_wound;
use crate::events::days::told_when::{hand_over_harmed, is_told_when, part_of_one_place};
use crate::events::mentions::reading::Reading;
use crate::events::scenes::beside::is_side_of;
use crate::events::scenes::closer::come_closer;
use crate::events::scenes::speech_place::speaks_abroad;
use crate::events::{EventKind, Modality, TollWho};
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::tolls::TollWord;
use crate::knowledge::triggers::Frame;

/// Tolls go to the acts of the sentence that caused them; without one they are an event of their own.
pub(in crate::events) fn attach(
    reading: &Reading<'_>,
    drafts: &mut Vec<Draft>,
    tolls: Vec<TollHit>,
    sentence: usize,
) {
    let mut causes: Vec<Option<usize>> =
        (0..tolls.len()).map(|t| cause_of(reading, drafts, &tolls, t, sentence)).collect();
    for (cause, toll) in causes.iter_mut().zip(&tolls) {
        let strike = |c: usize| drafts[c].is_noun && drafts[c].frame == Frame::Strike;
        *cause = cause.filter(|&c| !(strike(c) && is_of_war(toll)));
    }
    for t in (1..tolls.len()).rev() {
        if causes[t].is_some_and(|c| is_bare_act(&drafts[c])) && is_of_verb_behind(reading, drafts, &tolls, t)
        {
            causes[t] = None;
        }
        // «17 dead and 23 dead in battles»: a count without a cause shares that of the next one.
        let between = |d: &Draft| d.trigger.0 > tolls[t - 1].to && d.trigger.0 < tolls[t].from;
        let apart = has_own_killing(drafts, &tolls[t - 1], causes[t])
            || is_of_verb_behind(reading, drafts, &tolls, t);
        if causes[t - 1].is_none() && !tolls[t - 1].is_sum && !drafts.iter().any(between) && !apart {
            causes[t - 1] = causes[t];
        }
    }
    let mut left: Vec<TollHit> = Vec::new();
    let mut told: Vec<(usize, usize)> = Vec::new();
    for (toll, cause) in tolls.into_iter().zip(causes) {
        let Some(cause) = cause else {
            left.push(toll);
            continue;
        };
        if let Some(mut copy) = bracketed(reading, &mut drafts[cause], &toll) {
            told.push((toll.from, toll.to));
            copy.tolls = toll.told().map(|t| of_civilians(reading, t)).collect();
            drafts.push(copy);
            continue;
        }
        let harmed = drafts.iter().find(|d| is_harm_of(d, &toll)).cloned();
        let draft = &mut drafts[cause];
        if let Some(harm) = harmed.as_ref().filter(|h| is_told_when(reading, h, draft, &toll)) {
            hand_over_harmed(reading, harm, draft);
        }
        // «three were hurt in X when a missile went astray»: where they were hurt.
        if let Some(harm) = harmed.as_ref().filter(|_| draft.places.is_empty() && !draft.points_back) {
            draft.places.clone_from(&harm.places);
        }
        draft.quote = (draft.quote.0.min(toll.from), draft.quote.1.max(toll.to));
        come_closer(reading, draft, toll.to);
        aim_at_dead(reading, draft, &toll);
        told.push((toll.from, toll.to));
        let part = part_of_one_place(reading, harmed.as_ref(), draft, &toll);
        let counted = toll.told().map(|t| of_civilians(reading, t));
        match part {
            Some(mut part) => {
                part.tolls.extend(counted);
                drafts.push(part);
            }
            None => draft.tolls.extend(counted),
        }
    }
    let is_told = |d: &Draft| {
        d.frame == Frame::Harm && told.iter().any(|&(from, to)| from <= d.trigger.1 && d.trigger.0 <= to)
    };
    hand_over_doers(drafts, is_told);
    drafts.retain(|d| !is_told(d) && !is_told_by_count(d, &left));
    attach_rest(reading, drafts, left, sentence);
}

/// «killed 218 in 41 raids»: who kills is who raids.
fn hand_over_doers(drafts: &mut [Draft], is_told: impl Fn(&Draft) -> bool) {
    let doers = drafts.iter().find(|d| is_told(d) && !d.initiators.is_empty()).map(|d| d.initiators.clone());
    let Some(doers) = doers else { return };
    for draft in drafts.iter_mut().filter(|d| !d.tolls.is_empty() && d.initiators.is_empty()) {
        draft.initiators.clone_from(&doers);
    }
}

/// Civilians without another side are the side of civilians.
fn of_civilians(reading: &Reading<'_>, mut toll: crate::events::Toll) -> crate::events::Toll {
    if toll.who == TollWho::Civilians && toll.faction.is_none() {
        toll.faction.clone_from(&reading.knowledge.status.civilians);
    }
    toll
}

/// Tolls without a cause: those of an act of killing, else an event of their own.
fn attach_rest(reading: &Reading<'_>, drafts: &mut Vec<Draft>, left: Vec<TollHit>, sentence: usize) {
    let (sums, own): (Vec<TollHit>, Vec<TollHit>) = left.into_iter().partition(|t| t.is_sum);
    attach_alike(reading, drafts, sums, sentence);
    for group in by_harm(reading, drafts, own) {
        attach_alike(reading, drafts, group, sentence);
    }
}

/// «the fighting», «the battles of X», and with the toll of a war «the aggression»: does the noun mean all of it?
fn is_whole(reading: &Reading<'_>, draft: &Draft, of_war: bool) -> bool {
    let behind = |p: &usize| reading.places[*p].tokens.start == draft.trigger.1;
    let of_place = draft.is_noun && draft.places.first().is_some_and(behind);
    let war = of_war && draft.frame == Frame::Strike && draft.is_noun;
    (draft.kind == EventKind::Clash || war) && (draft.is_definite || of_place)
}

/// So many tokens behind the verb of handing over stand the bodies that are.
const HANDED: usize = 6;

/// The same, for sums of many acts or for tolls of one.
fn attach_alike(reading: &Reading<'_>, drafts: &mut Vec<Draft>, left: Vec<TollHit>, sentence: usize) {
    let Some(first) = left.first().map(|t| t.from) else { return };
    let to = left.last().map_or(first, |t| t.to);
    let harm = drafts.iter().position(|d| left.iter().any(|t| is_harm_of(d, t)));
    let is_sum = left.iter().any(|t| t.is_sum);
    let of_war = left.iter().any(is_of_war);
    // «handed over the bodies of thirty fighters»: they died before.
    let remains = &reading.knowledge.triggers.lists.remains;
    let bodies = (first..to).any(|t| remains.longest_at(&reading.text, t).is_some());
    let handed = |d: &Draft| {
        let behind = d.trigger.1 <= first && (bodies || first <= d.trigger.1 + HANDED);
        d.kind == EventKind::Release && behind
    };
    // «a plane carried ninety wounded», «435 wounded were moved»: they were hurt before.
    let moved = |d: &Draft| {
        let carries = d.kind == EventKind::Displacement && matches!(d.frame, Frame::Send | Frame::Flee);
        let behind = d.trigger.1 <= first && first <= d.trigger.1 + HANDED;
        carries && !d.is_noun && (behind || to <= d.trigger.0 && d.trigger.0 <= to + 1)
    };
    let hurt = left.iter().all(|t| t.toll.killed.is_none());
    let known_one = left.iter().all(|t| t.is_known_one);
    // «the singer X passed away»: by no act of war.
    if harm.is_none() && (known_one || drafts.iter().any(handed) || hurt && drafts.iter().any(moved)) {
        return;
    }
    let dead = whose_dead(reading, &left);
    if let Some(harm) = harm {
        hand_to_killer(reading, &mut drafts[harm], &left);
    }
    let tolls = left.into_iter().flat_map(TollHit::told).map(|t| of_civilians(reading, t)).collect();
    let Some(harm) = harm else {
        // «…, while X said that it had struck»: the words of another behind it are not those of the toll.
        let told = |d: &Draft| d.stance.content_of.is_some() || d.stance.attribution.is_some();
        let of_another = |d: &&Draft| d.trigger.0 > to && told(d);
        let model = drafts.first().filter(|d| !of_another(d));
        let mut alone = toll_alone(model, tolls, (first, to), sentence);
        // «the toll of the offensive launched on Wednesday rises to 412»: all the dead since that day.
        let whole = |d: &Draft| d.trigger.1 <= first && is_whole(reading, d, of_war);
        if let Some(alone) = alone.as_mut() {
            alone.targets = dead;
            alone.is_since |= is_sum && drafts.iter().any(whole);
            alone.is_from_start = begins_with_war(reading, first, sentence);
        }
        // «the fighting since the beginning of … has left …»: its toll tells it.
        let from_start = alone.as_ref().is_some_and(|a| a.is_from_start);
        drafts.retain(|d| !(from_start && whole(d) && d.places.is_empty()));
        // «the toll of the fighting rises to 25»: the toll tells all that is told of the fighting.
        let unknown = |d: &Draft| d.initiators.is_empty() && d.others.is_empty() && d.targets.is_empty();
        let counted = |d: &Draft| of_war || unknown(d);
        let fight = drafts.iter().find(|d| is_sum && whole(d) && d.is_noun && counted(d));
        let places = fight.map(|d| d.places.clone());
        if let Some((alone, places)) = alone.as_mut().zip(places) {
            alone.places = places;
            drafts.retain(|d| !(whole(d) && d.is_noun && counted(d)));
        }
        drafts.extend(alone);
        return;
    };
    let named = known_one && drafts[harm].kind == EventKind::Attack;
    let draft = &mut drafts[harm];
    draft.tolls = tolls;
    // «the assassination of two officers» is an attack, whoever did it.
    let murders = is_murder(reading, draft);
    // «accused X of killing four civilians»: X is said to have attacked them.
    let laid = draft.stance.is_accusation && !draft.initiators.is_empty();
    // «the killing of five at the hands of X».
    let at_hands = |&a: &usize| is_at_hands_of(reading, reading.actors[a].tokens.start);
    let open = draft.initiators.is_empty() || draft.is_noun && !draft.initiators.iter().any(at_hands);
    let counted = open && !murders && !laid && !named && !is_shot(reading, draft);
    if counted || counts_from_start(reading, (first, None), sentence) {
        draft.kind = EventKind::Casualties;
    }
    draft.is_from_start = begins_with_war(reading, first, sentence);
    draft.quote = (draft.quote.0.min(first), draft.quote.1.max(to));
    let keep = draft.trigger;
    drafts.retain(|d| {
        d.trigger == keep || d.frame != Frame::Harm || !(first <= d.trigger.1 && d.trigger.0 <= to)
    });
}

/// A count of dead that no act in the sentence accounts for.
pub(super) fn toll_alone(
    model: Option<&Draft>,
    tolls: Vec<crate::events::Toll>,
    span: (usize, usize),
    sentence: usize,
) -> Option<Draft> {
    let counted = tolls.iter().any(|t| t.killed.is_some() || t.wounded.is_some());
    counted.then(|| {
        let mut draft = Draft::empty(EventKind::Casualties, Frame::Harm, sentence, span);
        if let Some(model) = model {
            draft.date = model.date;
            draft.stance = model.stance.clone();
            draft.stance.is_comment = false;
            // «the toll of the fighting reached …»: the dead are counted, whatever stands before the noun.
            if matches!(draft.stance.modality, Modality::Planned | Modality::Hypothetical) {
                draft.stance.modality = Modality::Asserted;
            }
        }
        draft.tolls = tolls;
        draft
    })
}

/// A toll of its own takes the first day that its sentence names, and the first place that lies in it.
pub(in crate::events) fn date_tolls(reading: &Reading<'_>, drafts: &mut [Draft], items: &[Item]) {
    let first = (0..items.len()).find_map(|i| match items[i].what {
        What::Date(d) if behind_wound(reading, items, 0, i).is_none() => reading.dates[d].range.and(Some(d)),
        _ => None,
    });
    goes_on_from(reading, drafts);
    for draft in drafts.iter_mut().filter(|d| d.kind == EventKind::Casualties) {
        draft.date = draft.date.or(first);
        draft.is_since |= draft.is_from_start || draft.date.is_some_and(|d| reading.dates[d].is_since);
    }
    // «according to the civil defence of X»: where the source sits.
    let source = items.iter().position(|i| i.is_cue(Cue::According));
    let sourced = source.map_or(0..0, |at| at..behind_source(items, at, items.len()));
    let governed = |at: usize, prep: Prep| {
        let by_word = || at.checked_sub(1).is_some_and(|j| items[j].is_cue(Cue::Prep(prep)));
        !sourced.contains(&at)
            && !is_of_part(reading, items, at)
            && (items[at].proclitic() == Some(prep) || by_word())
    };
    let first_after = |prep: Prep| {
        items.iter().enumerate().find_map(|(at, i)| match i.what {
            What::Place(p) if governed(at, prep) && !speaks_abroad(reading, items, at) => Some(p),
            _ => None,
        })
    };
    // «in X», else «since the escalation against X».
    let landmark = |p: &usize| {
        let hit = &reading.places[*p];
        hit.place.is_some() && opens_landmark(reading, hit.tokens.start)
    };
    // «five wounded were taken to the hospital of X», «the hospital of X received …».
    let named = |i: &Item| if let What::Place(p) = i.what { Some(p) } else { None };
    let house = || items.iter().filter_map(named).find(landmark);
    let aside = || items.iter().filter_map(named).find(|&p| is_side_of(reading, p));
    let place = || first_after(Prep::At).or_else(|| first_after(Prep::On)).or_else(aside).or_else(house);
    let unplaced = |d: &&mut Draft| d.kind == EventKind::Casualties && d.places.is_empty();
    for draft in drafts.iter_mut().filter(unplaced) {
        draft.places.extend(place());
    }
}

/// «973 have been killed, among it a massacre in X»: does the place at item `at` belong to an act that is only part of what
/// is counted?
fn is_of_part(reading: &Reading<'_>, items: &[Item], at: usize) -> bool {
    let subset = |i: &Item| {
        let found = reading.knowledge.tolls.lexicon.longest_at(&reading.text, i.from);
        found.is_some_and(|m| *m.value == TollWord::Subset)
    };
    let part = items[..at].iter().rposition(subset);
    part.is_some_and(|p| items.get(p + 1).is_some_and(|n| n.noun_trigger().is_some()))
}

/// «who managed to flee»: from where is not told.
fn only_gets_away(draft: &Draft) -> bool {
    draft.kind == EventKind::Withdrawal && draft.is_weak && draft.is_noun && draft.is_carried
}

/// Within a sentence an act without a place happens where the act before it did.
pub(in crate::events) fn share_places(reading: &Reading<'_>, drafts: &mut [Draft]) {
    for i in 0..drafts.len() {
        let in_area = drafts[i].has_vague_place
            && drafts[..i]
                .last()
                .is_some_and(|d| d.places.first().is_some_and(|&p| reading.places[p].kind.is_area()));
        // «entered X and took over the palace»: a thing of X.
        let inside = drafts[i].frame == Frame::Take
            && drafts[i].has_vague_place
            && !drafts[i].is_noun
            && i.checked_sub(1).is_some_and(|j| {
                drafts[j].frame == Frame::Enter && drafts[j].initiators == drafts[i].initiators
            });
        drafts[i].is_partial |= inside && drafts[i].places.is_empty();
        let stands_alone = drafts[i].is_noun
            && !drafts[i].is_carried
            && drafts[i].others.is_empty()
            && drafts[i].targets.is_empty()
            && drafts[i].initiators.is_empty();
        if !drafts[i].places.is_empty()
            || drafts[i].points_back
            || stands_alone
            || only_gets_away(&drafts[i])
            || !(in_area || inside || drafts[i].is_basis || inherits_place(drafts[i].kind))
        {
            continue;
        }
        let mut told = drafts[..i].iter().filter(|d| {
            !d.places.is_empty()
                && holds(reading, d)
                && !matches!(d.kind, EventKind::Diplomacy | EventKind::Agreement)
                && (d.frame != Frame::Leave || d.stance.modality != Modality::Planned)
        });
        let from = if drafts[i].frame == Frame::Leave { told.next() } else { told.next_back() };
        // «troops reached X, while families fled to Y»: they fled from elsewhere.
        let arrives = |d: &&Draft| matches!(d.frame, Frame::Reach | Frame::Send | Frame::Move | Frame::Meet);
        let from = from.filter(|d| drafts[i].destination.is_none() || !arrives(d));
        // «captured five men after taking X».
        let next = drafts.get(i + 1).filter(|n| n.is_noun && drafts[i].frame == Frame::Hold);
        let took = |n: &&Draft| n.frame == Frame::Take && !n.places.is_empty() && holds(reading, n);
        let from = from.or(next.filter(took));
        // «stole into X and Y and shot at their people»: in both.
        let raid = drafts[i].kind == EventKind::Attack && drafts[i].tolls.is_empty();
        if let Some(from) = from {
            let by_same = from.frame == Frame::Enter && from.initiators == drafts[i].initiators;
            let all = raid && by_same && !from.initiators.is_empty();
            let shared = from.places[..if all { from.places.len() } else { 1 }].to_vec();
            drafts[i].places.extend(shared);
            drafts[i].why.push("place of the act before it in the sentence".into());
        }
    }
}

/// «X fell to Y after the withdrawal of the security forces»: those who left it are none of Y's, whose forces the
/// name without a side was taken for.
pub(in crate::events) fn part_from_takers(reading: &Reading<'_>, drafts: &mut [Draft]) {
    let side = |a: &usize| {
        let side = reading.actors[*a].leader.or(reading.actors[*a].faction);
        side.filter(|f| reading.knowledge.conflict.faction(*f).holds_ground)
    };
    for i in 0..drafts.len() {
        let left = &drafts[i];
        let nameless = left.frame == Frame::Leave
            && !left.initiators.is_empty()
            && left.initiators.iter().all(|&a| reading.actors[a].is_anonymous);
        let taken = |d: &Draft| {
            matches!(d.frame, Frame::Take | Frame::Fall)
                && d.places.first() == left.places.first()
                && d.initiators.iter().any(|a| {
                    side(a).is_some() && left.initiators.iter().any(|b| a != b && side(a) == side(b))
                })
        };
        if nameless && drafts.iter().any(taken) {
            drafts[i].initiators.clear();
            drafts[i].is_carried = true;
        }
    }
}

pub(super) fn inherits_place(kind: EventKind) -> bool {
    !matches!(
        kind,
        EventKind::Statement
            | EventKind::Leadership
            | EventKind::Diplomacy
            | EventKind::Agreement
            | EventKind::Capture
            | EventKind::Retake
            | EventKind::Advance
    )
}
