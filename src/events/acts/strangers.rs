//! «the planes bombed the forces of X», «a force arrested at dawn the minister»: nobody known acts on somebody named.

use super::draft::Scope;
use crate::events::clauses::clause::{Clause, Finite};
use crate::events::clauses::item::{Item, What};
use crate::events::clauses::subject::is_accusative;
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::knowledge::status::{Cue, Prep, Speech};
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;

/// Is the actor behind the verb at item `verb` acted upon, by whoever the words before it name?
pub(in crate::events) fn act_on_named(
    reading: &Reading<'_>,
    items: &[Item],
    clause: &Clause,
    verb: usize,
) -> bool {
    const WORDS: usize = 4;
    if accuses_named(reading, items, clause, verb) {
        return true;
    }
    let frame = items[verb].verb_trigger().map(|(t, _)| reading.frame_of(t));
    if storms_seat(reading, items, clause, verb) {
        return true;
    }
    if !matches!(frame, Some(Frame::Strike | Frame::Fight | Frame::Hold)) || items[verb].has_pronoun {
        return false;
    }
    let end = clause.items.end.min(verb + 2 + WORDS);
    let passed = |i: &Item| matches!(i.what, What::Word | What::Date(_)) || i.is_cue(Cue::VaguePlace);
    let Some(at) = (verb + 1..end).find(|&i| !passed(&items[i])) else { return false };
    let What::Actor(a) = items[at].what else { return false };
    let words = &items[verb + 1..at];
    // «hit the positions of X».
    let positions = words.last().is_some_and(|w| w.is_cue(Cue::VaguePlace)) && frame == Some(Frame::Strike);
    if positions && items[at].proclitic().is_none() {
        // «and hit positions of X»: with nobody between, whoever acts was named before.
        return words.len() > 1 || !items[verb].is_joined();
    }
    let [first, .., last] = words else {
        return words.first().is_some_and(|w| is_strange(reading, w) && is_object(reading, &items[at], a, w));
    };
    let dated =
        matches!(last.what, What::Date(_)) && words[..words.len() - 1].iter().all(|w| w.what == What::Word);
    let nominative = reading.is_nominative_plural(items[at].from) || reading.actors[a].is_anonymous;
    let day = dated
        && !nominative
        && items[at].affixes.is_empty()
        && reading.actors[a].class != ActorClass::Civilians;
    is_strange(reading, first) && (day || is_object(reading, &items[at], a, last))
}

/// «a force of (the) X stormed the seat of Y»: a bare noun behind one with the article opens the object, whose Y is.
fn storms_seat(reading: &Reading<'_>, items: &[Item], clause: &Clause, verb: usize) -> bool {
    const WORDS: usize = 5;
    let frame = items[verb].verb_trigger().map(|(t, _)| reading.frame_of(t));
    let acts = matches!(frame, Some(Frame::Strike | Frame::Fight | Frame::Hold | Frame::Enter));
    let rest = items.get(verb + 1..clause.items.end).unwrap_or_default();
    let passed = |i: &&Item| i.what == What::Word || i.is_cue(Cue::Prep(Prep::From)) && !i.has_pronoun;
    let n = rest.iter().take(WORDS).take_while(passed).count();
    let [first, .., before, seat] = &rest[..n] else { return false };
    let actor = rest.get(n).is_some_and(|a| matches!(a.what, What::Actor(_)) && a.affixes.is_empty());
    let definite = |i: &Item| i.what == What::Word && reading.text.is_definite(i.from);
    acts && actor
        && !items[verb].has_pronoun
        && is_strange(reading, first)
        && definite(before)
        && seat.what == What::Word
        && seat.affixes.is_empty()
        && !reading.text.is_definite(seat.from)
}

/// Is it a noun that may be the subject: no object in the accusative, nothing joined?
fn is_strange(reading: &Reading<'_>, item: &Item) -> bool {
    let plain = item.affixes.is_empty() || item.affixes == Affixes::AL;
    item.what == What::Word && plain && !is_accusative(reading, item)
}

/// Is the actor no genitive of the word before it, which has the article, and no name of whom that word means?
fn is_object(reading: &Reading<'_>, item: &Item, actor: usize, before: &Item) -> bool {
    let hit = &reading.actors[actor];
    let definite = |i: &Item| reading.text.is_definite(i.from);
    let construct = hit.is_common_noun && hit.tokens.len() > 1 && !definite(item);
    let armed = matches!(hit.class, ActorClass::Armed | ActorClass::State);
    before.what == What::Word && definite(before) && item.affixes.is_empty() && construct && armed
}

/// «X attacked a post, and the police withstood it»: a noun that no list knows stands behind a verb of repelling and the
/// pronoun of whom it repels, who is no doer of it.
pub(in crate::events) fn repelled_by_unknown(
    reading: &Reading<'_>,
    items: &[Item],
    clause: &Clause,
    verb: usize,
) -> bool {
    let repels = reading.repels(&items[verb]);
    let rest = items.get(verb + 1..clause.items.end).unwrap_or_default();
    let noun = match rest {
        [him, noun, ..] if him.has_pronoun || is_to_him(reading, him) => noun,
        [noun, ..] if items[verb].has_pronoun => noun,
        _ => return false,
    };
    repels && noun.what == What::Word && noun.affixes.is_empty() && reading.text.is_definite(noun.from)
}

/// Is it «to him», «to them»?
fn is_to_him(reading: &Reading<'_>, item: &Item) -> bool {
    const TO: char = '\u{644}';
    const THEM: [&str; 3] = ["\u{647}", "\u{647}\u{627}", "\u{647}\u{645}"];
    reading.text.fold_at(item.from).strip_prefix(TO).is_some_and(|them| THEM.contains(&them))
}

