//! «an attack on the airport of X» above, «shells hit the airport of X» below: the text tells what kind of attack the
//! headline means.

use crate::events::EventKind;
use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::Reading;
use crate::knowledge::triggers::Frame;
use crate::knowledge::{PlaceIdx, PlaceKind};

/// So far from the middle of a city lie its quarters.
const AROUND_KM: f64 = 30.0;

/// So far below its headline stands the lead that tells how.
const LEAD: usize = 3;

/// Gives an attack that only a headline names the kind of the strike told of the same place below it.
pub(in crate::events) fn tell_how(reading: &Reading<'_>, drafts: &mut [Draft]) {
    for i in 0..drafts.len() {
        let (told, below) = drafts.split_at_mut(i + 1);
        let Some(head) = told.last_mut() else { continue };
        // «a massacre in X» above, «raids on X killed 40» below.
        let massacre = is_massacre(reading, head);
        if !massacre && !is_headed(reading, head) {
            continue;
        }
        let lead =
            || below.iter().filter(|d| d.sentence > head.sentence && d.sentence <= head.sentence + LEAD);
        let fought = lead().any(|d| d.kind == EventKind::Clash && meet(reading, head, d));
        let fire = |d: &Draft| matches!(d.kind, EventKind::AirStrike | EventKind::Shelling) || !massacre;
        let strike = lead().find(|d| is_strike(d) && fire(d) && meet(reading, head, d));
        let Some(kind) = strike.filter(|_| massacre || !fought).map(|d| d.kind) else { continue };
        (head.kind, head.frame) = (kind, Frame::Strike);
        head.why.push("the text tells what kind of attack".into());
    }
}

/// Gives an attack that the lead only calls so the kind of the strike that its headline tells at the same place.
pub(in crate::events) fn take_kind_of_headline(reading: &Reading<'_>, drafts: &mut [Draft]) {
    let headed = |d: &&Draft| reading.sentences[d.sentence].is_headline && is_strike(d);
    let Some(head) = drafts.iter().find(headed).cloned() else { return };
    let below = |d: &Draft| d.sentence > head.sentence && d.sentence <= head.sentence + LEAD;
    if drafts.iter().any(|d| below(d) && is_strike(d) && meet(reading, &head, d) && !d.tolls.is_empty()) {
        return;
    }
    let assaults = &reading.knowledge.triggers.lists.assaults;
    let attack = |d: &Draft| {
        d.kind == EventKind::Clash
            && d.frame == Frame::Fight
            && d.is_noun
            && assaults.longest_at(&reading.text, d.trigger.0).is_some()
    };
    let found = drafts.iter_mut().find(|d| below(d) && attack(d) && meet(reading, &head, d));
    if let Some(lead) = found {
        (lead.kind, lead.frame) = (head.kind, Frame::Strike);
        lead.why.push("the headline tells what kind of attack".into());
    }
}

/// Is it an attack that a headline names, by a noun or a verb?
fn is_headed(reading: &Reading<'_>, head: &Draft) -> bool {
    let fights = head.kind == EventKind::Clash && head.frame == Frame::Fight;
    let assaults = &reading.knowledge.triggers.lists.assaults;
    fights
        && reading.sentences[head.sentence].is_headline
        && assaults.longest_at(&reading.text, head.trigger.0).is_some()
}

/// Is it killing that a headline names by a noun, without its dead?
fn is_massacre(reading: &Reading<'_>, head: &Draft) -> bool {
    let kills = head.kind == EventKind::Attack && head.frame == Frame::Strike && head.is_noun;
    kills && head.tolls.is_empty() && reading.sentences[head.sentence].is_headline
}

fn is_strike(draft: &Draft) -> bool {
    matches!(draft.kind, EventKind::AirStrike | EventKind::Shelling | EventKind::Attack)
        && draft.frame == Frame::Strike
}

/// Do two drafts name one place, and no two sides as doers?
fn meet(reading: &Reading<'_>, a: &Draft, b: &Draft) -> bool {
    let conflict = &reading.knowledge.conflict;
    let site = |p: &usize| reading.places[*p].place;
    let near = |p: PlaceIdx, q: PlaceIdx| {
        let (p, q) = (conflict.place(p), conflict.place(q));
        p.id == q.id || p.kind == PlaceKind::City && p.at.distance_km(q.at) < AROUND_KM
    };
    let together = |p: &usize, q: &usize| site(p).zip(site(q)).is_some_and(|(p, q)| near(p, q));
    let places = a.places.iter().any(|p| b.places.iter().any(|q| together(p, q)));
    let faction = |a: &usize| reading.actors[*a].faction;
    let sides = a.initiators.is_empty()
        || b.initiators.is_empty()
        || a.initiators.iter().any(|x| b.initiators.iter().any(|y| faction(x) == faction(y)));
    places && sides
}
