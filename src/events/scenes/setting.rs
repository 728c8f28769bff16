//! Where an act told without a place happened: where the story plays.

use super::paragraph_place::stay_in_paragraph;
use crate::events::EventKind;
use crate::events::acts::draft::Draft;
use crate::events::days::when::When;
use crate::events::mentions::reading::{PlaceHit, Reading};
use crate::events::scenes::beside::lies_inside;
use crate::events::scenes::speech_place::is_abroad;
use crate::knowledge::{PlaceIdx, PlaceKind};

/// Gives acts without a place the place of the story: the country of the war for what lies before the story,
/// the only place of the headline for what the story tells.
pub(in crate::events) fn set_scenes(reading: &Reading<'_>, drafts: &mut [Draft], whens: &[When]) {
    let headline = place_of_headline(reading);
    set_deals(drafts);
    stay_in_paragraph(reading, drafts, whens);
    for (draft, when) in drafts.iter_mut().zip(whens) {
        if !draft.places.is_empty() || draft.setting.is_some() || is_talk(draft.kind) {
            continue;
        }
        let in_war = draft.is_from_start && headline.is_none();
        let flees = draft.kind == EventKind::Displacement;
        let site = |p: &PlaceIdx| {
            let kind = reading.knowledge.conflict.place(*p).kind;
            matches!(kind, PlaceKind::Crossing | PlaceKind::Base)
        };
        // Nobody flees from a crossing.
        let headline = headline.filter(|p| !(flees && site(p)));
        let (setting, why) = if when.is_background || in_war {
            (reading.home, "no place named: the country of the war")
        } else if stays(draft) {
            (headline, "no place named: the place of the headline")
        } else {
            continue;
        };
        if setting.is_some() {
            draft.setting = setting;
            draft.why.push(why.into());
        }
    }
}

/// «they began to withdraw from X under an agreement»: a deal without a place holds where the act does that
/// is told right before it in its clause.
fn set_deals(drafts: &mut [Draft]) {
    for n in 1..drafts.len() {
        let (before, deal) = (&drafts[n - 1], &drafts[n]);
        let without = deal.kind == EventKind::Agreement && deal.places.is_empty();
        let together = (before.sentence, before.clause) == (deal.sentence, deal.clause);
        if without && together && !is_talk(before.kind) && !before.places.is_empty() {
            let place = before.places[0];
            drafts[n].places.push(place);
            drafts[n].why.push("no place named: where the act before it happened".into());
        }
    }
}

/// Words and offices have no place of their own.
fn is_talk(kind: EventKind) -> bool {
    matches!(kind, EventKind::Statement | EventKind::Diplomacy | EventKind::Agreement | EventKind::Leadership)
}

/// May the act, told without a word on where, have happened where the story plays?
fn stays(draft: &Draft) -> bool {
    let local = matches!(draft.kind, EventKind::Displacement | EventKind::Detention);
    (draft.kind.is_fire() || local) && !draft.has_vague_place
}

/// The one place below a country that the headline names.
pub(super) fn place_of_headline(reading: &Reading<'_>) -> Option<PlaceIdx> {
    let mut sites = in_headline(reading).filter_map(|(_, p)| p.place);
    let first = sites.next()?;
    // «dozens killed in X, and the army advances in the fields of Y»: Y lies in X.
    sites.all(|p| p == first || lies_inside(reading, p, first)).then_some(first)
}

/// The mention of the one place below a country that the headline names.
pub(in crate::events) fn headline_mention(reading: &Reading<'_>) -> Option<usize> {
    let place = place_of_headline(reading)?;
    in_headline(reading).find(|(_, p)| p.place == Some(place)).map(|(i, _)| i)
}

/// The places below a country that the headline names, with their positions.
fn in_headline<'r>(reading: &'r Reading<'_>) -> impl Iterator<Item = (usize, &'r PlaceHit)> {
    let headline = reading.sentences.first().filter(|s| s.is_headline);
    let tokens = headline.map_or(0..0, |s| s.tokens.clone());
    let told = move |p: &PlaceHit| {
        tokens.contains(&p.tokens.start) && !p.is_qualifier && p.kind != PlaceKind::Country
    };
    reading.places.iter().enumerate().filter(move |(_, p)| told(p))
}

/// «In Paris the ministry called for a truce. The army has besieged the area since 2013»: when nothing near is meant, the
/// area of the headline; else the last place before token `at` in the country that the story is about.
pub(in crate::events) fn place_at_home(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let end = reading.places.partition_point(|p| p.tokens.start < at);
    let last = end.checked_sub(1).filter(|&p| is_abroad(reading, p))?;
    let area = in_headline(reading).find(|(_, p)| p.kind.is_area() && p.tokens.start < at);
    let home = |p: &usize| !is_abroad(reading, *p) && reading.places[*p].kind != PlaceKind::Country;
    area.map(|a| a.0).or_else(|| (0..last).rev().find(home))
}
