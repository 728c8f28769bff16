//! Where an article is at home: the town of its dateline, else the settlement that it is about. What it tells without a
//! place of its own happened there, or where the sentence before it did.

use super::in_passing::told_on_scene;
use super::left_site::{leaves_site, takes_its_people};
use super::main_place::main_place;
use super::setting::place_of_headline;
use super::speech_place::is_abroad;
use super::taken_site::takes_site;
use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::{NumberHit, Reading};
use crate::events::{EventKind, Modality};
use crate::knowledge::triggers::Frame;
use crate::knowledge::{PlaceIdx, PlaceKind};

/// So many dead are no town's.
const MANY: u64 = 5000;

/// The toll of more days than these is no longer that of one site.
const LONGEST_STAY: i64 = 14;

/// «the dead since the beginning of the war»: a toll of more than what the sentence before it told.
pub(super) fn is_of_many_days(reading: &Reading<'_>, draft: &Draft) -> bool {
    let since = draft.date.filter(|_| draft.is_since && draft.kind == EventKind::Casualties);
    since
        .and_then(|d| reading.dates[d].range)
        .is_some_and(|r| reading.published.is_some_and(|p| (p - r.start()).num_days() > LONGEST_STAY))
}

/// «the fighting since 4 April has left 432 dead»: fighting and its dead of more days than those of one scene.
fn is_summed_up(reading: &Reading<'_>, draft: &Draft) -> bool {
    let range = draft.date.filter(|_| draft.is_since).and_then(|d| reading.dates[d].range);
    let long = |r: crate::base::DayRange| {
        reading.published.is_some_and(|p| (p - r.start()).num_days() > LONGEST_STAY)
    };
    matches!(draft.kind, EventKind::Clash | EventKind::Casualties) && range.is_some_and(long)
}

/// Puts an act of war without any place where the article is at home.
pub(in crate::events) fn stay_at_home(reading: &Reading<'_>, draft: &mut Draft) {
    let on_the_ground = matches!(
        draft.kind,
        EventKind::Clash
            | EventKind::Defence
            | EventKind::AirStrike
            | EventKind::Attack
            | EventKind::Casualties
            | EventKind::Displacement
    );
    let unplaced = draft.places.is_empty() && !draft.points_back;
    // The dead of a whole war, of which the text names no place.
    let many = draft.kind == EventKind::Casualties && is_of_war(draft);
    if many || !unplaced || !(on_the_ground || draft.kind == EventKind::Shelling) || is_old(reading, draft) {
        return;
    }
    let site = |p: &usize| matches!(reading.places[*p].kind, PlaceKind::Base | PlaceKind::Quarter);
    let fits = |p: &usize| !(site(p) && is_of_many_days(reading, draft));
    let main = || main_place(reading, reading.sentences[draft.sentence].tokens.start).filter(fits);
    if let Some(home) = dateline(reading, draft.sentence) {
        draft.places.push(home);
        draft.why.push("no place named: the town of the dateline".into());
    } else if let Some(home) = main().filter(|_| on_the_ground && !draft.has_vague_place) {
        draft.places.push(home);
        draft.why.push("no place named: the place that the article is about".into());
    }
}

/// «Aden (the agency) – », «Marib/ the agency»: the town that opens one of the first lines, of what is told in it.
/// Capitals, and some cities abroad, are where offices stand.
fn dateline(reading: &Reading<'_>, s: usize) -> Option<usize> {
    const LINES: usize = 3;
    const MARKS: [&str; 6] = ["-", "\u{2013}", "\u{2014}", "/", "(", ":"];
    let settles = |k: PlaceKind| matches!(k, PlaceKind::City | PlaceKind::Town | PlaceKind::Village);
    let words = &reading.knowledge.place_words;
    let paragraph = reading.sentences[s].paragraph;
    let mut head = reading.sentences.iter().take(LINES.min(s + 1)).filter(|l| l.paragraph == paragraph);
    head.find_map(|line| {
        let start = line.tokens.start;
        let i = reading.places.iter().position(|p| (start..=start + 1).contains(&p.tokens.start))?;
        let hit = &reading.places[i];
        let marked = MARKS.contains(&reading.text.fold_at(hit.tokens.end));
        let sits = |of: &[PlaceIdx], p: PlaceIdx| of.binary_search(&p).is_ok();
        let office = hit.place.is_some_and(|p| sits(&words.capitals, p) || sits(&words.offices, p));
        (marked && settles(hit.kind) && !office).then_some(i)
    })
}

