//! What a count beside a word of harm counts: persons, or the arms, vehicles and strikes that harm them.

use super::toll::TollHit;
use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::{ActorClass, ActorHit, NumberHit, Reading};
use crate::events::{EventKind, TollWho};
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::time::TimeWord;
use crate::knowledge::tolls::TollWord;
use crate::knowledge::triggers::{Frame, TriggerForm, WordForm};
use crate::text::numbers::NumberWord;
use crate::text::{AND, Affixes, Lexicon, TokenKind};

/// «two raids», «three shells», «two car bombs», «two sites»: does `number`, with `at` behind it, count things?
pub(super) fn is_of_things(reading: &Reading<'_>, number: NumberHit, at: usize) -> bool {
    let dual = |i: usize| {
        let word = reading.knowledge.numbers.lexicon.longest_at(&reading.text, i);
        word.is_some_and(|m| *m.value == NumberWord::Dual)
    };
    if number.to == number.from + 1 && dual(number.from) {
        return !is_person(reading, number.from);
    }
    is_thing(reading, at)
}

/// Is the verb in the plural, so that those whom it tells of stand before it?
pub(super) fn is_of_many(verb: &str) -> bool {
    verb.ends_with("\u{648}\u{627}")
}

/// «from one family»: does the number only say that the noun before it is one and the same?
pub(super) fn is_the_same(reading: &Reading<'_>, number: NumberHit) -> bool {
    let Some(of) = number.from.checked_sub(2) else { return false };
    let one =
        number.low == 1 && number.high == Some(1) && reading.text.tokens[number.from].kind == TokenKind::Word;
    let from = |i: usize| {
        let word = reading.knowledge.tolls.lexicon.longest_at(&reading.text, i);
        word.is_some_and(|m| *m.value == TollWord::InRanks)
    };
    one && from(of)
}

/// «two civilians, two»: does a word for two only stand behind the noun in the dual that it counts?
pub(super) fn is_told_in_dual(reading: &Reading<'_>, number: NumberHit) -> bool {
    let two = |n: &NumberHit| n.low == 2 && n.high == Some(2);
    let word = reading.text.tokens[number.from].kind == TokenKind::Word && number.to == number.from + 1;
    let before = reading.numbers.partition_point(|n| n.from < number.from).checked_sub(1);
    let dual = before.map(|i| reading.numbers[i]).filter(|n| two(n) && n.to == number.from);
    word && two(&number) && dual.is_some_and(|n| is_person(reading, n.from))
}

/// Does a word for those who are missing, displaced, arrested or sent stand at token `at`, so that the count behind it
/// is of them?
pub(super) fn is_of_unhurt(reading: &Reading<'_>, at: usize) -> bool {
    let word = reading.knowledge.tolls.lexicon.longest_at(&reading.text, at);
    match word {
        Some(m) => matches!(m.value, TollWord::Unhurt | TollWord::Lose),
        None => {
            reading.knowledge.triggers.of_frame_at(&reading.text, at, Frame::Hold) == Some(1)
                || is_damage(reading, at)
        }
    }
}

/// «fourteen bodies arrived», where prisoners may arrive too: does `number`, without the article, count the dead
/// or the wounded?
pub(super) fn is_of_harmed(reading: &Reading<'_>, number: NumberHit) -> bool {
    let word = reading.knowledge.tolls.lexicon.longest_at(&reading.text, number.to);
    !reading.text.is_definite(number.from)
        && word.is_some_and(|m| matches!(m.value, TollWord::KilledNoun | TollWord::WoundedNoun))
}

/// «and the destruction of ten houses»: does a noun of damage that is no place stand at token `at`, right before a count?
fn is_damage(reading: &Reading<'_>, at: usize) -> bool {
    let place = reading.places.partition_point(|p| p.tokens.end <= at);
    let in_place = reading.places.get(place).is_some_and(|p| p.tokens.start <= at);
    let found = reading.knowledge.triggers.lexicon.longest_at(&reading.text, at);
    let noun = |t: &TriggerForm| t.form == WordForm::Noun && reading.frame_of(*t) == Frame::Damage;
    !in_place && found.is_some_and(|m| m.n_tokens == 1 && !m.pronoun && m.value.iter().any(noun))
}

/// Does a word of harm, for persons or for the dead, stand at token `at`?
fn is_person(reading: &Reading<'_>, at: usize) -> bool {
    let word = reading.knowledge.tolls.lexicon.longest_at(&reading.text, at);
    word.is_some_and(|m| {
        !matches!(m.value, TollWord::Unhurt | TollWord::Lose | TollWord::Sum | TollWord::Fall)
    })
}

