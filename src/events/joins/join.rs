//! Drafts of one sentence that tell one act between them.

use super::blasts::blast_is_caused;
use super::by_doer::{is_across_doer, is_by_same};
use super::committed::is_committed;
use crate::events::acts::draft::Draft;
use crate::events::acts::settle::are_friends;
use crate::events::clauses::clause::{Clause, Finite, Opener};
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::events::{EventKind, Modality};
use crate::knowledge::status::{Cue, Prep, Speech};
use crate::knowledge::triggers::Frame;
use crate::text::{AND, Affixes};

/// «an attack, which the factions launched»: the doer of a noun told before.
pub(in crate::events) fn name_doers(items: &[Item], clauses: &[Clause], out: &mut [Draft]) {
    for (c, clause) in clauses.iter().enumerate() {
        // «which X launched», «which X has claimed».
        let owns = |f: &Finite| matches!(f.cue, Some(Cue::Light | Cue::Speech(Speech::Announce)));
        let Some(finite) = clause.finite.filter(owns) else { continue };
        if !items[finite.item].has_pronoun || clause.subject_from.is_some() {
            continue;
        }
        let told = out.iter_mut().rev().find(|d| {
            d.clause <= c
                && d.trigger.0 < items[finite.item].from
                && d.is_noun
                && matches!(d.frame, Frame::Fight | Frame::Strike)
        });
        if let Some(draft) = told.filter(|d| d.initiators.is_empty()) {
            draft.initiators.extend(clause.subject.iter().copied());
            draft.is_carried = true;
        }
    }
}

/// «advanced on X and took it»: who takes a place has advanced on it.
pub(in crate::events) fn join_gains(out: &mut Vec<Draft>) {
    let advances = |d: &Draft| d.kind == EventKind::Advance && !d.places.is_empty();
    if !out.iter().any(advances) {
        return;
    }
    let gains = |d: &Draft, e: &Draft| {
        let ends = matches!(e.kind, EventKind::Capture | EventKind::Retake) && e.trigger > d.trigger;
        ends && d.places == e.places && d.initiators == e.initiators && d.date == e.date
    };
    let dropped: Vec<bool> = out.iter().map(|d| advances(d) && out.iter().any(|e| gains(d, e))).collect();
    let mut at = dropped.iter();
    out.retain(|_| !at.next().copied().unwrap_or_default());
}

/// «there was held in X a meeting of Y and Z»: the verb says where, and the noun who meets.
pub(in crate::events) fn join_held_meetings(out: &mut Vec<Draft>) {
    for i in (1..out.len()).rev() {
        let (verb, noun) = (&out[i - 1], &out[i]);
        let meets = |d: &Draft| d.kind == EventKind::Diplomacy && d.frame == Frame::Meet;
        let nobody = verb.initiators.is_empty() && verb.others.is_empty();
        let parted =
            !verb.is_noun && verb.names_thing && nobody && noun.is_noun && !noun.initiators.is_empty();
        if meets(verb) && meets(noun) && parted && verb.clause == noun.clause && noun.places.is_empty() {
            let verb = out.remove(i - 1);
            let noun = &mut out[i - 1];
            (noun.places, noun.points_back) = (verb.places, verb.points_back);
            noun.date = noun.date.or(verb.date);
            noun.quote.0 = noun.quote.0.min(verb.quote.0);
            noun.is_carried = true;
        }
    }
}

/// Is it the frame of an act that a raid does?
pub(in crate::events) fn hits(frame: Frame) -> bool {
    matches!(frame, Frame::Strike | Frame::Damage | Frame::Harm)
}

/// «took X back, hours after its loss»: what is lost before it is taken back in one clause is the place taken.
pub(in crate::events) fn join_losses(reading: &Reading<'_>, out: &mut Vec<Draft>) {
    let gains: Vec<usize> = out.iter().filter(|d| d.frame == Frame::Take).map(|d| d.clause).collect();
    let of_it = |d: &Draft| {
        let word = reading.text.tokens.get(d.trigger.0);
        word.is_some_and(|t| reading.text.readings(t).iter().any(|r| r.affixes.has(Affixes::PRONOUN)))
    };
    out.retain(|d| {
        let again = d.frame == Frame::Lose && d.is_noun && d.initiators.is_empty() && of_it(d);
        !(again && gains.contains(&d.clause))
    });
}