/// Fighting, fire and tolls told without a place happen where the sentence before them put the story, in
/// the same paragraph.
pub(in crate::events) fn stay_in_place(reading: &Reading<'_>, draft: &mut Draft, before: &[Draft]) {
    let held = matches!(
        draft.kind,
        EventKind::Infighting | EventKind::Defence | EventKind::Detention | EventKind::Release
    );
    let stays = draft.kind.is_fire()
        || held
        || draft.is_thin && draft.frame == Frame::Damage // «and they burnt five houses»
        || (draft.kind == EventKind::Withdrawal && draft.names_thing && !draft.is_noun)
        || (draft.kind == EventKind::Displacement
            && (draft.destination.is_some() || (draft.is_carried && (draft.names_thing || !draft.is_noun))));
    let taken = takes_site(reading, draft);
    let stays = stays || taken || leaves_site(reading, draft) || takes_its_people(reading, draft);
    // «withdrew from the front lines»: part of the place that is fought over.
    let lines = draft.kind == EventKind::Withdrawal && draft.frame == Frame::Leave && draft.has_vague_place;
    let lines = lines && !draft.initiators.is_empty();
    let bare = !stays && !lines && leaves_bare(draft);
    let stays = stays || bare;
    let is_vague = draft.has_vague_place
        && !lines
        && !taken
        && !leaves_site(reading, draft)
        && !super::whole_fight::is_fire_nowhere(reading, draft);
    let is_vague = is_vague || super::whole_fight::is_on_whole_ground(reading, draft);
    let is_told_here = draft.places.is_empty() && !is_vague && !draft.points_back;
    let of_war = draft.kind == EventKind::Casualties && is_of_war(draft);
    if !(stays || lines) || !is_told_here || of_war || is_old(reading, draft) {
        return;
    }
    if let Some(p) = super::fronted::fronted_place(reading, draft) {
        draft.places.push(p);
        draft.why.push("no place named: where the sentence opens".into());
        return;
    }
    if is_summed_up(reading, draft) && place_of_headline(reading).is_some() {
        return; // what has gone on for weeks is that of the headline
    }
    if let Some(told) = draft_before(reading, draft, before, bare) {
        draft.places.push(told.container.filter(|_| told.places.len() > 1).unwrap_or(told.places[0]));
        draft.why.push("no place named: where the sentence before happened".into());
        draft.is_partial |= lines || taken;
        draft.has_vague_place &= !taken;
    }
}

