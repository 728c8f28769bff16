//! Statements told by no verb of their own: a participle behind what somebody told («…, threatening X with»), and a verbal
//! noun with its speaker («after the call of X for», «quoted Y as denying»).

use super::nouns_of_speech::{is_of_many, noun_of_speech};
use super::speech::{content_end, speakers};
use crate::events::EventKind;
use crate::events::Modality;
use crate::events::acts::draft::{Actors, Draft, Scope};
use crate::events::acts::told::is_told;
use crate::events::clauses::clause::Opener;
use crate::events::clauses::item::{Item, What};
use crate::events::days::when::date_of;
use crate::events::mentions::reading::ActorClass;
use crate::knowledge::PlaceKind;
use crate::knowledge::status::{Cue, Prep, Speech};
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;

/// The statements of a sentence that no finite verb tells, beside those `said` with one.
pub(in crate::events) fn verbless(
    scope: Scope<'_, '_>,
    contents: &[Option<usize>],
    (drafts, said): (&[Draft], &[Draft]),
    sentence: usize,
) -> Vec<Draft> {
    let mut out: Vec<Draft> = Vec::new();
    let status = &scope.reading.knowledge.status;
    let text = &scope.reading.text;
    let [Some(first), Some(last)] = [scope.items.first(), scope.items.last()] else { return out };
    let tokens = first.from..last.to;
    if !status.urging.may_stand_in(text, tokens.clone()) && !status.speech_deeds.may_stand_in(text, tokens) {
        return out;
    }
    for c in 0..scope.clauses.len() {
        let scope = Scope { c, ..scope };
        for i in scope.clause().items.clone() {
            let item = &scope.items[i];
            if !matches!(item.what, What::Word | What::Known) {
                continue;
            }
            let urges = status.urging.longest_at(text, item.from).is_some_and(|m| is_bare(m.affixes));
            let in_participle = || behind_speech(scope, i, said, &out).or_else(|| behind_act(scope, i));
            let found = if let Some(told) = if urges { in_participle() } else { None } {
                Some(told)
            } else if let Some(m) = status.speech_deeds.longest_at(text, item.from) {
                let bare = !m.affixes.has_any(Affixes::AL.with(Affixes::LI));
                let told =
                    if m.pronoun { quoted_denial(scope, i) } else { of_speaker(scope, i).filter(|_| bare) };
                told.or_else(|| carried(scope, i, said)).or_else(|| noun_of_speech(scope, contents, i))
            } else {
                None
            };
            let Some((speakers, end)) = found else { continue };
            let (from, to) = (item.from, item.to);
            // «Arab and international condemnations of»: of many, whom no list knows.
            let many = speakers.is_empty() && !is_of_many(scope, i);
            if many || end <= to + 1 || is_told_inside(drafts, from, end) {
                continue;
            }
            let mut draft = Draft::empty(EventKind::Statement, Frame::Deal, sentence, (from, to));
            (draft.clause, draft.quote, draft.initiators, draft.is_carried) =
                (c, (from, end), speakers, true);
            draft.date = date_of(scope, contents, i);
            draft.places.extend(ground_of_words(scope, i, end));
            draft.why.push("speech act without a verb of its own".into());
            out.push(draft);
        }
    }
    out
}

/// The settlement or area that the words name, from item `from` to token `end`.
fn ground_of_words(scope: Scope<'_, '_>, from: usize, end: usize) -> Option<usize> {
    let inside = scope.items[from..].iter().take_while(|i| i.to <= end);
    let named = inside.filter_map(|i| match i.what {
        What::Place(p) if scope.reading.places[p].kind != PlaceKind::Country => Some(p),
        _ => None,
    });
    let site = |&p: &usize| !scope.reading.places[p].kind.is_area();
    named.clone().find(site).or_else(|| named.clone().next())
}

fn is_bare(affixes: Affixes) -> bool {
    affixes.is_empty() || affixes == Affixes::WA
}

