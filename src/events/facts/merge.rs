//! Tellings of one event become one event; tellings that contradict each other name each other.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::build::acled;
use super::id::name;
use super::losers::join_changes;
use crate::base::{DayRange, Precision};
use crate::events::acts::another::ANOTHER;
use crate::events::joins::headlines::headlined;
use crate::events::joins::same_victim::{is_killing_nowhere, share_victim};
use crate::events::tolls::counted_twice::count_together;
use crate::events::{Actor, Event, EventKind, Modality, Role};
use crate::knowledge::{Knowledge, PlaceIdx};

/// Merges events in order: the first telling leads, later ones add to it.
pub(in crate::events) fn merge_events(events: Vec<Event>, knowledge: &Knowledge) -> Vec<Event> {
    let mut out: Vec<Event> = Vec::with_capacity(events.len());
    let mut by_key: FxHashMap<(EventKind, String), SmallVec<[usize; 2]>> = FxHashMap::default();
    for event in events {
        // A capture by nobody named may be a retake that is told with its side elsewhere.
        let kind = if event.kind == EventKind::Retake { EventKind::Capture } else { event.kind };
        let key = (kind, bucket_of(&event));
        let bucket = by_key.entry(key).or_default();
        let same = bucket.iter().rev().copied().find(|&i| is_same(&out[i], &event, knowledge));
        if let Some(i) = same {
            absorb(&mut out[i], event, knowledge);
        } else {
            bucket.push(out.len());
            out.push(event);
        }
    }
    let mut out = recalled(out, knowledge);
    out = of_one_offensive(out, knowledge);
    out = headlined(out, knowledge);
    for event in &mut out {
        event.acled = acled(event);
        name(event);
    }
    out
}

/// The events in order, those that are alike as they stood. An event is large: each is moved once only.
pub(in crate::events) fn sorted(
    events: Vec<Event>,
    compare: impl Fn(&Event, &Event) -> Ordering,
) -> Vec<Event> {
    if events.is_sorted_by(|a, b| compare(a, b).is_le()) {
        return events;
    }
    let mut order: Vec<usize> = (0..events.len()).collect();
    order.sort_by(|&i, &j| compare(&events[i], &events[j]));
    let mut left: Vec<Option<Event>> = events.into_iter().map(Some).collect();
    let mut out = Vec::with_capacity(left.len());
    out.extend(order.into_iter().filter_map(|i| left[i].take()));
    out
}

/// Where tellings of the same fact may be found: its place, or the article of what is told apart in each.
fn bucket_of(event: &Event) -> String {
    match (&event.place, event.mentions.first()) {
        (Some(place), _) => place.id.clone(),
        (None, Some(first)) if stays_apart(event.kind) => first.sha256.clone(),
        _ => String::new(),
    }
}

/// Kinds of which, without a place, no two articles are taken to tell the same.
fn stays_apart(kind: EventKind) -> bool {
    matches!(
        kind,
        EventKind::Statement
            | EventKind::Casualties
            | EventKind::Detention
            | EventKind::Release
            | EventKind::Leadership
    )
}

/// Do two events of one kind at one place tell the same fact?
fn is_same(a: &Event, b: &Event, knowledge: &Knowledge) -> bool {
    if a.background != b.background || !modalities_fit(a.modality, b.modality) {
        return false;
    }
    if a.kind != b.kind && !initiators(a).is_empty() && !initiators(b).is_empty() {
        return false;
    }
    if a.place.is_none() && !placeless_fit(a, b) {
        return false;
    }
    if is_another(b) && !is_another(a) || is_answer_to(a, b) {
        return false;
    }
    dates_fit(a, b) && actors_fit(a, b, knowledge) && tolls_fit(a, b) && ends_fit(a, b)
}

/// Does only one of two statements deny something, or accuse somebody? The same speaker said two things then.
fn is_answer_to(a: &Event, b: &Event) -> bool {
    let act = |e: &Event| {
        let told = e.why.iter().find_map(|w| w.strip_prefix("speech act: "));
        told.map(|w| (w == "deny", w == "accuse")).filter(|_| e.kind == EventKind::Statement)
    };
    act(a).zip(act(b)).is_some_and(|(a, b)| a != b)
}

/// «a second explosion hit the city»: is it told to be one more than what was told before?
fn is_another(event: &Event) -> bool {
    event.why.iter().any(|w| w == ANOTHER)
}

