//! «an attack on the airport of X» above, «shells hit the airport of X» below: the text tells what kind of attack the
//! headline means.

use super::EventKind;
use super::draft::Draft;
use super::reading::Reading;
use crate::knowledge::triggers::Frame;

/// So far below its headline stands the lead that tells how.
const LEAD: usize = 3;

/// Gives an attack that only a headline names the kind of the strike told of the same place below it.
pub(super) fn tell_how(reading: &Reading<'_>, drafts: &mut [Draft]) {
    for i in 0..drafts.len() {
        let (told, below) = drafts.split_at_mut(i + 1);
        let Some(head) = told.last_mut() else { continue };
        if !is_headed(reading, head) {
            continue;
        }
        let lead =
            || below.iter().filter(|d| d.sentence > head.sentence && d.sentence <= head.sentence + LEAD);
        let fought = lead().any(|d| d.kind == EventKind::Clash && meet(reading, head, d));
        let strike = lead().find(|d| is_strike(d) && meet(reading, head, d));
        let Some(kind) = strike.filter(|_| !fought).map(|d| d.kind) else { continue };
        (head.kind, head.frame) = (kind, Frame::Strike);
        head.why.push("the text tells what kind of attack".into());
    }
}

/// Is it an attack named by a noun of a headline?
fn is_headed(reading: &Reading<'_>, head: &Draft) -> bool {
    let fights = head.kind == EventKind::Clash && head.frame == Frame::Fight && head.is_noun;
    let assaults = &reading.knowledge.triggers.assaults;
    fights
        && reading.sentences[head.sentence].is_headline
        && assaults.longest_at(&reading.text, head.trigger.0).is_some()
}

fn is_strike(draft: &Draft) -> bool {
    matches!(draft.kind, EventKind::AirStrike | EventKind::Shelling | EventKind::Attack)
        && draft.frame == Frame::Strike
}

/// Do two drafts name one place, and no two sides as doers?
fn meet(reading: &Reading<'_>, a: &Draft, b: &Draft) -> bool {
    let site = |p: &usize| reading.places[*p].place;
    let places = a.places.iter().any(|p| site(p).is_some() && b.places.iter().any(|q| site(p) == site(q)));
    let side = |a: &usize| reading.actors[*a].faction;
    let sides = a.initiators.is_empty()
        || b.initiators.is_empty()
        || a.initiators.iter().any(|x| b.initiators.iter().any(|y| side(x) == side(y)));
    places && sides
}