/// Does another event tell what stands between the tokens `from` and `end`?
fn is_told_inside(drafts: &[Draft], from: usize, end: usize) -> bool {
    drafts.iter().any(|d| {
        let inside = d.trigger.0 >= from && d.trigger.0 < end;
        let set = matches!(d.stance.modality, Modality::Denied | Modality::Planned);
        inside && !set && is_told(d)
    })
}

/// «X said that it had taken Y, threatening Z with»: behind a comma, in the words of who spoke last in the sentence, if no
/// statement of theirs was told.
fn behind_speech(
    scope: Scope<'_, '_>,
    item: usize,
    said: &[Draft],
    out: &[Draft],
) -> Option<(Actors, usize)> {
    let before = item.checked_sub(1).map(|j| &scope.items[j])?;
    if !matches!(before.what, What::Comma | What::Quote) {
        return None;
    }
    let spoke = (0..=scope.c).rev().find(|&p| {
        let clause = &scope.clauses[p];
        let verb = clause.finite.is_some_and(|f| f.item < item);
        verb && clause.speech().is_some() && clause.opener != Opener::Relative
    })?;
    // «X announced …, while Y took Z, threatening»: another acts between.
    let others = |c: &&crate::events::clauses::clause::Clause| {
        c.subject_from.is_none()
            && !c.subject.is_empty()
            && c.opener != Opener::That
            && c.opener != Opener::Relative
    };
    if scope.clauses[spoke + 1..=scope.c.max(spoke)].iter().any(|c| others(&c)) {
        return None;
    }
    let who = speakers(scope.reading, &[], &scope.clauses[spoke].subject, Speech::Demand);
    let known = said.iter().chain(out).any(|d| d.initiators.iter().any(|a| who.contains(a)));
    Some((who, content_end(scope, scope.c))).filter(|_| !known)
}

/// «X appeared on television, announcing that», «X arrived there, calling on»: behind what somebody did, in the words of
/// whoever did it.
fn behind_act(scope: Scope<'_, '_>, item: usize) -> Option<(Actors, usize)> {
    let (items, reading) = (scope.items, scope.reading);
    let Some(acted) = (0..=scope.c).rev().find(|&p| scope.clauses[p].finite.is_some_and(|f| f.item < item))
    else {
        return behind_unknown_verb(scope, item);
    };
    let clause = &scope.clauses[acted];
    let verb = clause.finite?.item;
    let aside = matches!(clause.opener, Opener::Relative | Opener::That | Opener::Subordinate);
    // «he met X, who is threatening»: the one who acts stands before the verb or right behind it, and one alone.
    let &[who] = clause.subject.as_slice() else { return None };
    let hit = &reading.actors[who];
    let speaks = matches!(hit.class, ActorClass::Person | ActorClass::State | ActorClass::Armed);
    let near = hit.tokens.end <= items[verb].from || hit.tokens.start <= items[verb].to + 2;
    // What was said: a clause with «that», or a noun.
    let next = items.get(item + 1)?;
    let says = next.is_cue(Cue::That)
        || next.is_cue(Cue::ThatThey)
        || next.is_cue(Cue::Prep(Prep::To))
        || matches!(next.what, What::Word | What::Known | What::Actor(_) | What::Place(_));
    let told = !aside && clause.speech().is_none() && speaks && near && says && !clause.has_was;
    let who = speakers(reading, &[], &[who], Speech::Demand);
    Some((who, content_end(scope, scope.c).max(next.to + 1))).filter(|_| told)
}

/// The same behind a verb that no list knows, at the head of the sentence and right before who did it.
fn behind_unknown_verb(scope: Scope<'_, '_>, item: usize) -> Option<(Actors, usize)> {
    let [verb, subject] = [0, 1].map(|i| scope.items.get(i));
    let &What::Actor(who) = &subject.filter(|s| s.proclitic().is_none() && !s.is_joined())?.what else {
        return None;
    };
    let unknown = verb?.what == What::Word && !scope.reading.text.is_definite(verb?.from);
    let official = matches!(scope.reading.actors[who].class, ActorClass::Person | ActorClass::State);
    let who = speakers(scope.reading, &[], &[who], Speech::Demand);
    let end = content_end(scope, scope.c).max(scope.items[item].to + 1);
    (unknown && official && item > 2).then_some((who, end))
}

