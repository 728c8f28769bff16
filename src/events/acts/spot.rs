//! Which words of a sentence are triggers there: states, names and objects left out.

use super::besides::{
    brings_down, is_aim_of_fight, is_of_other_matter, is_taken_house, is_talked_over, stops_it, tells_beside,
};
use super::carried::is_said_of_fight;
use super::falls;
use super::figures::{is_done_by_no_force, is_figure};
use super::freed::carries_others;
use super::held::{has_held_since, holds_out, is_same_kind, stays_held, took_on_day};
use super::hits_only::hits_only;
use super::known_act::{is_counted_from, is_judged_upon, is_long_span, is_met_about};
use super::nominal::{has_come_near, is_now_held};
use super::object_only::{claims_to_hold, is_protested};
use super::shown::{is_hit, is_kept, is_on_show, names_site};
use super::spoken::{is_named_only, is_spoken_of};
use super::unit_names::{is_of_title, is_of_unit};
use super::weapon::{flies_behind, is_air_defence, noun_behind};
use super::wrecked::{bears_flag, is_arms, is_wrecked_with, tells_of_fight, wrecks_arms, wrecks_with};
use crate::dates::Target;
use crate::events::EventKind;
use crate::events::clauses::clause::{Clause, Finite, finite_at, is_state};
use crate::events::clauses::item::{Item, What};
use crate::events::clauses::particles::holds_only;
use crate::events::days::meanwhile::goes_on_meanwhile;
use crate::events::doers::launched::is_launched_by_force;
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::events::voices::bulletin::{tells_of_fighters, tells_of_itself};
use crate::events::voices::claimed::is_disowned;
use crate::events::voices::declared::is_declared;
use crate::knowledge::PartKind;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::{Frame, TriggerForm, WordForm};
use crate::text::Affixes;

/// «the air force of X destroyed a depot of arms»: does the subject of the clause fly?
fn flies(reading: &Reading<'_>, clause: &Clause) -> bool {
    let air = &reading.knowledge.triggers.lists.air;
    let up = |t: usize| air.longest_at(&reading.text, t).is_some() && !is_air_defence(reading, t);
    clause.subject.iter().any(|&a| reading.actors[a].tokens.clone().any(up))
}

/// Acts told in one breath («shelling and strikes») are one; the first word names the kind.
fn is_absorbed(noun: Noun<'_, '_>) -> bool {
    let Noun { reading, items, i, form, .. } = noun;
    let bombs = |f: Frame| matches!(f, Frame::Strike | Frame::Fight);
    let frame_of = |t: TriggerForm| reading.frame_of(t);
    let strikes = |t: TriggerForm| frame_of(t) == Frame::Strike;
    let answers = noun.clause.resumes.is_some() && i == noun.clause.items.start;
    if form.form != WordForm::Noun || !bombs(frame_of(form)) || answers {
        return false;
    }
    let by_weapon = |n: &Item| n.affixes.has(Affixes::BI) && n.noun_trigger().is_some_and(strikes);
    // «the blast of a car bomb», «an attack with rockets».
    let another = |j: usize| {
        items[j].noun_trigger().is_some_and(strikes) && !(items[j].has_pronoun && by_weapon(&items[i]))
    };
    let of_another = strikes(form) && !items[i].is_joined() && i.checked_sub(1).is_some_and(another);
    // «after the targeting of him with a bomb»: the bomb tells it.
    let of_him = strikes(form) && items[i].has_pronoun && items.get(i + 1).is_some_and(by_weapon);
    let with_arms = frame_of(form) == Frame::Fight && items.get(i + 1).is_some_and(by_weapon);
    // «an attack with ten rockets».
    let counted = |n: &Item| matches!(n.what, What::Number(_)) && is_with(reading, n);
    let with_many = || {
        let arms = items.get(i + 2).is_some_and(|n| n.noun_trigger().is_some_and(strikes));
        arms && items.get(i + 1).is_some_and(counted)
    };
    // «shelling with more than 150 raids»: the raids tell it.
    let raids = |n: &Item| {
        let kind =
            |t: TriggerForm| EventKind::from_word(&reading.knowledge.triggers.all[t.trigger as usize].kind);
        n.noun_trigger().and_then(kind) == Some(EventKind::AirStrike)
    };
    let by_raids = || strikes(form) && with_many() && items.get(i + 2).is_some_and(raids);
    let with_arms = with_arms || frame_of(form) == Frame::Fight && with_many() || by_raids();
    // «three launchers of rockets»: a thing, no bombing.
    let of_arms = strikes(form)
        && !items[i].is_joined()
        && i.checked_sub(1).is_some_and(|j| {
            let word = &items[j];
            // «a drone carried out a raid»: what flies is no store of raids.
            let triggers = &reading.knowledge.triggers;
            let holds = triggers.lists.arms.longest_at(&reading.text, word.from).is_some()
                || triggers.lists.missiles.longest_at(&reading.text, items[i].from).is_some();
            let arms = holds && is_arms(reading, word);
            matches!(word.what, What::Word) && arms && !reading.text.is_definite(word.from)
        });
    if of_another || of_him || with_arms || of_arms {
        return true;
    }
    if !items[i].is_joined() {
        return false;
    }
    // «targeted X with shells and rockets».
    let targeted = items[i.saturating_sub(8)..i]
        .iter()
        .any(|b| b.noun_trigger().is_none() && b.verb_trigger().is_some_and(|(t, _)| strikes(t)));
    let before = items[i.saturating_sub(3)..i].iter().rev();
    before
        .take_while(|b| {
            let with = b.affixes.has(Affixes::BI) && b.noun_trigger().is_some_and(strikes);
            matches!(b.what, What::Word | What::Known) && (b.prep().is_none() || (with && targeted))
        })
        .any(|b| b.noun_trigger().is_some_and(|t| bombs(frame_of(t))))
}

