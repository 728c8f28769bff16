//! Acts that a sentence only names or speaks of, and does not tell.

use super::besides::is_refused;
use super::deals_leading::brings_about;
use super::deals_named::is_brokered;
use super::spot::{Noun, is_any, is_landmark, is_object_form};
use super::unit_names::is_of_front;
use crate::events::clauses::item::{Item, What};
use crate::events::days::reached_by::is_made;
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::events::voices::denied::is_answered_for;
use crate::knowledge::status::{Cue, Prep, Speech};
use crate::knowledge::triggers::{Frame, TriggerForm};
use crate::text::Affixes;
use crate::text::inflect::Tense;

/// How a feminine participle with the article begins and ends.
const PARTICIPLE: (&str, char) = ("\u{627}\u{644}\u{645}", '\u{647}');

/// Does the noun only name something: a source, a landmark, a speaker, the campaign that the act belongs to, a fall
/// of another sort?
pub(super) fn is_named_only(noun: Noun<'_, '_>) -> bool {
    let Noun { reading, items, clause, i, form } = noun;
    let item = &items[i];
    // «within the campaign that X has launched against Y in Z».
    let tells = matches!(reading.frame_of(form), Frame::Deal | Frame::Fight);
    let relative = |n: &Item| n.is_cue(Cue::Relative);
    let told_next = tells && items[i + 1..].iter().take(2).any(relative);
    let within = i.checked_sub(1).is_some_and(|j| items[j].is_cue(Cue::Within)) && !told_next;
    let in_name = i.checked_sub(1).is_some_and(|j| match items[j].what {
        What::Actor(a) => {
            let source = reading.actors[a].class == ActorClass::Source;
            // «X confirmed to the agency the taking of Y».
            let told = items[j].affixes.has(Affixes::LI) && clause.speech().is_some();
            source && !told && !speaks_before(items, j) && !is_object_form(reading, item)
        }
        _ => false,
    });
    // «the press centre of Operation X announced»: an operation that is known by its name, as whose office it is.
    let office = item.affixes == Affixes::LI
        && matches!(reading.frame_of(form), Frame::Fight)
        && clause.speech().is_some()
        && items.get(i + 1).is_some_and(|n| matches!(n.what, What::Actor(_)) && n.affixes.is_empty())
        && i.checked_sub(1)
            .is_some_and(|j| items[j].what == What::Word && reading.text.is_definite(items[j].from));
    let in_landmark = i.checked_sub(1).is_some_and(|j| is_landmark(reading, &items[j]))
        && item.affixes == Affixes::AL
        && item.to == item.from + 1;
    let names_speaker = clause.speech().is_some_and(|s| s != Speech::More) // «went on with»
        && clause.finite.is_some_and(|f| f.item < i && i - f.item <= 2)
        && matches!(items[i - 1].what, What::Word)
        && !item.affixes.has(Affixes::BI) // «a source told of the withdrawal»
        && !reading.text.is_definite(items[i - 1].from)
        && !reading.is_nominative_plural(items[i - 1].from); // nothing follows a whole plural
    // «the besieged X»: a participle right behind the name of a place.
    let word = reading.text.fold_at(item.from);
    let of_place = item.to == item.from + 1
        && word.starts_with(PARTICIPLE.0)
        && word.ends_with(PARTICIPLE.1)
        && i.checked_sub(1).is_some_and(|j| matches!(items[j].what, What::Place(_)));
    // «the fall of dozens of dead».
    let dead = |n: &Item| reading.knowledge.tolls.lexicon.longest_at(&reading.text, n.from).is_some();
    let falls = reading.frame_of(form) == Frame::Fall
        && (items.get(i + 1).is_some_and(|n| {
            n.noun_trigger().is_some() || matches!(n.what, What::Number(_)) || is_ruler(reading, n)
        }) || items[i + 1..].iter().take(2).any(dead));
    // «joined the fronts of the fighting north of X»: whither, and no fight of its own.
    let moves = |t: TriggerForm| matches!(reading.frame_of(t), Frame::Move | Frame::Send | Frame::Reach);
    let in_front = clause.finite.is_some_and(|f| f.item < i && f.trigger.is_some_and(moves))
        && is_of_front(reading, items, i);
    // «after a stop that lasted three weeks»: of nothing that is named.
    let lasts = |j: usize| items.get(j).is_some_and(|n| matches!(n.what, What::Number(_) | What::Date(_)));
    let bare_stop = matches!(reading.frame_of(form), Frame::Close | Frame::Damage)
        && item.affixes.is_empty()
        && items
            .get(i + 1)
            .is_none_or(|n| n.verb_cue().is_some() || n.verb_trigger().is_some() || lasts(i + 2));
    bare_stop || in_front || within || office || in_name || in_landmark || names_speaker || of_place || falls
}

/// «the fall of the regime»: who falls is no place.
fn is_ruler(reading: &Reading<'_>, item: &Item) -> bool {
    let What::Actor(a) = item.what else { return false };
    let start = reading.actors[a].tokens.start;
    let named_place = reading.places.iter().any(|p| p.tokens.start == start);
    !named_place && item.prep().is_none()
}