/// «after the call of X for», «in spite of the warning of X»: the speaker stands right behind the noun, and what was said
/// behind the speaker.
fn of_speaker(scope: Scope<'_, '_>, item: usize) -> Option<(Actors, usize)> {
    const TITLE: usize = 2;
    let items = scope.items;
    let since = item.checked_sub(1).is_some_and(|j| {
        let cue = |c| items[j].is_cue(c);
        cue(Cue::After) || cue(Cue::Prep(Prep::About)) || cue(Cue::Prep(Prep::With)) || cue(Cue::Answer)
    });
    if !since || items[item].proclitic().is_some() {
        return None;
    }
    let end = scope.clause().items.end;
    let plain = |i: &&Item| i.what == What::Word && !i.is_joined();
    let title = items[item + 1..end].iter().take(TITLE).take_while(plain).count();
    let at = item + 1 + title;
    let &What::Actor(speaker) = &items.get(at).filter(|i| i.prep().is_none() && !i.is_joined())?.what else {
        return None;
    };
    let hit = &scope.reading.actors[speaker];
    let named = at + 1..end;
    // What was said.
    let says = |i: &Item| {
        matches!(i.what, What::Word | What::Known | What::Place(_) | What::Quote) && !i.is_joined()
    };
    let rest = named.clone().find(|&i| {
        let name = matches!(items[i].what, What::Actor(_) | What::Comma | What::Date(_));
        !name
    });
    let said = rest.is_some_and(|i| says(&items[i]) && (i == at + 1 || !items[i - 1].is_joined()));
    let who = speakers(scope.reading, &[], &[speaker], Speech::Demand);
    let close =
        named.clone().skip(3).find(|&i| items[i].what == What::Comma && rest.is_some_and(|r| r + 1 < i));
    let last = close.unwrap_or(end);
    let last = if matches!(items[last - 1].what, What::Stop | What::Comma) { last - 1 } else { last };
    (said && hit.class != ActorClass::Civilians).then(|| (who, items[last - 1].to))
}

/// «X hastened to deny it», «contented itself with the condemnation of»: a verb that only carries the noun, with its subject.
fn carried(scope: Scope<'_, '_>, item: usize, said: &[Draft]) -> Option<(Actors, usize)> {
    const REACH: usize = 5;
    let clause = scope.clause();
    let verb =
        clause.finite.filter(|f| f.item < item && item - f.item <= REACH && f.cue == Some(Cue::Light))?;
    let to = scope.items[item - 1].is_cue(Cue::Prep(Prep::To)) || scope.items[item].affixes.has(Affixes::BI);
    let acts = scope.items[verb.item + 1..item].iter().any(|i| i.noun_trigger().is_some());
    let who = speakers(scope.reading, &[], &clause.subject, Speech::Demand);
    let known = said.iter().any(|d| d.clause == scope.c);
    let told = to && !acts && !known && clause.subject_from.is_none();
    Some((who, content_end(scope, scope.c).max(scope.items[item].to + 2))).filter(|_| told)
}

/// «quoted a military source as denying the fall of X»: with the pronoun, in the words of whoever is quoted right before.
fn quoted_denial(scope: Scope<'_, '_>, item: usize) -> Option<(Actors, usize)> {
    let denies = scope.items[item].is_cue(Cue::Negation);
    let before = item.checked_sub(1).and_then(|j| scope.items[j].actor()).filter(|_| denies)?;
    let of_it = scope.items[..item].iter().any(|i| i.is_cue(Cue::Quoted) || i.is_cue(Cue::Prep(Prep::From)));
    let who = speakers(scope.reading, &[], &[before], Speech::Deny);
    Some((who, content_end(scope, scope.c))).filter(|_| of_it)
}