/// «regained control of»: the noun is the object of a verb of its own family and tells nothing more.
fn is_object_of_its_like(noun: Noun<'_, '_>) -> bool {
    let Noun { reading, items, clause, i, form } = noun;
    let frame = reading.frame_of(form);
    if is_lost(reading, items, i, frame) || is_wrecked_with(noun) {
        return true;
    }
    let Some(verb) = clause.finite.filter(|f| f.item < i) else { return false };
    let Some(governor) = verb.trigger.map(|t| reading.frame_of(t)) else { return false };
    let near = (verb.item + 1..i).all(|j| !matches!(items[j].what, What::Place(_) | What::Comma));
    let takes = |f: Frame| matches!(f, Frame::Take | Frame::Lose);
    let with = items[i].affixes.has(Affixes::BI)
        || is_with(reading, &items[i - 1])
        || super::weapon::is_with_figure(reading, items, i);
    let instrument = frame == Frame::Strike && with && (governor == frame || wrecks_with(noun, &verb));
    // «concluded with X in Y an understanding»: the noun that the verb needs.
    let needed = verb.trigger.is_some_and(|t| t.need.is_some());
    // «signed an agreement on a ceasefire in X»: what it is about.
    let of_deal = || {
        let deal = |n: &Item| n.noun_trigger().is_some_and(|t| reading.frame_of(t) == Frame::Deal);
        items[i].affixes.has(Affixes::LI) && deal(&items[i - 1])
    };
    let object = is_object_form(reading, &items[i]) || of_deal();
    let deals = frame == Frame::Deal && governor == frame && needed && object;
    // «hit reinforcements of X on the road»: what is hit is not sent.
    let bare = items[i].prep().is_none() && items[i - 1].prep().is_none() && !items[i].is_joined();
    let hit = frame == Frame::Send && governor == Frame::Strike && (i == verb.item + 1 || near && bare);
    // «agreed to the proposal of a truce»: the consent is told, and no truce.
    let accepted = frame == Frame::Deal && governor == Frame::Appoint && needed;
    // «set up earthworks»: what was set up tells no more.
    let built = needed && near && !items[i].is_joined() && is_same_kind(reading, form, verb.trigger);
    // «kept its control of X»: nothing changes hands.
    let kept = frame == Frame::Take && needed && near && holds_out(reading, verb.trigger);
    // «decided the battle of X»: the battle is what was decided.
    let decided = frame == Frame::Fight && governor == Frame::Take && needed && near;
    instrument
        || hit
        || deals
        || accepted
        || decided
        || built
        || kept
        || near
            && ((takes(frame) && takes(governor))
                || (matches!(frame, Frame::Strike | Frame::Fight)
                    && governor == Frame::Strike
                    && i == noun_behind(reading, items, verb.item)
                    && items[i].proclitic().is_none()))
}