/// «the Red Crescent announced (recorded) the evacuation of»: a verb of telling before its speaker at item `j`.
fn speaks_before(items: &[Item], j: usize) -> bool {
    let verb = j.checked_sub(1).and_then(|v| items[v].verb_cue());
    verb.is_some_and(|(cue, _)| matches!(cue, Cue::Speech(_) | Cue::Light))
}

/// «which let the army take X»: is the noun, behind whom it is let do it, the ground that a verb of enabling in the perfect gave?
fn is_enabled(noun: Noun<'_, '_>) -> bool {
    let Noun { reading, items, clause, i, form } = noun;
    let gains = matches!(reading.frame_of(form), Frame::Take | Frame::Enter | Frame::Leave | Frame::Reach);
    let enables = &reading.knowledge.triggers.lists.enables;
    let done = clause.finite.is_some_and(|f| {
        f.item < i
            && f.verb.tense == Tense::Perfect
            && enables.longest_at(&reading.text, items[f.item].from).is_some()
            && items[f.item + 1..i].iter().all(|n| n.noun_trigger().is_none() || !n.affixes.has(Affixes::LI))
    });
    let prep = |j: usize| items[j].cue(|c| matches!(c, Cue::Prep(_))).is_some();
    let before = i.checked_sub(1).and_then(|j| if prep(j) { j.checked_sub(1) } else { Some(j) });
    gains && done && before.is_some_and(|j| matches!(items[j].what, What::Actor(_)))
}

/// «the air force paved the way with a series of raids»: does an armed subject do so with what the noun tells?
fn paves_with(noun: Noun<'_, '_>) -> bool {
    let Noun { reading, items, clause, i, .. } = noun;
    let armed = |&a: &usize| reading.actors[a].class == ActorClass::Armed;
    let with = |n: &Item| n.affixes.has(Affixes::BI);
    clause.subject.iter().any(armed) && items[i.saturating_sub(2)..=i].iter().any(with)
}

/// Is the act spoken of, judged, described or dated by, but not told?
pub(in crate::events) fn is_spoken_of(noun: Noun<'_, '_>) -> bool {
    let Noun { reading, items, clause, i, form } = noun;
    let item = &items[i];
    let frame = reading.frame_of(form);
    let fights = frame == Frame::Fight;
    // «the recapture of X in June was the end of»: what is judged is told all the same with its place and day.
    let behind = || items[i + 1..clause.items.end].iter().take(8);
    let told = behind().any(|n| matches!(n.what, What::Place(_)))
        && behind().any(|n| matches!(n.what, What::Date(_)));
    let judged = clause.finite.is_some_and(|f| f.item < i && f.cue == Some(Cue::Judge));
    // «a truce that X brokered brought calm».
    let brokered = frame == Frame::Deal && is_brokered(items, i);
    let brought = judged && frame == Frame::Deal && brings_about(reading, items, clause, i);
    let judged = judged && !told && !brokered && !brought && !is_enabled(noun) && !paves_with(noun);
    // «forced them to fight», «in answer to an attack».
    let denying =
        |b: &Item| [Cue::Negation, Cue::Refuted, Cue::Speech(Speech::Deny)].into_iter().any(|c| b.is_cue(c));
    let is_denied = || items[..i].iter().any(denying);
    // «ventured on an attack»: the verb carries the noun.
    let carried = clause.finite.is_some_and(|f| {
        let subject = |n: &Item| matches!(n.what, What::Actor(_) | What::Word | What::Quote | What::Date(_));
        f.cue == Some(Cue::Light) && f.item + 1 < i && items[f.item + 1..i - 1].iter().all(subject)
    });
    // «found in X bombs and rockets»: things.
    let found = frame == Frame::Strike
        && clause.finite.is_some_and(|f| {
            let finds = items[f.item].cue(|c| c == Cue::Find).is_some();
            let after = |b: &Item| b.is_cue(Cue::After);
            f.item < i && finds && !items[f.item..i].iter().any(after)
        });
    let mentioned = i.checked_sub(1).map(|j| &items[j]).is_some_and(|b| {
        let on = fights && b.cue(|c| c == Cue::Prep(Prep::On)).is_some() && !carried;
        let kept = || is_any(reading, b) && is_denied() && frame != Frame::Deal;
        on || b.is_cue(Cue::SpokenOf)
            && !ends_with(b, item)
            && !ends_move(b, frame)
            && !kept()
            && !is_claimed_new(noun)
            && !is_over(noun, b)
    });
    // «denied any agreement to leave X»: the terms of a deal that nobody made.
    let is_term = item.affixes.has(Affixes::LI)
        && items[clause.items.start..i].windows(2).any(|w| {
            is_any(reading, &w[0]) && w[1].noun_trigger().is_some_and(|t| reading.frame_of(t) == Frame::Deal)
        });
    // «the attack was the strongest since …» only describes.
    // «the fighting was going on around X» tells of it.
    let goes_on = items[i + 1..clause.items.end].iter().any(|n| n.is_cue(Cue::Going));
    let described = fights && clause.has_was && clause.finite.is_none() && !goes_on;
    // «since the beginning of its offensive»: tells since when, and nothing more.
    // «set free after two weeks of being held».
    let held = frame == Frame::Hold
        && item.has_pronoun
        && items[clause.items.start..i].iter().any(|b| b.is_cue(Cue::After))
        && clause
            .finite
            .is_some_and(|f| f.item < i && f.trigger.is_some_and(|t| reading.frame_of(t) == Frame::Hold));
    let begun = i.checked_sub(2).is_some_and(|j| {
        items[j + 1].is_cue(Cue::Begin) && (items[j].is_cue(Cue::Since) || items[j].is_cue(Cue::After))
    });
    let own_place = items[i + 1..].iter().take(8).any(|n| matches!(n.what, What::Place(_)));
    // «fled from the fighting»: what they fled from, and no fight of its own.
    let flees = |t: TriggerForm| matches!(reading.frame_of(t), Frame::Flee | Frame::Leave);
    let fled_from = fights
        && i.checked_sub(1).is_some_and(|j| items[j].is_cue(Cue::Prep(Prep::From)))
        && clause.finite.is_some_and(|f| f.item < i && f.trigger.is_some_and(flees));
    let mentioned = mentioned && !brokered && !is_made(reading, items, i);
    let mentioned = mentioned
        || is_answered_for(items, clause, i)
        || is_answered(noun, frame)
        || is_refused(noun)
        || has_no_part(noun);
    judged || fled_from || mentioned || found || held || is_term || described || fights && begun && !own_place
}