/// «took X after clashes with Y»: fighting that is only told as what came before the taking of the place is part of
/// it, unless it has a toll of its own. Whom the taker fought is whom it was taken from.
pub(in crate::events) fn join_aftermath(reading: &Reading<'_>, out: &mut Vec<Draft>) {
    let comes_after = |d: &Draft| reading.follows_cue(d.trigger.0, Cue::After);
    for i in (0..out.len()).rev() {
        let fight = &out[i];
        if fight.frame != Frame::Fight || !fight.is_noun || !fight.tolls.is_empty() || !comes_after(fight) {
            continue;
        }
        let is_gain = |d: &Draft| {
            matches!(d.frame, Frame::Take | Frame::Enter | Frame::Lose)
                && d.clause == fight.clause
                && fight.places.iter().all(|p| d.places.contains(p))
        };
        let Some(gain) = out.iter().position(is_gain) else { continue };
        // «after clashes with Y»: who was fought is told too, and the fighting with it.
        let fight = out[i].clone();
        let gain = if fight.is_with_someone {
            gain
        } else {
            out.remove(i);
            gain - usize::from(gain > i)
        };
        let gain = &mut out[gain];
        if gain.targets.is_empty() && gain.frame != Frame::Lose {
            let fought = fight.initiators.iter().chain(&fight.targets).chain(&fight.others);
            let armed = |a: &&usize| reading.actors[**a].class == ActorClass::Armed;
            let own = |a: usize| gain.initiators.iter().any(|&b| a == b || are_friends(reading, a, b));
            gain.targets = fought.filter(armed).copied().filter(|&a| !own(a)).collect();
        }
    }
}

/// «two blasts with car bombs»: what they were made with is no attack of its own.
pub(in crate::events) fn join_means(reading: &Reading<'_>, out: &mut Vec<Draft>) {
    const ADJECTIVES: usize = 2;
    for i in (1..out.len()).rev() {
        let (act, means) = (&out[i - 1], &out[i]);
        let strike = |d: &Draft| d.frame == Frame::Strike && d.is_noun;
        // «an attack of X with two rockets».
        let attack = act.is_noun && matches!(act.kind, EventKind::Clash | EventKind::Attack);
        let assault =
            reading.knowledge.triggers.lists.assaults.longest_at(&reading.text, act.trigger.0).is_some();
        // «the offensive began with raids» is more than they.
        let whole = act.is_definite && means.kind != EventKind::Attack;
        let armed = attack && assault && !whole && matches!(act.frame, Frame::Fight | Frame::Strike);
        // «a raid destroyed a building»: what the raid did.
        let bare = !means.is_definite && act.trigger.1 == means.trigger.0;
        let destroys = act.frame == Frame::Damage && !act.is_noun && bare;
        let near =
            (act.trigger.1..=act.trigger.1 + ADJECTIVES + usize::from(armed)).contains(&means.trigger.0);
        // «with raids», «with four raids».
        let by = |t: usize| reading.text.readings_at(t).iter().any(|r| r.affixes.has(Affixes::BI));
        let counted = means.trigger.0.checked_sub(1).is_some_and(|t| reading.begins_count(t) && by(t));
        let with = by(means.trigger.0) || counted;
        let made_with = (strike(act) || armed) && near && with;
        if !(strike(means) && (made_with || destroys) && act.clause == means.clause) {
            continue;
        }
        let from_above = act.kind == EventKind::Shelling && means.kind == EventKind::AirStrike;
        let kind = if armed || destroys || from_above { means.kind } else { act.kind };
        let means = out.remove(i);
        let act = &mut out[i - 1];
        (act.kind, act.frame) = (kind, Frame::Strike);
        act.places.extend(means.places.into_iter().filter(|_| act.places.is_empty()).collect::<Vec<_>>());
        act.targets.extend(means.targets);
        act.tolls.extend(means.tolls);
        act.is_carried |= means.is_carried;
        act.date = act.date.or(means.date);
        act.trigger.1 = means.trigger.1;
        act.quote.1 = act.quote.1.max(means.quote.1);
    }
}