/// Does a word for arms or vehicles stand at token `at`?
pub(super) fn is_arms(reading: &Reading<'_>, at: usize) -> bool {
    reading.knowledge.triggers.lists.arms.longest_at(&reading.text, at).is_some()
}

/// Does a word for a strike, arms or an aircraft stand at token `at`?
pub(super) fn is_thing(reading: &Reading<'_>, at: usize) -> bool {
    let (text, triggers) = (&reading.text, &reading.knowledge.triggers);
    if text.tokens.get(at).is_none_or(|t| t.kind == TokenKind::Break) {
        return false;
    }
    // «ten were wounded by a blast»: what has a preposition of its own is not counted.
    let bare = |l: &Lexicon<()>| l.longest_at(text, at).is_some_and(|m| m.affixes.is_empty());
    let strikes = || {
        let found = triggers.lexicon.longest_at(text, at).filter(|m| m.affixes.is_empty());
        let bombs = |t: &TriggerForm| {
            t.form == WordForm::Noun && matches!(reading.frame_of(*t), Frame::Strike | Frame::Fight)
        };
        found.is_some_and(|m| m.value.iter().any(bombs))
    };
    bare(&triggers.lists.arms) || bare(&triggers.lists.air) || strikes()
}

/// «ten were killed and five wounded in the blast of X»: does the noun of the act stand behind a preposition in the next
/// clause, which only counts on?
pub(super) fn goes_on_to_cause(
    reading: &Reading<'_>,
    drafts: &[Draft],
    harm: &Draft,
    cause: &Draft,
    from: usize,
) -> bool {
    const REACH: usize = 8;
    let at = cause.trigger.0;
    if !cause.is_noun || harm.is_noun || cause.clause != harm.clause + 1 || at < from || at > from + REACH {
        return false;
    }
    let by = |p: Prep| matches!(p, Prep::At | Prep::About | Prep::By);
    let within = reading.text.readings_at(at).iter().any(|r| r.affixes.has(Affixes::BI));
    let governed = within
        || at.checked_sub(1).is_some_and(|before| {
            let cues = reading.knowledge.status.lexicon.longest_at(&reading.text, before);
            cues.is_some_and(|m| {
                m.value.iter().any(|c| c.cue == Cue::After || matches!(c.cue, Cue::Prep(p) if by(p)))
            })
        });
    let counts = |d: &Draft| matches!(d.frame, Frame::Harm | Frame::Hold | Frame::Flee);
    let between = |d: &&Draft| d.trigger.0 > harm.trigger.0 && d.trigger.0 < at;
    governed
        && reading.text.tokens[from..at].iter().all(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number))
        && drafts.iter().filter(between).all(counts)
}

/// «ten were killed in raids on X, and three wounded in raids on Y»: does an act with a place of its own stand between
/// the two counts, and a comma?
pub(in crate::events) fn is_of_another(reading: &Reading<'_>, from: usize, to: usize) -> bool {
    let place = reading.places.partition_point(|p| p.tokens.start < from);
    let placed = reading.places.get(place).is_some_and(|p| p.tokens.end <= to);
    placed
        && (from..to).any(|i| reading.text.tokens[i].kind == TokenKind::Mark)
        && (from..to).any(|i| is_thing(reading, i))
}

/// «the shelling of X killed ten, and five died when …»: does the next count stand in a clause of its own, with a word of
/// harm behind the comma?
pub(super) fn counts_anew(reading: &Reading<'_>, toll: &TollHit, next: &TollHit) -> bool {
    let between = toll.to..next.from.max(toll.to);
    between.len() > 1 && between.clone().any(|i| reading.text.tokens[i].kind == TokenKind::Mark) && {
        let harm = reading.knowledge.tolls.lexicon.longest_at(&reading.text, next.from);
        let joined = between.clone().any(|i| reading.says_cue(i, Cue::Contrast));
        joined && harm.is_some_and(|m| matches!(m.value, TollWord::Kill | TollWord::Wound))
    }
}