/// «the loss by his forces of control of X»: the noun of losing tells it; only its loser may stand between.
fn is_lost(reading: &Reading<'_>, items: &[Item], i: usize, frame: Frame) -> bool {
    let loses = |t: TriggerForm| reading.frame_of(t) == Frame::Lose;
    let mut before = items[..i].iter().rev().skip_while(|b| matches!(b.what, What::Actor(_)));
    frame == Frame::Take
        && !items[i].is_joined()
        && before.next().is_some_and(|b| b.noun_trigger().is_some_and(loses))
}

/// Does the item, or the count that it is, begin with «with»?
pub(super) fn is_with(reading: &Reading<'_>, item: &Item) -> bool {
    let counted = matches!(item.what, What::Number(_) | What::Word);
    item.affixes.has(Affixes::BI) || (counted && reading.text.fold_at(item.from).starts_with('\u{628}'))
}

/// «repelled an attack»: what is repelled is part of the defence, unless it is bombing.
fn is_repelled(noun: Noun<'_, '_>) -> bool {
    const REACH: usize = 6;
    let Noun { reading, items, clause, i, form } = noun;
    let trigger = &reading.knowledge.triggers.all[form.trigger as usize];
    let attacks = matches!(trigger.frame, Frame::Fight | Frame::Enter)
        || (trigger.frame == Frame::Strike && trigger.kind == "attack");
    let repels = |t: TriggerForm| reading.frame_of(t) == Frame::Repel;
    let verb = clause.finite.filter(|f| f.item < i && i - f.item <= REACH);
    let noun = items[i.saturating_sub(3)..i].iter().any(|b| b.noun_trigger().is_some_and(repels));
    // «shot down a missile that X had launched»: the launching by X is told too.
    let by = |n: &Item| n.actor().is_some_and(|a| reading.actors[a].class != ActorClass::Civilians);
    let shots = trigger.frame == Frame::Strike && !items[i + 1..clause.items.end].iter().take(REACH).any(by);
    let next = items[clause.items.end..].iter().take(REACH).any(by);
    let at_place = items.get(i + 1).is_some_and(|n| n.is_cue(Cue::Prep(Prep::On)));
    let shots = shots && !next && !at_place;
    (attacks || shots) && (noun || verb.and_then(|f| f.trigger).is_some_and(repels))
}

/// Is it the word for the last of many?
fn is_last(reading: &Reading<'_>, item: &Item) -> bool {
    const LAST: &str = "\u{627}\u{62E}\u{631}";
    (item.from..item.to).any(|i| reading.text.fold_at(i) == LAST)
}

/// A noun of control is a state («under the control of») unless a verb of becoming carries it.
fn is_bare_state(noun: Noun<'_, '_>) -> bool {
    let Noun { reading, items, clause, i, form } = noun;
    let trigger = &reading.knowledge.triggers.all[form.trigger as usize];
    let a = items[i].affixes;
    let one = items[i].to - items[i].from == 1; // «laying hands on» is a deed
    let to_control = one && trigger.is_state && a.has(Affixes::LI) && !a.has(Affixes::AL);
    let from_control = one
        && trigger.is_state
        && i.checked_sub(1).is_some_and(|j| items[j].is_cue(Cue::Prep(Prep::From)) && !a.has(Affixes::AL));
    // «tell of the control of X over Y» is a deed too.
    let of = i.checked_sub(1).is_some_and(|j| items[j].is_cue(Cue::Quoted));
    let on = |w: &[Item]| w[0].is_cue(Cue::Prep(Prep::On)) && matches!(w[1].what, What::Place(_));
    let over = of && items[i + 1..].windows(2).take(5).any(on);
    let follows_date = i.checked_sub(1).is_some_and(|j| is_long_span(reading, &items[j]));
    let there = items[i + 1..].iter().take(3).any(|n| n.is_cue(Cue::There));
    // «the forces of operation "X"» are a side.
    let of_side = i.checked_sub(1).is_some_and(|j| match items[j].what {
        What::Actor(a) => {
            let hit = &reading.actors[a];
            let bare = hit.tokens.len() == 1 && !reading.text.is_definite(hit.tokens.start);
            hit.is_common_noun && bare
        }
        _ => false,
    });
    let unnamed = trigger.needs_name
        && (of_side || !(is_named(reading, items, i) || is_launched_by_force(reading, items, clause, i)));
    let near = match trigger.frame {
        Frame::Enter => has_come_near(items, clause, i),
        Frame::Take | Frame::Lose => {
            trigger.needs_became
                && (is_now_held(reading, items, clause, i) || is_declared(items, clause, i).is_some())
        }
        _ => false,
    };
    // «X has become the last town under the control of Y».
    let last = trigger.needs_became && items[clause.items.start..i].iter().any(|n| is_last(reading, n));
    let last = last || trigger.needs_became && stays_held(reading, &items[clause.items.start..i]);
    let near = near && !last;
    let lasted = trigger.is_state && follows_date && there && !a.has(Affixes::AL);
    lasted
        || unnamed
        || (trigger.needs_became && (!clause.has_become() || last) && !near)
        || to_control
        || (from_control && !over)
}