/// «an air raid that hit the market»: the verb goes on telling of the noun before it.
pub(in crate::events) fn join_strikes(reading: &Reading<'_>, clauses: &[Clause], out: &mut Vec<Draft>) {
    const ADJECTIVES: usize = 2;
    for i in (1..out.len()).rev() {
        let (noun, verb) = (&out[i - 1], &out[i]);
        // «raids hit the market», with nothing between the two.
        let near = verb.trigger.0 >= noun.trigger.1 && verb.trigger.0 <= noun.trigger.1 + ADJECTIVES;
        let own = |a: &usize| reading.actors[*a].tokens.start > verb.trigger.0;
        let bare = verb.trigger.0 == noun.trigger.1 || !verb.initiators.iter().any(own);
        let adjacent = verb.clause == noun.clause && near && bare;
        // «blasts that hit X, aimed at a station and …»: a verb without «and» and without a doer of its own.
        let bare_verb = !reading.text.fold_at(verb.trigger.0).starts_with(AND)
            && verb.initiators.is_empty()
            && verb.sentence == noun.sentence
            && verb.trigger.0 > 0
            && is_comma(reading, verb.trigger.0 - 1);
        let goes_on = (verb.clause <= noun.clause + 1 || bare_verb && verb.clause <= noun.clause + 2)
            && clauses[verb.clause].opener != Opener::Start
            && (clauses[verb.clause].subject_from.is_some() || clauses[verb.clause].subject.is_empty());
        let goes_on =
            goes_on || is_by_same(reading, noun, verb) || is_across_doer(reading, clauses, noun, verb);
        // «an attack that hit X», «the attack, which hit X».
        let bare = !reading.text.fold_at(verb.trigger.0).starts_with(AND);
        let attack = noun.frame == Frame::Fight && verb.frame == Frame::Strike && bare;
        // «X saw killings that hit dozens of Y».
        let killing = noun.frame == Frame::Harm && verb.frame == Frame::Strike && bare;
        let killing = killing
            && reading.knowledge.triggers.lists.murders.longest_at(&reading.text, noun.trigger.0).is_some();
        let strike = noun.frame == Frame::Strike && hits(verb.frame) || killing;
        let same = (strike || attack && verb.initiators.is_empty())
            && noun.is_noun
            && !verb.is_noun
            && (goes_on || adjacent)
            && !begins_anew(reading, verb);
        if same {
            let verb = out.remove(i);
            let noun = &mut out[i - 1];
            if verb.is_relative && (attack || noun.stance.modality == Modality::Planned) {
                noun.stance = verb.stance; // «condemned the attack, which hit X»
            }
            // «attacks on X, and they hit Y too»
            if reading.text.fold_at(verb.trigger.0).starts_with(AND) {
                let more = verb.places.into_iter().filter(|p| !noun.places.contains(p));
                noun.places.extend(more.collect::<Vec<_>>());
            } else if noun.places.is_empty() || !verb.places.is_empty() {
                noun.places = verb.places;
            }
            noun.targets.extend(verb.targets);
            noun.tolls.extend(verb.tolls);
            noun.is_carried = true;
            noun.quote = (noun.quote.0.min(verb.quote.0), noun.quote.1.max(verb.quote.1));
            // «announced on Saturday a raid that hit X on Friday».
            let announced = clauses[noun.clause].speech().is_some();
            let own = |d: &usize| announced && reading.dates[*d].tokens.start >= verb.trigger.1;
            noun.date = verb.date.filter(own).or(noun.date).or(verb.date);
        }
    }
}