/// «the network of the doctors of X accused Y of»: the last one named before the deed, with no word that governs it,
/// else the first one.
pub(in crate::events) fn who_is_accused(
    scope: Scope<'_, '_>,
    item: usize,
    governor: Finite,
    subject: &[usize],
) -> Option<usize> {
    let from = governor.item + 1;
    let named = |i: &usize| match scope.items[*i].what {
        What::Actor(a) if !subject.contains(&a) => Some(a),
        _ => None,
    };
    let deed = |i: &usize| scope.items[*i].noun_trigger().is_none() && scope.items[*i].what != What::Comma;
    let free = |i: &usize| {
        let it = &scope.items[*i];
        it.proclitic().is_none() && !it.is_joined() && scope.items[i - 1].prep().is_none()
    };
    let last = (from..item).take_while(deed).filter(free).filter_map(|i| named(&i)).last();
    last.or_else(|| (from..item).find_map(|i| named(&i)))
}

/// «a rights observatory accused X of»: is the only one named behind the verb of accusing the accused, with a speaker
/// before whom no list knows?
fn accuses_named(reading: &Reading<'_>, items: &[Item], clause: &Clause, verb: usize) -> bool {
    const WORDS: usize = 5;
    let Some((Cue::Speech(Speech::Accuse), _)) = items[verb].verb_cue() else { return false };
    let rest = items.get(verb + 1..clause.items.end).unwrap_or_default();
    let Some(at) = rest.iter().take(WORDS).position(|i| i.what != What::Word) else { return false };
    let accused = matches!(rest[at].what, What::Actor(_))
        && rest[at].affixes.has_any(Affixes::AL) | rest[at].affixes.is_empty();
    let more = |n: &&Item| matches!(n.what, What::Actor(_)) && n.is_joined();
    let next = at + 1 + rest[at + 1..].iter().take_while(more).count();
    let of = rest.get(next).is_some_and(|n| n.noun_trigger().is_some() || n.affixes.has(Affixes::BI));
    // «the group accused Egypt of»: a country is no adjective of the word before it.
    let land = |i: &Item| matches!(i.what, What::Actor(a) if reading.actors[a].is_land);
    at > 0 && accused && of && (land(&rest[at]) || !reading.text.is_definite(rest[at - 1].from))
}

/// Do strangers stand behind the verb at `item` as its subject, so that the actor behind them is who is hit?
pub(in crate::events) fn is_object_of_strangers(
    scope: Scope<'_, '_>,
    item: usize,
    subject: &[usize],
) -> bool {
    is_of_strangers(scope, item) || is_counted_object(scope, item, subject)
}

/// Is the subject right behind the verb a plural in the nominative that nobody knows («unknown men»)?
fn is_of_strangers(scope: Scope<'_, '_>, item: usize) -> bool {
    let reading = scope.reading;
    let next = scope.items.get(item + 1).filter(|n| n.what == What::Word);
    next.is_some_and(|n| reading.is_nominative_plural(n.from) && !reading.text.is_definite(n.from))
}

/// «that the air force hit X»: do words that nobody knows stand between «that» and the verb as its subject?
pub(in crate::events) fn is_behind_subject(scope: Scope<'_, '_>, item: usize, subject: &[usize]) -> bool {
    let start = scope.clause().items.start;
    let that = scope.items[start].is_cue(Cue::That);
    let words = scope.items.get(start + 1..item).unwrap_or_default();
    let behind = |&a: &usize| scope.reading.actors[a].tokens.start >= scope.items[item].to;
    that && !words.is_empty()
        && subject.first().is_some_and(behind)
        && words.iter().all(|w| w.what == What::Word)
}

/// «the unit of snipers shot three soldiers»: does a count part the subject behind the verb, of words that nobody knows,
/// from the actor, so that those counted are the object?
fn is_counted_object(scope: Scope<'_, '_>, item: usize, subject: &[usize]) -> bool {
    let stranger = scope.items.get(item + 1).is_some_and(|n| n.what == What::Word && n.affixes.is_empty());
    if !stranger {
        return false;
    }
    let first = subject.first().map(|&a| What::Actor(a));
    let at = (item + 1..scope.window_end(item)).find(|&i| Some(&scope.items[i].what) == first.as_ref());
    let counted = |at: usize| matches!(scope.items[at - 1].what, What::Number(_)) && at > item + 2;
    at.is_some_and(counted)
}

/// «and unknown men abducted X»: does a plural of persons in the nominative that nobody knows stand right behind the verb,
/// which is then a subject?
pub(in crate::events) fn done_by_strangers(reading: &Reading<'_>, items: &[Item], clause: &Clause) -> bool {
    let strangers = |n: &Item| n.what == What::Word && reading.is_nominative_plural(n.from);
    clause.finite.is_some_and(|f| {
        let next = items[f.item + 1..clause.items.end].first();
        !f.verb.is_plural
            && (f.trigger.is_some() && next.is_some_and(strangers)
                || next.is_some_and(|n| flies_alone(reading, n)))
    })
}

/// «X advanced, while the air force carried out raids»: does the item name planes, whose nobody says?
fn flies_alone(reading: &Reading<'_>, item: &Item) -> bool {
    let air = &reading.knowledge.triggers.lists.air;
    let word = item.what == What::Word && item.prep().is_none() && !item.is_joined();
    word && reading.text.is_definite(item.from) && air.longest_at(&reading.text, item.from).is_some()
}