/// «fired rockets in answer to the attack»: a known attack, without a place of its own, that is only answered.
fn is_answered(noun: Noun<'_, '_>, frame: Frame) -> bool {
    const REACH: usize = 4;
    let Noun { items, i, .. } = noun;
    let answers = i.checked_sub(1).is_some_and(|j| items[j].is_cue(Cue::Answer));
    let placed = items[i + 1..]
        .iter()
        .take(REACH)
        .take_while(|n| !matches!(n.what, What::Comma | What::Stop))
        .any(|n| matches!(n.what, What::Place(_)) || n.is_cue(Cue::There));
    matches!(frame, Frame::Strike | Frame::Fight) && answers && items[i].affixes.has(Affixes::AL) && !placed
}

/// «finished the evacuation of»: what moves has moved when it ends.
fn ends_move(verb: &Item, frame: Frame) -> bool {
    let moves = matches!(frame, Frame::Flee | Frame::Send | Frame::Leave | Frame::Hold);
    moves && verb.cue(|c| c == Cue::SpokenOf).is_some_and(|c| c.verb.is_some())
}

/// «it ended with the evacuation of»: how it ended, and no end of the evacuation.
fn ends_with(verb: &Item, noun: &Item) -> bool {
    verb.cue(|c| c == Cue::SpokenOf).is_some_and(|c| c.verb.is_some()) && noun.affixes.has(Affixes::BI)
}

/// «the battle in X has ended», «the siege of X ended»: what ended, with its place behind it, has been.
fn is_over(noun: Noun<'_, '_>, verb: &Item) -> bool {
    const REACH: usize = 4;
    let Noun { reading, items, clause, i, form } = noun;
    let wars = matches!(reading.frame_of(form), Frame::Fight | Frame::Enter);
    let ended = &reading.knowledge.triggers.lists.ended;
    let mut near = items[i + 1..clause.items.end].iter().take(REACH);
    wars && ended.longest_at(&reading.text, verb.from).is_some()
        && near.any(|n| matches!(n.what, What::Place(_)))
}

/// «announced its responsibility for an attack on X»: an act that was not told before is told with the claim.
fn is_claimed_new(noun: Noun<'_, '_>) -> bool {
    let Noun { reading, items, clause, i, form } = noun;
    let claims = &reading.knowledge.triggers.lists.claims;
    let strikes = matches!(reading.frame_of(form), Frame::Strike | Frame::Fight | Frame::Harm);
    let claimed = i > 0 && claims.longest_at(&reading.text, items[i - 1].from).is_some();
    let negated = || items[clause.items.start..i].iter().any(|n| n.is_cue(Cue::Negation));
    let fresh = !items[i].affixes.has(Affixes::AL) && !items[i].has_pronoun;
    strikes && fresh && claimed && clause.speech() == Some(Speech::Announce) && !negated()
}

/// «its denial of any part in the attack on X»: the attack was told before.
fn has_no_part(noun: Noun<'_, '_>) -> bool {
    /// So far before the act a part in it is told.
    const REACH: usize = 3;
    let Noun { reading, items, clause, i, form } = noun;
    let parts = &reading.knowledge.triggers.lists.parts;
    let part = |n: &Item| parts.longest_at(&reading.text, n.from).is_some();
    let attacks = matches!(reading.frame_of(form), Frame::Fight | Frame::Strike | Frame::Harm);
    attacks
        && items[i].affixes.has(Affixes::AL)
        && items[i.saturating_sub(REACH)..i].iter().any(part)
        && items[clause.items.start..i].iter().any(|n| n.is_cue(Cue::Negation))
}