/// «raids on X, and it also bombed Y»: a word of contrast right before a verb with a place of its own begins another act.
fn begins_anew(reading: &Reading<'_>, verb: &Draft) -> bool {
    let at = verb.trigger.0;
    reading.follows_cue(at, Cue::Contrast) && verb.places.iter().any(|&p| reading.places[p].tokens.start > at)
}

fn is_comma(reading: &Reading<'_>, at: usize) -> bool {
    matches!(reading.text.fold_at(at), "," | "\u{60C}")
}

/// «… strikes, among them 23 attacks on the city»: counted attacks are of the kind told before.
pub(in crate::events) fn count_as_strike(
    items: &[Item],
    i: usize,
    draft: &mut Draft,
    before: Option<&Draft>,
) {
    let counted = i.checked_sub(1).is_some_and(|j| matches!(items[j].what, What::Number(_)));
    let Some(before) = before.filter(|b| b.frame == Frame::Strike) else { return };
    if counted && draft.frame == Frame::Fight && draft.is_noun && draft.clause.abs_diff(before.clause) <= 1 {
        draft.kind = before.kind;
        draft.initiators.clone_from(&before.initiators);
        draft.targets.clone_from(&before.targets);
        draft.why.push("counted among the strikes before it".into());
    }
}

/// «he was killed in an air raid»: the raid is the act, and he its target. «A raid led to a massacre»: one act.
pub(in crate::events) fn join_harm(items: &[Item], out: &mut Vec<Draft>) {
    for i in (1..out.len()).rev() {
        let (harm, act) = (&out[i - 1], &out[i]);
        let at = items.partition_point(|x| x.from < act.trigger.0);
        let within = at.checked_sub(1);
        let governs = |p: Prep| matches!(p, Prep::At | Prep::About | Prep::By);
        let governed = within.is_some_and(|j| items[j].prep().is_some_and(governs))
            || items.get(at).is_some_and(|x| x.proclitic().is_some_and(governs));
        // «X killed Y with a raid on Z»: how X did it.
        let bare = act.initiators.is_empty() || act.initiators == harm.initiators;
        let by = items.get(at).is_some_and(|x| x.proclitic() == Some(Prep::At));
        let with = !harm.initiators.is_empty() && bare && by && act.frame == Frame::Strike;
        let suffers = harm.frame == Frame::Harm && (harm.is_noun || harm.initiators.is_empty() || with);
        let acts = matches!(act.frame, Frame::Strike | Frame::Fight | Frame::Repel) && act.is_noun;
        // «a raid killed X»: the raid is the subject of the verb.
        let kills = harm.frame == Frame::Harm && !harm.is_noun && harm.initiators.is_empty();
        let subject = kills && within.is_some_and(|j| items[j].from == harm.trigger.0);
        let subject = subject && items[at].affixes.is_empty();
        if (suffers && governed || subject) && acts && harm.clause == act.clause {
            let harm = out.remove(i - 1);
            let act = &mut out[i - 1];
            if act.places.is_empty() && !act.points_back && act.kind == EventKind::Attack {
                act.places.clone_from(&harm.places);
            }
            if with {
                act.initiators.clone_from(&harm.initiators);
            }
            take_in(act, harm);
            continue;
        }
        if leads_to_harm(items, harm, act) {
            let harm = out.remove(i);
            let act = &mut out[i - 1];
            if act.places.is_empty() {
                act.places.clone_from(&harm.places);
            }
            take_in(act, harm);
            continue;
        }
        let fire =
            harm.frame == Frame::Strike && matches!(harm.kind, EventKind::AirStrike | EventKind::Shelling);
        let massacre = act.frame == Frame::Strike && act.kind == EventKind::Attack && act.is_noun;
        let from = items.partition_point(|x| x.from < harm.trigger.0.saturating_sub(4));
        let caused = from <= at && items[from..at].iter().any(|x| x.is_cue(Cue::Result));
        if fire && massacre && (caused || is_committed(items, at, act)) {
            let act = out.remove(i);
            let fire = &mut out[i - 1];
            if fire.places.is_empty() {
                fire.places = act.places;
            }
            fire.quote = (fire.quote.0.min(act.quote.0), fire.quote.1.max(act.quote.1));
        }
    }
}