/// «the battle "answer to the aggression"»: the words of the name tell nothing.
fn in_operation(reading: &Reading<'_>, items: &[Item], i: usize) -> bool {
    const LONGEST: usize = 3;
    let from = i.saturating_sub(LONGEST);
    let opens = (from..i).rev().find(|&j| items[j].what == What::Quote);
    let noun = opens.and_then(|j| j.checked_sub(1)).and_then(|j| items[j].noun_trigger());
    noun.is_some_and(|t| reading.frame_of(t) == Frame::Fight)
        && items[i + 1..].iter().take(LONGEST).any(|n| n.what == What::Quote)
}

/// Does a name follow: one in quotation marks, or a side's that is no word for people?
fn is_named(reading: &Reading<'_>, items: &[Item], i: usize) -> bool {
    // «announced "the end of the operation"»: that mark closes.
    let opens = || items[..i].iter().filter(|n| n.what == What::Quote).count() % 2 == 0;
    items.get(i + 1).is_some_and(|next| match next.what {
        What::Quote => opens(),
        What::Known => next.noun_trigger().is_some_and(|t| reading.frame_of(t) == Frame::Take),
        What::Actor(a) => {
            let hit = &reading.actors[a];
            let head = reading.knowledge.actors.words.longest_at(&reading.text, hit.tokens.start);
            let of_people = head.is_some_and(|m| m.value.head.is_some());
            let armed = hit.class == ActorClass::Armed;
            armed && !next.affixes.has_any(Affixes::WA.with(Affixes::LI)) && !hit.is_common_noun && !of_people
        }
        _ => false,
    })
}

/// «the hospital of the Return»: a word after which a name follows.
pub(super) fn is_landmark(reading: &Reading<'_>, item: &Item) -> bool {
    item.what == What::Word && opens_landmark(reading, item.from)
}

/// Is token `at` a word for a landmark, without its article («the hospital of X»)?
pub(in crate::events) fn opens_landmark(reading: &Reading<'_>, at: usize) -> bool {
    let word = reading.knowledge.place_words.words.longest_at(&reading.text, at);
    word.is_some_and(|w| w.value.part == Some(PartKind::Landmark) && !w.affixes.has(Affixes::AL))
}

/// Has the noun the ending of an object («a bombing», indefinite accusative)?
pub(super) fn is_object_form(reading: &Reading<'_>, item: &Item) -> bool {
    const TANWIN: char = '\u{627}';
    !reading.text.is_definite(item.from) && reading.text.fold_at(item.from).ends_with(TANWIN)
}

/// «denied any attack»: the word for whichever there may be.
pub(in crate::events) fn is_any(reading: &Reading<'_>, item: &Item) -> bool {
    const ANY: &str = "\u{627}\u{64A}";
    const PREPOSITIONS: [char; 2] = ['\u{644}', '\u{628}'];
    let word = reading.text.fold_at(item.from);
    word == ANY || word.strip_prefix(PREPOSITIONS) == Some(ANY)
}

