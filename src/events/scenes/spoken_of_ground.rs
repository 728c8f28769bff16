//! «denied any part in the shelling», «accused X of it», «called for a ceasefire», «mourned X»: words about what was just
//! told, without a place of their own, are about the place of what was told.

use super::main_place::main_place;
use super::speech_place::is_abroad;
use super::spoken_of_there::speak_of_there;
use crate::events::EventKind;
use crate::events::acts::aside::ends_in_pronoun;
use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::knowledge::PlaceKind;
use crate::knowledge::status::{Cue, Speech};

/// How many sentences back, within a paragraph, the fighting may have been told that somebody asks to end.
const SENTENCES: usize = 3;
/// So far behind its verb what is denied, admitted or asked for is named.
const REACH: usize = 9;

/// What a statement is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum About {
    /// The act told last.
    Act,
    /// The wrongs of the act told last.
    Wrong,
    /// Who did the violence told last.
    Doer,
    /// The fighting that goes on.
    Fighting,
    /// Somebody whose death was told.
    Dead,
}

/// Gives each statement that answers, admits, mourns or wants ended what was told before the place of that.
pub(in crate::events) fn speak_of_ground(reading: &Reading<'_>, said: &mut [Draft], told: [&[Draft]; 2]) {
    speak_of_there(reading, said, told);
    for draft in said.iter_mut().filter(|d| d.kind == EventKind::Statement && d.places.is_empty()) {
        let [before, here] = told;
        let earlier = |d: &&Draft| d.trigger.0 < draft.trigger.0;
        let mut told: Vec<&Draft> = here.iter().rev().chain(before.iter().rev()).filter(earlier).collect();
        told.sort_by_key(|d| std::cmp::Reverse(d.trigger.0));
        let found = match about(reading, draft) {
            Some(About::Act) => last_act(reading, draft, &told, true),
            Some(About::Wrong) => last_act(reading, draft, &told, false),
            Some(About::Doer) => told
                .first()
                .filter(|d| is_violence(d.kind))
                .and_then(|_| last_act(reading, draft, &told, true)),
            Some(About::Fighting) => fighting(reading, draft, &told),
            Some(About::Dead) => death(reading, draft, &told),
            None => None,
        };
        if let Some(place) = found {
            draft.places.push(place);
            draft.why.push("spoken of: the place of what was told before".into());
        }
    }
}

/// What the words of the statement are about, if they leave its place to what was told.
fn about(reading: &Reading<'_>, draft: &Draft) -> Option<About> {
    const THAT: &str = "\u{630}\u{644}\u{643}";
    let (text, lists) = (&reading.text, &reading.knowledge.triggers.lists);
    let verb = draft.trigger.0;
    let speaker = draft.initiators.iter().map(|&a| reading.actors[a].tokens.end).max().unwrap_or(0);
    let words = || draft.trigger.1..draft.quote.1.min(draft.trigger.1.max(speaker) + REACH);
    // «denied that there were differences with X»: of another land.
    let state = |a: usize| reading.actors[a].class == ActorClass::State && !draft.initiators.contains(&a);
    let states = || {
        let first = reading.actors.partition_point(|a| a.tokens.start < words().start);
        let named = |a: &usize| reading.actors[*a].tokens.start < words().end;
        (first..reading.actors.len()).take_while(named).any(state)
    };
    let lands = || {
        let first = reading.places.partition_point(|p| p.tokens.start < words().start);
        let named = |p: &usize| reading.places[*p].tokens.start < words().end;
        (first..reading.places.len()).take_while(named).any(|p| is_abroad(reading, p))
    };
    let abroad = || states() || lands();
    let within = |list: &crate::text::Lexicon<()>| words().any(|t| list.longest_at(text, t).is_some());
    if reading.says_cue(verb, Cue::Speech(Speech::Deny)) {
        let it = draft.trigger.1 == verb + 1 && ends_in_pronoun(reading, verb);
        let that = words().any(|t| text.fold_at(t) == THAT);
        let part = within(&lists.parts) || within(&lists.befalls) && !abroad();
        return (it || that || part).then_some(About::Act);
    }
    // «called what happened a crime».
    let speaks = reading
        .knowledge
        .status
        .lexicon
        .longest_at(text, verb)
        .is_some_and(|m| m.value.iter().any(|f| matches!(f.cue, Cue::Speech(_))));
    if speaks && within(&lists.happened) {
        return Some(About::Act);
    }
    if lists.mourns.longest_at(text, verb).is_some() {
        return Some(About::Dead);
    }
    if lists.admits.longest_at(text, verb).is_some() {
        return (within(&lists.wrongs) && !abroad()).then_some(About::Wrong);
    }
    // «X accused Y of opening the gates», also where Y is another land.
    if reading.says_cue(verb, Cue::Speech(Speech::Accuse)) {
        return (!lands()).then_some(About::Doer);
    }
    let asks = reading.says_cue(verb, Cue::Speech(Speech::Demand));
    (asks && within(&lists.halts) && !abroad()).then_some(About::Fighting)
}