/// The draft told before on the scene that the story is at, where this one may happen, too; `bare` is a leaving that names
/// neither end.
fn draft_before<'d>(
    reading: &Reading<'_>,
    draft: &Draft,
    before: &'d [Draft],
    bare: bool,
) -> Option<&'d Draft> {
    let paragraph = |s: usize| reading.sentences[s].paragraph;
    let is_site = |d: &&Draft| {
        let talks = matches!(
            d.kind,
            EventKind::Statement | EventKind::Diplomacy | EventKind::Leadership | EventKind::Agreement
        );
        let ordered = d.kind == EventKind::Withdrawal && d.stance.modality == Modality::Planned;
        let headed = d.frame == Frame::Leave && d.kind == EventKind::Deployment || ordered;
        let area = || d.places.iter().all(|&p| reading.places[p].kind.is_area());
        let whole = d.container.is_some() || area() || !is_of_many_days(reading, draft);
        !talks && !headed && whole && d.places.iter().any(|&p| reading.places[p].kind != PlaceKind::Country)
    };
    // «the fighting broke out after the burial of X, who had died at Y»: where the main clause plays, and not Y.
    let main = |d: &Draft| before.iter().any(|m| m.sentence == d.sentence && !m.is_relative && is_site(&m));
    let may_be = |d: &&Draft| is_site(d) && !(d.is_relative && main(d));
    let told = told_on_scene(reading, (before, draft), may_be);
    // Many thousands do not flee from a village or a crossing.
    let site = |d: &Draft| {
        d.places.iter().all(|&p| {
            let kind = reading.places[p].kind;
            matches!(kind, PlaceKind::Village | PlaceKind::Quarter | PlaceKind::Base | PlaceKind::Crossing)
        })
    };
    let told =
        told.filter(|d| !(draft.kind == EventKind::Displacement && counts_many(reading, draft) && site(d)));
    // «X took the town of Y. The army withdrew southwards»: from Y.
    let told =
        told.filter(|d| !bare || leaves_to(d, draft) && paragraph(d.sentence) == paragraph(draft.sentence));
    // «fragments fell on X abroad. Thousands fled to Y»: nobody flees from there into the war.
    let into_war = |d: &Draft| {
        let home = draft.destination.is_some_and(|p| !is_abroad(reading, p));
        home && d.places.iter().all(|&p| is_abroad(reading, p))
    };
    let told = told.filter(|d| !(draft.kind == EventKind::Displacement && into_war(d)));
    // «500 were freed», «four were arrested»: where the doers have just fought, and nowhere that somebody else has.
    told.filter(|d| {
        !is_of_prisoners(draft) || paragraph(d.sentence) == paragraph(draft.sentence) && takes_them(d, draft)
    })
}

/// «the government troops withdrew southwards»: a leaving that names neither end.
fn leaves_bare(draft: &Draft) -> bool {
    let leaves = draft.kind == EventKind::Withdrawal && draft.frame == Frame::Leave;
    let told = draft.stance.modality != Modality::Planned && !draft.stance.is_refuted;
    leaves && told && !draft.is_noun && !draft.initiators.is_empty() && draft.destination.is_none()
}

/// Are so many dead counted that no town could be theirs?
pub(super) fn is_of_war(draft: &Draft) -> bool {
    draft.tolls.iter().any(|t| t.killed.is_some_and(|k| k.0 >= MANY))
}

/// Did others than those who leave take or enter what `told` tells of, right before?
fn leaves_to(told: &Draft, draft: &Draft) -> bool {
    let gains = matches!(told.kind, EventKind::Capture | EventKind::Retake | EventKind::Advance);
    let near = draft.sentence - told.sentence <= 1;
    gains
        && near
        && !told.initiators.is_empty()
        && told.initiators.iter().all(|a| !draft.initiators.contains(a))
}

fn is_of_prisoners(draft: &Draft) -> bool {
    matches!(draft.kind, EventKind::Detention | EventKind::Release)
}

/// Are the people of the draft taken or freed by those who fought or came in `told`?
fn takes_them(told: &Draft, draft: &Draft) -> bool {
    let ground = matches!(
        told.frame,
        Frame::Take | Frame::Enter | Frame::Fight | Frame::Strike | Frame::Repel | Frame::Fall | Frame::Hold
    );
    let same = draft.initiators.is_empty() && !draft.is_noun
        || draft.initiators.iter().any(|a| told.initiators.contains(a));
    let acts_on = draft.acts_on && !draft.is_noun;
    ground && (draft.kind == EventKind::Detention || same || acts_on || told.initiators.is_empty())
}

/// Do the words of the draft count many thousands?
pub(in crate::events) fn counts_many(reading: &Reading<'_>, draft: &Draft) -> bool {
    const THOUSANDS: u64 = 5000;
    let within = |n: &&NumberHit| n.to + 1 >= draft.quote.0 && n.to <= draft.quote.1 + 1;
    reading.numbers.iter().filter(within).any(|n| n.low >= THOUSANDS)
}

/// Does its own date lie long before the story?
pub(in crate::events) fn is_old(reading: &Reading<'_>, draft: &Draft) -> bool {
    const STORY: chrono::Days = chrono::Days::new(60);
    let told = reading.published.unwrap_or(reading.knowledge.conflict.first_day);
    let range = draft.date.and_then(|d| reading.dates[d].range);
    range.is_some_and(|r| told.checked_sub_days(STORY).is_some_and(|s| r.end() < s))
}