/// The trigger of the verb at item `i`; nothing for a state, for what moves or turns without anybody.
fn verb_trigger_at(
    reading: &Reading<'_>,
    items: &[Item],
    clause: &Clause,
    i: usize,
    finite: &Finite,
) -> Option<TriggerForm> {
    let item = &items[i];
    let imperfect = finite.verb.tense == crate::text::inflect::Tense::Imperfect;
    if clause.has_was && imperfect && !goes_on_meanwhile(reading, items, clause, finite) {
        return None;
    }
    let there = items.get(i + 1).is_some_and(|n| n.is_cue(Cue::There));
    let needs = finite.trigger.is_some_and(|t| t.need.is_some());
    let lasts = (is_state(reading, clause, finite) || holds_only(reading, items, i, finite)) && !needs;
    let state = lasts
        && !has_held_since(reading, items, clause, i)
        && !took_on_day(reading, items, clause, i)
        && !claims_to_hold(reading, items, clause, finite);
    if state && (there || !reading.text_is_headline(item.from)) {
        return None;
    }
    if is_said_of_fight(reading, items, clause, i, finite) {
        return None;
    }
    // «the bridge that joins X with Y»: nobody arrives there.
    let on_road = |n: &Item| matches!(n.what, What::Place(p) if reading.places[p].is_road);
    let joins = || reading.knowledge.place_words.words.longest_at(&reading.text, item.from);
    // «a strip that joins X and Y»
    let between = |n: &Item| n.is_cue(Cue::Prep(Prep::Between)) && !n.has_pronoun;
    if items.get(i + 1).is_some_and(|n| on_road(n) || between(n))
        && joins().is_some_and(|m| m.value.neighbour)
    {
        return None;
    }
    // «the scales turned»: what turns is nobody.
    let routs = finite.trigger.is_some_and(|t| reading.frame_of(t) == Frame::Rout);
    let thing = |n: &Item| matches!(n.what, What::Word) && reading.text.is_definite(n.from);
    if routs && clause.subject.is_empty() && items.get(i + 1).is_some_and(thing) {
        return None;
    }
    if hits_only(reading, items, clause, i, finite) {
        return None;
    }
    let wrecks = finite.trigger.is_some_and(|t| wrecks_arms(reading, items, i, t));
    // «we shelled X»: told of a side only when it is known who speaks.
    // «our advance will be»: a noun with its pronoun, before its verb.
    let noun = || items.get(i + 1).is_some_and(Item::may_be_verb);
    let ours =
        || tells_of_itself(reading, clause, finite) || tells_of_fighters(reading, items, clause, finite);
    let nobody = finite.verb.is_first_person && (noun() || !ours());
    if nobody
        || stops_it(reading, item, finite)
        || wrecks
            && !flies(reading, clause)
            && !flies_behind(reading, items, i)
            && !tells_of_fight(reading, items, clause, i)
        || bears_flag(reading, items, clause, finite)
        || is_done_by_no_force(reading, items, clause, finite)
        || falls::otherwise(reading, items, i, finite)
        || is_of_other_matter(reading, items, clause, finite)
        || tells_beside(reading, items, clause, finite)
    {
        return None;
    }
    finite.trigger
}

/// «The attack came two days after …»: does a sentence below the first open with a verb of no act and the noun with its
/// article, and then say what that came after? It was told before.
fn is_placed_after(noun: Noun<'_, '_>) -> bool {
    let Noun { reading, items, clause, i, .. } = noun;
    let opens = i == clause.items.start + 1 && clause.items.start == 0 && items[i].affixes == Affixes::AL;
    let below = || reading.sentences.first().is_some_and(|first| items[0].from >= first.tokens.end);
    let came = || items[0].verb_trigger().is_none() && matches!(items[0].what, What::Word | What::Known);
    let after = |n: &Item| match n.what {
        What::Date(d) => matches!(&reading.dates[d].anchor, Some(a) if matches!(a.target, Target::Event(_))),
        _ => n.is_cue(Cue::After) && !n.is_cue(Cue::Since) || n.is_cue(Cue::Answer),
    };
    opens && below() && came() && items.get(i + 1).is_some_and(after)
}

/// A noun at position `i` of its clause, as a form of a trigger.
#[derive(Clone, Copy)]
pub(in crate::events) struct Noun<'s, 'a> {
    pub(in crate::events) reading: &'s Reading<'a>,
    pub(in crate::events) items: &'s [Item],
    pub(in crate::events) clause: &'s Clause,
    pub(in crate::events) i: usize,
    pub(in crate::events) form: TriggerForm,
}