/// A site or region of the story's own land, of the one place that a draft tells.
fn site(reading: &Reading<'_>, draft: &Draft) -> Option<usize> {
    let place = draft.container.filter(|_| draft.places.len() > 1).or(draft.places.first().copied());
    place.filter(|&p| reading.places[p].kind != PlaceKind::Country && !is_abroad(reading, p))
}

/// The place of what was told last, in the sentence or the one before it, in the paragraph if need be.
fn last_act(reading: &Reading<'_>, draft: &Draft, told: &[&Draft], is_close: bool) -> Option<usize> {
    let paragraph = |s: usize| reading.sentences[s].paragraph;
    let near = |d: &&&Draft| {
        let gap = draft.sentence.saturating_sub(d.sentence);
        gap == 0 || gap == 1 && (!is_close || paragraph(d.sentence) == paragraph(draft.sentence))
    };
    told.first().filter(near).and_then(|d| site(reading, d))
}

/// Where the fighting goes on that was told in the paragraph, or in the sentence before, else the settlement that the
/// article is about.
fn fighting(reading: &Reading<'_>, draft: &Draft, told: &[&Draft]) -> Option<usize> {
    let paragraph = |s: usize| reading.sentences[s].paragraph;
    let near = |d: &&&Draft| {
        let gap = draft.sentence.saturating_sub(d.sentence);
        gap <= 1 || gap <= SENTENCES && paragraph(d.sentence) == paragraph(draft.sentence)
    };
    let fought = |d: &&&Draft| is_fighting(d.kind) && !d.stance.is_past && site(reading, d).is_some();
    let last = told.iter().take_while(near).find(fought).and_then(|d| site(reading, d));
    last.or_else(|| main_place(reading, reading.sentences[draft.sentence].tokens.start))
}

/// Where somebody died whom the statement names.
fn death(reading: &Reading<'_>, draft: &Draft, told: &[&Draft]) -> Option<usize> {
    const SHORTEST: usize = 4;
    let text = &reading.text;
    let speaks = |t: usize| draft.initiators.iter().any(|&a| reading.actors[a].tokens.contains(&t));
    let name =
        |t: &usize| !speaks(*t) && !text.is_definite(*t) && text.fold_at(*t).chars().count() >= SHORTEST;
    // The name stands right behind who mourns, with its rank before it.
    let names = || (draft.trigger.1..draft.quote.1.min(draft.trigger.1 + REACH)).filter(name).take(3);
    let died = |d: &&&Draft| {
        let known = |t: usize| text.fold_at(t);
        let told = || d.quote.0..d.quote.1;
        let person = |&a: &usize| {
            let hit = &reading.actors[a];
            hit.class == ActorClass::Person && names().any(|t| known(t) == known(hit.tokens.end - 1))
        };
        let worded = d.targets.is_empty() && names().any(|t| told().any(|w| known(w) == known(t)));
        is_fighting(d.kind) && (d.targets.iter().any(person) || worded)
    };
    told.iter().find(died).and_then(|d| site(reading, d))
}

/// What somebody may be accused of.
fn is_violence(kind: EventKind) -> bool {
    let beside = matches!(kind, EventKind::Displacement | EventKind::Infrastructure | EventKind::Detention);
    is_fighting(kind)
        || beside
        || matches!(kind, EventKind::Casualties | EventKind::Attack | EventKind::Release)
}

fn is_fighting(kind: EventKind) -> bool {
    kind.is_fighting() || kind == EventKind::Infighting
}