/// «the mayor and fifteen others», «an officer and two soldiers»: does `number`, joined by «and», go on from the one person
/// whom token `at` names, with nothing but words between?
pub(super) fn adds_to_one(reading: &Reading<'_>, at: usize, number: NumberHit) -> bool {
    const REACH: usize = 11;
    const ALI: &str = "\u{639}\u{644}\u{64a}";
    if number.from <= at || number.from > at + REACH || number.low < 2 {
        return false;
    }
    let and = |i: usize| reading.text.fold_at(i).starts_with(AND);
    let joined = reading.text.readings_at(number.from).iter().any(|r| r.affixes.has(Affixes::WA));
    let apart =
        number.from > at + 1 && reading.text.tokens[number.from - 1].span.len() <= 2 && and(number.from - 1);
    // «a father and his three children», the number behind them.
    let theirs = number.from > at + 1 && {
        let before = number.from - 1;
        let joined = |r: &crate::text::Reading| r.affixes.has(Affixes::WA) && r.affixes.has(Affixes::PRONOUN);
        let person = reading.knowledge.tolls.lexicon.longest_at(&reading.text, before);
        person.is_some_and(|m| is_person_word(*m.value))
            && reading.text.readings_at(before).iter().any(joined)
    };
    let end = number.from - usize::from(apart || theirs);
    let tolls = &reading.knowledge.tolls;
    let plain = |i: usize| {
        let prep = || {
            let cues = reading.knowledge.status.lexicon.longest_at(&reading.text, i);
            cues.is_some_and(|m| m.value.iter().any(|c| matches!(c.cue, Cue::Prep(_)) || c.verb.is_some()))
        };
        let token = &reading.text.tokens[i];
        // The name Ali folds like «on».
        let prep = || token.span.of(reading.text.source) != ALI && prep();
        let counts = tolls.lexicon.longest_at(&reading.text, i).is_some_and(|m| !is_person_word(*m.value));
        token.kind == TokenKind::Word && (in_name(reading, i) || !and(i) && !counts && !prep())
    };
    let one = tolls.ones.longest_at(&reading.text, at).is_some_and(|m| m.affixes.is_empty() && !m.pronoun);
    (joined || apart || theirs) && (one || is_somebody(reading, at)) && (at + 1..end).all(plain)
}

/// Does «and» join `number` right to what ends before token `from`?
pub(super) fn is_joined(reading: &Reading<'_>, from: usize, number: NumberHit) -> bool {
    let joined = reading.text.readings_at(number.from).iter().any(|r| r.affixes.has(Affixes::WA));
    let and = |i: usize| reading.text.tokens[i].span.len() <= 2 && reading.text.fold_at(i).starts_with(AND);
    from == number.from && joined || from + 1 == number.from && and(from)
}

/// «three children and two women»: does the next count, a dual or a number of persons, add to the one that ends before
/// token `from`?
pub(super) fn adds_on(reading: &Reading<'_>, from: usize, number: NumberHit) -> bool {
    from > 0 && is_joined(reading, from, number) && is_person(reading, from - 1) && {
        let word = reading.knowledge.tolls.lexicon.longest_at(&reading.text, from - 1);
        word.is_some_and(|m| is_person_word(*m.value))
    }
}

/// «12 of the army and eight of the rebels»: does «and» join `number` to the side of those counted before token `from`,
/// and does token `at` name another side?
pub(super) fn goes_on_with(reading: &Reading<'_>, from: usize, number: NumberHit, at: usize) -> bool {
    const PREPOSITION: usize = 2;
    let armed = |a: &ActorHit| a.class == ActorClass::Armed && a.faction.is_some();
    let first = reading.actors.partition_point(|a| a.tokens.start < at);
    let Some(next) = reading.actors.get(first).filter(|a| a.tokens.start == at && armed(a)) else {
        return false;
    };
    // «73 X and eleven of the army», of whom no list knows a noun.
    if is_joined(reading, from, number) || is_joined(reading, from + 1, number) {
        return true;
    }
    let before = first.checked_sub(1).map(|i| &reading.actors[i]);
    before.is_some_and(|b| {
        let side = b.tokens.start <= from + PREPOSITION && armed(b) && b.name != next.name;
        let comma = reading.text.tokens[b.tokens.end].kind == TokenKind::Mark;
        side && is_joined(reading, b.tokens.end + usize::from(comma), number)
    })
}

/// Does token `i` stand in the name of a person?
fn in_name(reading: &Reading<'_>, i: usize) -> bool {
    let next = reading.actors.partition_point(|a| a.tokens.end <= i);
    reading.actors.get(next).is_some_and(|a| a.tokens.start <= i && a.class == ActorClass::Person)
}