/// Is the noun no trigger where it stands?
fn is_no_trigger(noun: Noun<'_, '_>) -> bool {
    is_of_unit(noun)
        || is_of_title(noun)
        || is_figure(noun)
        || is_met_about(noun)
        || is_judged_upon(noun)
        || is_counted_from(noun)
        || is_named_only(noun)
        || is_spoken_of(noun)
        || is_carried_by(noun)
        || is_absorbed(noun)
        || is_object_of_its_like(noun)
        || is_bare_state(noun)
        || is_repelled(noun)
        || is_protested(noun)
        || is_on_show(noun)
        || is_kept(noun)
        || is_hit(noun)
        || names_site(noun)
        || is_disowned(noun)
        || is_placed_after(noun)
        || brings_down(noun)
        || is_aim_of_fight(noun)
        || is_talked_over(noun)
        || is_taken_house(noun)
        || carries_others(noun)
}

/// The trigger form that item `i` is read as; nothing for a state or a word that is no trigger here.
pub(in crate::events) fn trigger_at(
    reading: &Reading<'_>,
    items: &[Item],
    clause: &Clause,
    i: usize,
) -> Option<TriggerForm> {
    let item = &items[i];
    let verb = finite_at(items, i).filter(|f| f.trigger.is_some());
    if let Some(finite) = verb {
        return verb_trigger_at(reading, items, clause, i, &finite);
    }
    let form = item.noun_trigger()?;
    let noun = Noun { reading, items, clause, i, form };
    let skipped = is_no_trigger(noun)
        || wrecks_arms(reading, items, i, form) && !tells_of_fight(reading, items, clause, i)
        || in_operation(reading, items, i);
    (!skipped).then_some(form)
}

/// Does another act carry this one: its aim, its manner, what it came near to?
fn is_carried_by(noun: Noun<'_, '_>) -> bool {
    let Noun { reading, items, clause, i, form } = noun;
    let frame = reading.frame_of(form);
    let before = i.checked_sub(1).map(|j| &items[j]);
    // «the front leads the offensive»: what goes on all the while is described, not told.
    let leads = frame == Frame::Fight
        && items[i].affixes.has(Affixes::AL)
        && clause.finite.is_some_and(|f| {
            let now = f.verb.tense == crate::text::inflect::Tense::Imperfect;
            f.item + 1 == i && now && f.cue == Some(Cue::Light)
        })
        && items.get(i + 1).is_some_and(|n| matches!(n.what, What::Actor(_)));
    // «the battle to free X»: its aim; «the attack ended with the capture of X» is its outcome.
    // «has come, after battles, under the control of X»: what it has become.
    let is_aim = frame == Frame::Take
        && !reading.knowledge.triggers.all[usize::from(form.trigger)].needs_became
        && !items[i].affixes.has(Affixes::BI)
        && before.is_some_and(|b| b.noun_trigger().is_some_and(|t| reading.frame_of(t) == Frame::Fight));
    // «came near to taking X».
    let comes_near = frame == Frame::Take
        && before.is_some_and(|b| b.is_cue(Cue::Prep(Prep::From)))
        && clause.finite.and_then(|f| f.trigger).is_some_and(|t| reading.frame_of(t) == Frame::Enter);
    // «raided X, hitting the houses»: the participle goes on with the raid.
    let raid = |b: &Item| {
        let trigger = b.noun_trigger().or(b.verb_trigger().map(|(t, _)| t));
        trigger.is_some_and(|t| reading.frame_of(t) == Frame::Strike)
    };
    let goes_on = form.form == WordForm::Participle
        && frame == Frame::Strike
        && items[clause.items.start..i].iter().any(raid);
    // «X and Y exchanged control of Z»: they fight for it, and neither took it.
    let exchanged = frame == Frame::Take
        && clause.finite.and_then(|f| f.trigger).is_some_and(|t| {
            let needs = &reading.knowledge.triggers.needs;
            let own = |n: u16| needs[usize::from(n)].any.stands_at(&reading.text, items[i].from);
            reading.frame_of(t) == Frame::Fight && t.need.is_some_and(own)
        });
    leads || is_aim || comes_near || goes_on || exchanged
}