/// Gives an act the harm that it did: whom it hit, its day, its words.
fn take_in(act: &mut Draft, harm: Draft) {
    act.targets.extend(harm.targets.into_iter().filter(|t| !act.initiators.contains(t)));
    act.is_carried = true;
    act.date = act.date.or(harm.date);
    act.quote = (act.quote.0.min(harm.quote.0), act.quote.1.max(harm.quote.1));
}

/// «blasts shook X, caused by shells that Y had fired»: the shelling. «Repelled an attack after fighting»: the
/// defence, with whatever the fighting cost.
pub(in crate::events) fn join_causes(reading: &Reading<'_>, items: &[Item], out: &mut Vec<Draft>) {
    for i in (1..out.len()).rev() {
        let (first, then) = (&out[i - 1], &out[i]);
        let from = items.partition_point(|x| x.from < first.trigger.1);
        let at = items.partition_point(|x| x.from < then.trigger.0);
        let caused = items.get(at.saturating_sub(3).max(from)..at).is_some_and(|before| {
            before.iter().any(|x| x.is_cue(Cue::After) || x.prep() == Some(Prep::About))
        });
        let own = |p: &usize| reading.places[*p].tokens.start > then.trigger.0;
        let bare = then.is_noun && !then.places.iter().any(own) && caused;
        let blast = first.kind == EventKind::Attack && first.frame == Frame::Strike && first.is_noun;
        let fire =
            matches!(then.kind, EventKind::Shelling | EventKind::AirStrike) && then.frame == Frame::Strike;
        if blast && fire && bare {
            let first = out.remove(i - 1);
            let fire = &mut out[i - 1];
            fire.places = first.places;
            fire.is_carried |= first.is_carried;
            fire.date = fire.date.or(first.date);
            fire.quote = (fire.quote.0.min(first.quote.0), fire.quote.1.max(first.quote.1));
        } else if blast_is_caused(reading, first, then) {
            // «blasts shook X because of raids on Y»: the raids.
            let first = out.remove(i - 1);
            let fire = &mut out[i - 1];
            fire.tolls.extend(first.tolls);
            fire.date = fire.date.or(first.date);
            fire.quote.0 = fire.quote.0.min(first.quote.0);
        } else if first.frame == Frame::Harm
            && first.is_noun
            && fire
            && then.is_noun
            && is_means(items, at, first)
        {
            // «met their death by shelling on X».
            let dead = out.remove(i - 1);
            out[i - 1].targets.extend(dead.targets);
            out[i - 1].tolls.extend(dead.tolls);
            out[i - 1].quote.0 = out[i - 1].quote.0.min(dead.quote.0);
        } else if first.kind == EventKind::Clash
            && first.is_noun
            && first.tolls.is_empty()
            && is_wave(items, at, then)
        {
            // «fighting broke out in X when Y stood against an attempt to»: the defence.
            let fight = out.remove(i - 1);
            let stand = &mut out[i - 1];
            if stand.places.is_empty() {
                stand.places = fight.places;
            }
            stand.date = stand.date.or(fight.date);
            stand.quote.0 = stand.quote.0.min(fight.quote.0);
        } else if first.frame == Frame::Repel && then.kind == EventKind::Clash && bare && !then.is_definite {
            let quote = then.quote;
            out.remove(i);
            out[i - 1].quote.1 = out[i - 1].quote.1.max(quote.1);
        }
    }
}

/// Is it a stand against an attack, named at item `at` as the time of what is told before?
fn is_wave(items: &[Item], at: usize, stand: &Draft) -> bool {
    let during = |i: &Item| i.is_cue(Cue::Prep(Prep::With)) || i.is_cue(Cue::Prep(Prep::About));
    let named = at.checked_sub(1).is_some_and(|j| during(&items[j]));
    stand.frame == Frame::Repel && stand.is_noun && named
}