/// Tellings without place of an act that the same article tells with its place join it.
fn recalled(events: Vec<Event>, knowledge: &Knowledge) -> Vec<Event> {
    let joins = |e: &Event| recalls(e) || is_killing_nowhere(e);
    if !events.iter().any(joins) {
        return events;
    }
    let mut by_article: BTreeMap<(EventKind, &str), Vec<usize>> = BTreeMap::new();
    for (i, event) in events.iter().enumerate() {
        by_article.entry((event.kind, article_of(event))).or_default().push(i);
    }
    let mut into: BTreeMap<usize, usize> = BTreeMap::new();
    for (i, event) in events.iter().enumerate().filter(|(_, e)| joins(e)) {
        let group = by_article.get(&(event.kind, article_of(event))).into_iter().flatten();
        let told = group.copied().find(|&j| is_recalled(&events[j], event, knowledge));
        into.extend(told.map(|j| (i, j)));
    }
    if into.is_empty() {
        return events;
    }
    let mut out: Vec<Option<Event>> = events.into_iter().map(Some).collect();
    for (from, to) in into {
        if let Some(event) = out[from].take()
            && let Some(target) = &mut out[to]
        {
            absorb(target, event, knowledge);
        }
    }
    out.into_iter().flatten().collect()
}

/// «the offensive in the north», «its attack on Aleppo»: fighting that one side began on one day, told in one
/// article of a place and of the area around it, is one event, at the place told first.
fn of_one_offensive(events: Vec<Event>, knowledge: &Knowledge) -> Vec<Event> {
    let fights = |e: &Event| e.kind == EventKind::Clash && !e.background;
    if events.iter().filter(|e| fights(e)).count() < 2 {
        return events;
    }
    let mut out: Vec<Event> = Vec::with_capacity(events.len());
    let mut clashes: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for event in events {
        if !fights(&event) {
            out.push(event);
            continue;
        }
        let told = clashes.entry(article_of(&event).to_owned()).or_default();
        let same = event.casualties.is_empty() && is_told(&event);
        let into = told.iter().filter(|_| same).find(|&&i| begin_together(&out[i], &event, knowledge));
        if let Some(&first) = into {
            absorb(&mut out[first], event, knowledge);
        } else {
            told.push(out.len());
            out.push(event);
        }
    }
    out
}

/// The text that tells an event first, by its hash.
pub(in crate::events) fn article_of(event: &Event) -> &str {
    event.mentions.first().map_or("", |m| &m.sha256)
}

/// Are `a` and `b`, fights told in one article, one offensive?
fn begin_together(a: &Event, b: &Event, knowledge: &Knowledge) -> bool {
    let (x, y) = (initiators(a), initiators(b));
    let sides = !x.is_empty() && !y.is_empty() && actors_fit(a, b, knowledge);
    let day = is_told(a) && a.date.range() == b.date.range() && a.date.precision == Precision::Day;
    let like = a.kind == b.kind && a.background == b.background && modalities_fit(a.modality, b.modality);
    like && day && sides && (lies_in(a, b, knowledge) || lies_in(b, a, knowledge))
}

/// Is the place of `a` inside the area that is the place of `b`?
pub(in crate::events) fn lies_in(a: &Event, b: &Event, knowledge: &Knowledge) -> bool {
    let idx = |e: &Event| e.place.as_ref().and_then(|p| p.idx);
    let Some((place, area)) = idx(a).zip(idx(b)) else { return false };
    let conflict = &knowledge.conflict;
    let (inner, outer) = (conflict.place(place), conflict.place(area));
    let governed = !inner.admin1.is_empty() && inner.admin1 == outer.admin1;
    let beside = |&m: &PlaceIdx| !inner.admin1.is_empty() && conflict.place(m).admin1 == inner.admin1;
    outer.kind.is_area() && (governed || outer.members.contains(&place) || outer.members.iter().any(beside))
}

fn recalls(event: &Event) -> bool {
    let acts = !matches!(
        event.kind,
        EventKind::Statement | EventKind::Casualties | EventKind::Diplomacy | EventKind::Leadership
    );
    event.place.is_none() && is_told(event) && !initiators(event).is_empty() && acts
}

fn is_recalled(other: &Event, event: &Event, knowledge: &Knowledge) -> bool {
    other.place.is_some()
        && other.background == event.background
        && modalities_fit(other.modality, event.modality)
        && is_told(other)
        && other.date.range() == event.date.range()
        && other.casualties.is_empty() == event.casualties.is_empty()
        && actors_fit(other, event, knowledge)
        || other.place.is_some()
            && is_killing_nowhere(event)
            && share_victim(event, other)
            && other.background == event.background
            && dates_fit(event, other)
            && actors_fit(other, event, knowledge)
}