/// «that an American soldier was killed»: the one person between «that» and the verb of harm at token `at`.
pub(super) fn one_behind_that(reading: &Reading<'_>, at: usize) -> Option<(usize, Option<TollWho>)> {
    const ADJECTIVES: usize = 2;
    const ACCUSATIVE: char = '\u{627}';
    let that = |i: usize| {
        let cues = reading.knowledge.status.lexicon.longest_at(&reading.text, i);
        cues.is_some_and(|m| m.n_tokens == 1 && m.value.iter().any(|c| c.cue == Cue::That))
    };
    let tolls = &reading.knowledge.tolls;
    let one = |i: usize| {
        let word = tolls.lexicon.longest_at(&reading.text, i).filter(|m| m.affixes.is_empty());
        let word = word.map(|m| *m.value).filter(|w| is_person_word(*w));
        let accusative = word.is_some() && reading.text.fold_at(i).ends_with(ACCUSATIVE);
        let bare = tolls.ones.longest_at(&reading.text, i).is_some_and(|m| m.affixes.is_empty());
        (accusative || bare).then_some(match word {
            Some(TollWord::Soldiers) => Some(TollWho::Soldiers),
            Some(TollWord::Fighters) => Some(TollWho::Fighters),
            Some(TollWord::Civilians) => Some(TollWho::Civilians),
            _ => None,
        })
    };
    let from = at.saturating_sub(ADJECTIVES + 1);
    (from..at).rev().filter(|&i| i > 0 && that(i - 1)).find_map(|i| Some((i, one(i)?)))
}

/// «the killing of the child Ahmad», «the commander X was killed»: does the word for one person at token `at` say which, or
/// does an office or a name of one stand there?
pub(super) fn is_known_one(reading: &Reading<'_>, at: usize) -> bool {
    let one = reading.knowledge.tolls.ones.longest_at(&reading.text, at);
    let next = reading.places.partition_point(|p| p.tokens.end <= at);
    let in_place = reading.places.get(next).is_some_and(|p| p.tokens.start <= at);
    !in_place && (one.is_some_and(|m| m.affixes == Affixes::AL && !m.pronoun) || is_somebody(reading, at))
}

/// Does a name or an office of one person begin at token `at`?
fn is_somebody(reading: &Reading<'_>, at: usize) -> bool {
    let i = reading.actors.partition_point(|a| a.tokens.start < at);
    let actor = reading.actors.get(i).filter(|a| a.tokens.start == at);
    let office = || {
        reading
            .knowledge
            .tolls
            .offices
            .longest_at(&reading.text, at)
            .is_some_and(|m| m.affixes.is_empty() || m.affixes == Affixes::AL)
    };
    actor.is_some_and(|a| a.class == ActorClass::Person) || office()
}

/// Is it a word for persons, and not one for harm?
pub(in crate::events) fn is_person_word(word: TollWord) -> bool {
    matches!(word, TollWord::Civilians | TollWord::Fighters | TollWord::Soldiers | TollWord::Persons)
}

/// Does «the toll» or «the number of the dead» stand at token `at`?
pub(super) fn is_sum_word(reading: &Reading<'_>, at: usize) -> bool {
    let word = reading.knowledge.tolls.lexicon.longest_at(&reading.text, at);
    word.is_some_and(|m| matches!(m.value, TollWord::Sum | TollWord::SumOfDead))
}

/// «the number of the dead of the shelling of X rose to ten»: does the sum count the dead of one strike, with its place
/// told before the count?
pub(super) fn is_sum_of_strike(reading: &Reading<'_>, act: &Draft, toll: &TollHit) -> bool {
    const NEAR: usize = 3;
    const FAR: usize = 6;
    let at = act.trigger.0;
    // «the toll of the clashes that broke out in X on Saturday»: of one day, and of no war.
    let of_day =
        |d: usize| (at..toll.to).contains(&reading.dates[d].tokens.start) && !reading.dates[d].is_since;
    // An offensive on a part of the country goes on, whatever day it began.
    let wide = |p: &usize| reading.places[*p].kind.is_area();
    let fights = act.kind == EventKind::Clash
        && act.is_definite
        && !act.places.iter().any(wide)
        && act.date.is_some_and(of_day);
    let sums = |i: usize, of_it: bool| {
        let word = reading.knowledge.tolls.lexicon.longest_at(&reading.text, i);
        word.is_some_and(|m| *m.value == TollWord::SumOfDead || of_it && *m.value == TollWord::Sum)
    };
    let raids = act.frame == Frame::Strike && act.is_noun;
    // «the number of those killed by the massacre that X carried out in Y rose to 35», with the number first.
    let near = (toll.to..=toll.to + FAR).contains(&at);
    let first = raids && near && (toll.to.saturating_sub(FAR)..at).any(|i| sums(i, false));
    let within = |p: &usize| (at..toll.to).contains(&reading.places[*p].tokens.start);
    let behind = (raids || fights && act.is_noun)
        && at < toll.to
        && act.places.iter().any(within)
        // «the toll of the air raid».
        && (at.saturating_sub(NEAR)..at).any(|i| sums(i, fights || i + 1 == at));
    behind || first && !act.places.is_empty()
}