/// Does item `at` name, right behind the noun of harm, what killed («their death by shelling»)?
fn is_means(items: &[Item], at: usize, harm: &Draft) -> bool {
    let next = at.checked_sub(1).is_some_and(|j| items[j].from == harm.trigger.0);
    next && items.get(at).is_some_and(|i| i.affixes.has(Affixes::BI))
}

/// «the attack led to the death of soldiers»: the act, and the noun of harm that it led to.
fn leads_to_harm(items: &[Item], act: &Draft, harm: &Draft) -> bool {
    let acts = matches!(act.frame, Frame::Strike | Frame::Fight) && act.is_noun;
    // «raids that led to the destruction of a depot»: so does what they wreck.
    let wrecks = harm.frame == Frame::Damage && act.frame == Frame::Strike && harm.places == act.places;
    if !acts || !harm.is_noun || harm.frame != Frame::Harm && !wrecks {
        return false;
    }
    let at = items.partition_point(|x| x.from < harm.trigger.0);
    let brings = |i: &Item| i.is_cue(Cue::Prep(Prep::To)) || i.is_cue(Cue::Prep(Prep::From));
    let to = at.checked_sub(1).is_some_and(|j| brings(&items[j]));
    to && items[..at].iter().any(|i| i.is_cue(Cue::Result))
}

/// «stormed the villages of X and Y, where they killed people in their beds»: a raid is no advance.
pub(in crate::events) fn join_raids(reading: &Reading<'_>, drafts: &mut Vec<Draft>) {
    let civil = |d: &Draft| {
        !d.targets.is_empty() && d.targets.iter().all(|&a| reading.actors[a].class == ActorClass::Civilians)
    };
    let kills = |d: &Draft, by: &Draft| {
        let side = |a: &usize| (reading.actors[*a].leader).or(reading.actors[*a].faction);
        let same = d.initiators.is_empty()
            || d.initiators.iter().any(|a| by.initiators.iter().any(|b| side(a) == side(b)));
        let acts = !d.is_noun && !d.why.iter().any(|w| w == "passive");
        d.frame == Frame::Harm && acts && same && civil(d) && d.sentence == by.sentence
    };
    for i in 0..drafts.len() {
        let raid = &drafts[i];
        let enters = raid.kind == EventKind::Advance && !raid.is_weak && !raid.places.is_empty();
        let killing = (i + 1..drafts.len()).find(|&j| enters && kills(&drafts[j], raid));
        let Some(j) = killing.filter(|&j| drafts[j].clause > drafts[i].clause) else { continue };
        drafts[i].kind = EventKind::Attack;
        drafts[i].why.push("stormed it to kill".into());
        let killing = drafts.remove(j);
        let raid = &mut drafts[i];
        raid.tolls.extend(killing.tolls);
        raid.targets.extend(killing.targets);
        return;
    }
}

/// «reached X and met Y»: a visit, and whom the visitor met there.
pub(in crate::events) fn join_meetings(out: &mut Vec<Draft>) {
    for i in (1..out.len()).rev() {
        let (visit, meeting) = (&out[i - 1], &out[i]);
        let one = visit.kind == EventKind::Diplomacy
            && meeting.kind == EventKind::Diplomacy
            && meeting.frame == Frame::Meet
            && !visit.initiators.is_empty()
            && visit.initiators == meeting.initiators
            && meeting.clause == visit.clause + 1
            && meeting.places.is_empty()
            && visit.others.is_empty()
            && meeting.date.is_none_or(|d| visit.date == Some(d))
            && !meeting.is_noun;
        if one {
            let meeting = out.remove(i);
            let visit = &mut out[i - 1];
            let more = meeting.others.into_iter().filter(|a| !visit.others.contains(a));
            visit.others.extend(more.collect::<Vec<_>>());
            visit.quote.1 = visit.quote.1.max(meeting.quote.1);
        }
    }
}