pub(in crate::events) fn modalities_fit(a: Modality, b: Modality) -> bool {
    let told = |m| matches!(m, Modality::Asserted | Modality::Claimed);
    a == b || (told(a) && told(b))
}

/// Without a place only neighbours in one article are taken for the same.
fn placeless_fit(a: &Event, b: &Event) -> bool {
    let (Some(x), Some(y)) = (a.mentions.last(), b.mentions.first()) else { return false };
    let one_side = initiators(a).is_empty() || initiators(b).is_empty();
    let near = x.sha256 == y.sha256 && y.start.abs_diff(x.end) < 400 && !one_side;
    let overlap = x.sha256 == y.sha256 && x.sentence == y.sentence;
    if stays_apart(a.kind) {
        return overlap;
    }
    let same_day = is_told(a) && is_told(b) && a.date.range() == b.date.range();
    near || same_day || initiators(a) == initiators(b)
}

/// Those who act in an event.
fn doers(event: &Event) -> impl Iterator<Item = &Actor> {
    event.actors.iter().filter(|a| a.role == Role::Initiator)
}

/// The factions that act in an event.
pub(in crate::events) fn initiators(event: &Event) -> SmallVec<[&str; 4]> {
    doers(event).map(|a| a.faction.as_str()).collect()
}

/// Is one side not named, or do the two share a faction or an ally?
pub(in crate::events) fn actors_fit(a: &Event, b: &Event, knowledge: &Knowledge) -> bool {
    let (x, y) = (initiators(a), initiators(b));
    if is_lost_to_nobody(a, b, knowledge) || is_lost_to_nobody(b, a, knowledge) {
        return false;
    }
    if x.is_empty() || y.is_empty() {
        let is_one_article = match (a.mentions.first(), b.mentions.first()) {
            (Some(x), Some(y)) => x.sha256 == y.sha256,
            _ => false,
        };
        return is_one_article || a.kind == EventKind::Capture;
    }
    if a.kind == EventKind::Statement && speak_apart(a, b, knowledge) {
        return false;
    }
    if take_in_turn(a, b, knowledge) {
        return false;
    }
    // Allies fight side by side; each moves by itself.
    let moves = matches!(a.kind, EventKind::Deployment | EventKind::Withdrawal | EventKind::Statement);
    let allied = || x.iter().any(|f| y.iter().any(|g| are_allies(f, g, knowledge)));
    x.iter().any(|f| y.contains(f)) || (!moves && allied())
}

/// «X lost the town, then regained it», in one sentence: does `lost` tell how a place was taken, by nobody named, from
/// whoever takes it in `taken`?
fn is_lost_to_nobody(lost: &Event, taken: &Event, knowledge: &Knowledge) -> bool {
    let hands = |e: &Event| matches!(e.kind, EventKind::Capture | EventKind::Retake);
    let told = |e: &Event| e.mentions.first().map(|m| (m.sha256.clone(), m.sentence));
    if !hands(lost) || !hands(taken) || doers(lost).next().is_some() || told(lost) != told(taken) {
        return false;
    }
    let same = |t: &Actor, d: &Actor| {
        d.faction == t.faction && (!is_rest(&t.faction, knowledge) || t.name == d.name)
    };
    lost.actors.iter().any(|t| t.role == Role::Target && doers(taken).any(|d| same(t, d)))
}

/// «X took the town, which Y had taken in May»: on days that do not meet, sides of different names take it in turn.
fn take_in_turn(a: &Event, b: &Event, knowledge: &Knowledge) -> bool {
    let days = a.date.range().zip(b.date.range());
    let apart = days.is_some_and(|(x, y)| !x.meets(y, 1));
    matches!(a.kind, EventKind::Capture | EventKind::Retake) && apart && speak_apart(a, b, knowledge)
}

/// «France condemned it, and so did Egypt»: speakers whom one code for all the rest holds are one only by name.
fn speak_apart(a: &Event, b: &Event, knowledge: &Knowledge) -> bool {
    let all_rest = doers(a).chain(doers(b)).all(|s| is_rest(&s.faction, knowledge));
    all_rest && !doers(a).any(|s| doers(b).any(|o| s.name == o.name))
}

/// Is it the code of all sides that have none of their own?
fn is_rest(code: &str, knowledge: &Knowledge) -> bool {
    let conflict = &knowledge.conflict;
    conflict.faction_of(code).is_some_and(|f| conflict.faction(f).is_rest)
}