/// «three of the heads of X»: does «of» stand at token `at`, and a word behind it?
pub(super) fn is_of_group(reading: &Reading<'_>, at: usize) -> bool {
    let of = reading.knowledge.tolls.lexicon.longest_at(&reading.text, at);
    let word = reading.text.tokens.get(at + 1).is_some_and(|t| t.kind == TokenKind::Word);
    word && of.is_some_and(|m| *m.value == TollWord::InRanks && m.n_tokens == 1)
}

/// Where the armed side ends that «of» at token `at` takes a count from.
pub(super) fn end_of_force(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let of = reading.knowledge.tolls.lexicon.longest_at(&reading.text, at);
    let start = at + of.filter(|m| *m.value == TollWord::InRanks)?.n_tokens;
    // «of the forces of X» is one word for «in the ranks of», and begins the name.
    let i = reading.actors.partition_point(|a| a.tokens.start <= at);
    let actor = reading.actors.get(i).filter(|a| a.tokens.start <= start)?;
    (actor.class == ActorClass::Armed).then_some(actor.tokens.end)
}

/// Does a verb of result stand in the few tokens before `from`, or at it, a source between commas left out?
pub(super) fn follows_result(reading: &Reading<'_>, from: usize) -> bool {
    const ASIDE: usize = 10;
    let comma = |i: &usize| reading.text.tokens[*i].kind == TokenKind::Mark;
    let close = from.checked_sub(1).filter(comma);
    let open = close.and_then(|close| (close.saturating_sub(ASIDE)..close).rev().find(comma));
    // «left, according to X, 250 dead».
    let from = open.filter(|open| reading.says_cue(open + 1, Cue::According)).unwrap_or(from);
    (from.saturating_sub(4)..=from).any(|i| reading.says_cue(i, Cue::Result))
}

/// «the deal provides for the exit of 100 fighters», with a verb that also tells of dying: does «by» with a noun of leaving
/// or freeing stand behind the word at token `at`?
pub(super) fn is_stipulated(reading: &Reading<'_>, at: usize) -> bool {
    const NEAR: usize = 2;
    const FRAMES: [Frame; 4] = [Frame::Leave, Frame::Flee, Frame::Send, Frame::Hold];
    let tokens = &reading.text.tokens;
    let by = |i: &usize| reading.text.readings_at(*i).iter().any(|r| r.affixes.has(Affixes::BI));
    let behind = (at + 1..tokens.len().min(at + 1 + NEAR)).take_while(|&i| tokens[i].kind == TokenKind::Word);
    let moves = |i: usize| {
        FRAMES.iter().any(|f| reading.knowledge.triggers.of_frame_at(&reading.text, i, *f).is_some())
    };
    behind.filter(by).any(moves)
}

/// «more than 30 Yemenis were killed»: is the word at `at` followed by a verb of harm in the plural, which only
/// persons take?
pub(super) fn is_harmed_behind(reading: &Reading<'_>, at: usize) -> bool {
    let text = &reading.text;
    let word = text.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Word);
    let harm = |m: &TollWord| matches!(m, TollWord::Kill | TollWord::Wound);
    let found = || reading.knowledge.tolls.lexicon.longest_at(text, at + 1);
    word && is_of_many(text.fold_at(at + 1)) && found().is_some_and(|m| harm(m.value))
}

/// «and that seven were hurt»: does a verb of harm in the plural stand at token `at`, right behind a bare count?
pub(super) fn is_harmed_next(reading: &Reading<'_>, at: usize) -> bool {
    let text = &reading.text;
    let harm = |m: &TollWord| matches!(m, TollWord::Kill | TollWord::Wound);
    text.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Word)
        && is_of_many(text.fold_at(at))
        && reading.knowledge.tolls.lexicon.longest_at(text, at).is_some_and(|m| harm(m.value))
}

/// Does a unit of time stand at token `at` («spent three years in …»)?
pub(super) fn is_of_time(reading: &Reading<'_>, at: usize) -> bool {
    let unit = reading.knowledge.time.lexicon.longest_at(&reading.text, at);
    unit.is_some_and(|m| m.affixes.is_empty() && matches!(m.value, TimeWord::Unit(..)))
}