fn are_allies(a: &str, b: &str, knowledge: &Knowledge) -> bool {
    let conflict = &knowledge.conflict;
    let (Some(x), Some(y)) = (conflict.faction_of(a), conflict.faction_of(b)) else { return false };
    conflict.faction(x).allies.contains(&y) || conflict.faction(y).allies.contains(&x)
}

/// Is the day of an event told by the text, not by its surroundings?
pub(in crate::events) fn is_told(event: &Event) -> bool {
    !matches!(event.date.basis.as_str(), "context" | "published")
}

/// What goes on for more days than these is told as a whole.
const LONG: i64 = 10;

fn adds_up(kind: EventKind) -> bool {
    use EventKind::{AirStrike, Attack, Casualties, Displacement, Shelling};
    matches!(kind, AirStrike | Attack | Casualties | Displacement | Shelling)
}

fn dates_fit(a: &Event, b: &Event) -> bool {
    match (a.date.range(), b.date.range()) {
        (None, _) | (_, None) => true,
        (Some(x), Some(y)) => {
            let exact = |r: DayRange, e: &Event| r.precision == Precision::Day && is_told(e);
            if exact(x, a) && exact(y, b) {
                return x.start() == y.start();
            }
            // «raids for three weeks», «raids today»: the whole and one of them.
            let whole = |r: DayRange, e: &Event| is_told(e) && r.n_days() > LONG && adds_up(e.kind);
            let one = |r: DayRange| r.n_days() <= 2;
            if whole(x, a) && one(y) || whole(y, b) && one(x) {
                return false;
            }
            // «some days before» is no day of the news.
            let span = |r: DayRange, e: &Event| is_told(e) && r.n_days() > 2;
            let near = |e: &Event| !is_told(e);
            let apart = span(x, a) && near(b) || span(y, b) && near(a);
            if x.meets(y, u64::from(!apart)) {
                return true;
            }
            // A change of control that a later text only recalls.
            let recalls = |old: DayRange, new: DayRange, e: &Event| {
                matches!(e.kind, EventKind::Capture | EventKind::Withdrawal)
                    && !is_told(e)
                    && old.end() <= new.end()
                    && (new.end() - old.end()).num_days() <= 31
            };
            recalls(x, y, b) || recalls(y, x, a)
        }
    }
}

fn tolls_fit(a: &Event, b: &Event) -> bool {
    let killed = |e: &Event| e.casualties.iter().filter_map(|t| t.killed).collect::<Vec<_>>();
    let (x, y) = (killed(a), killed(b));
    let counted = matches!(a.kind, EventKind::Casualties | EventKind::AirStrike | EventKind::Shelling);
    x.is_empty() || y.is_empty() || x.iter().any(|k| y.contains(k)) || !counted
}

fn ends_fit(a: &Event, b: &Event) -> bool {
    match (&a.destination, &b.destination) {
        (Some(x), Some(y)) => x.id == y.id,
        _ => true,
    }
}

/// Adds a later telling to an event.
pub(in crate::events) fn absorb(event: &mut Event, other: Event, knowledge: &Knowledge) {
    if initiators(event).is_empty() && !initiators(&other).is_empty() {
        event.kind = other.kind;
    }
    let tighter = other.date.range().is_some_and(|o| {
        event.date.range().is_none_or(|e| (is_told(&other), -o.n_days()) > (is_told(event), -e.n_days()))
    });
    if tighter {
        event.date = other.date;
    }
    for actor in other.actors {
        // One code holds all the rest: of those, the side that acts is not the one acted upon.
        let rest = is_rest(&actor.faction, knowledge);
        let same = |a: &Actor| a.faction == actor.faction && (!rest || a.role == actor.role);
        let known = event.actors.iter().any(|a| same(a) || rest && a.name == actor.name);
        if !known {
            event.actors.push(actor);
        }
    }
    event.modality = event.modality.min(other.modality);
    event.attribution = event.attribution.take().or(other.attribution);
    if event.destination.is_none() {
        event.destination = other.destination;
    }
    match (&mut event.control, other.control) {
        (Some(c), Some(o)) => join_changes(c, o),
        (slot @ None, Some(o)) => *slot = Some(o),
        _ => {}
    }
    for toll in other.casualties {
        count_together(&mut event.casualties, toll);
    }
    event.confidence = event.confidence.max(other.confidence);
    for reason in other.why {
        if !event.why.contains(&reason) {
            event.why.push(reason);
        }
    }
    event.mentions.extend(other.mentions);
}
