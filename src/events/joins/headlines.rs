//! A headline tells in wider terms what the text below it tells in full.

use std::collections::BTreeMap;

use crate::events::facts::merge::{
    absorb, actors_fit, article_of, initiators, is_told, lies_in, modalities_fit, sorted,
};
use crate::events::{ControlStatus, Event, EventKind, EventPlace, Role};
use crate::knowledge::{Knowledge, Place, PlaceKind};

/// How far from a city of which no governorate is known what is told of it may lie.
const AROUND_KM: f64 = 70.0;

/// How far from the middle of a governorate, of which no borders are known, its towns lie.
const WITHIN_KM: f64 = 160.0;

/// How far from its middle the towns of a part of a country lie.
const REGION_KM: f64 = 300.0;

/// What only headlines tell, without a place or of an area, joins the event below it that tells the same. What is
/// nowhere and stands in no line below the headline is only a way of putting it, where the text tells anything.
pub(in crate::events) fn headlined(events: Vec<Event>, knowledge: &Knowledge) -> Vec<Event> {
    let only = |e: &Event| !e.mentions.is_empty() && e.mentions.iter().all(|m| m.evidence.is_headline);
    if !events.iter().any(only) {
        return sorted(events, |a, b| first(a).cmp(&first(b)));
    }
    let (mut heads, mut out) = (Vec::new(), Vec::with_capacity(events.len()));
    for event in events {
        if only(&event) { heads.push(event) } else { out.push(event) }
    }
    let mut by_article: BTreeMap<String, Vec<usize>> =
        heads.iter().map(|h| (article_of(h).to_owned(), Vec::new())).collect();
    for (i, event) in out.iter().enumerate() {
        if let Some(below) = by_article.get_mut(article_of(event)) {
            below.push(i);
        }
    }
    let mut left = Vec::with_capacity(heads.len() + out.len());
    for head in heads {
        let below = by_article.get(article_of(&head)).filter(|b| !b.is_empty());
        let told = below.and_then(|b| {
            let wider = b.iter().copied().find(|&i| sums_up(&head, &out[i], knowledge, is_wider));
            let same = || b.iter().copied().find(|&i| sums_up(&head, &out[i], knowledge, counts_same));
            let deal = || b.iter().copied().find(|&i| is_deal_of(&head, &out[i], knowledge));
            let elsewhere = || same().or_else(deal).map(|i| (i, true));
            wider.map(|i| (i, false)).or_else(elsewhere)
        });
        let says_nothing = head.place.is_none() && below.is_some();
        match told {
            Some((i, is_elsewhere)) => {
                // A headline names what everybody knows, the text below it may name a namesake.
                let place = head.place.clone().filter(|_| is_elsewhere);
                if head.kind == EventKind::AirStrike && out[i].kind == EventKind::Shelling {
                    out[i].kind = head.kind;
                }
                if kills_in_attack(&head, &out[i]) || kills_counted(&head, &out[i]) {
                    out[i].kind = head.kind;
                }
                absorb(&mut out[i], head, knowledge);
                out[i].place = place.or(out[i].place.take());
            }
            None if says_nothing => {}
            None => left.push(head),
        }
    }
    left.append(&mut out);
    sorted(left, |a, b| first(a).cmp(&first(b)))
}

fn first(event: &Event) -> (Option<&str>, usize) {
    let mention = event.mentions.first();
    (mention.map(|m| m.article.as_str()), mention.map_or(0, |m| m.start))
}

/// Does the headline `head` say what `event`, told below it in the same article, says more exactly?
fn sums_up(
    head: &Event,
    event: &Event,
    knowledge: &Knowledge,
    fits: impl Fn(&EventPlace, &Event, &Event, &Knowledge) -> bool,
) -> bool {
    let days = !is_told(head) || head.date.range().zip(event.date.range()).is_none_or(|(x, y)| x.meets(y, 1));
    let wider = head.place.as_ref().is_none_or(|p| fits(p, head, event, knowledge));
    let sides = initiators(head).is_empty() || !initiators(event).is_empty() || kills_counted(head, event);
    let dead = |e: &Event| e.casualties.iter().filter_map(|t| t.killed).collect::<Vec<_>>();
    let (told, below) = (dead(head), dead(event));
    let tolls = told.is_empty() || told.iter().any(|k| below.iter().any(|b| may_be_one(*k, *b)));
    let like = family(head.kind) != 0 && family(head.kind) == family(event.kind);
    (like || counts_dead_of(head, event) || kills_in_attack(head, event))
        && head.background == event.background
        && modalities_fit(head.modality, event.modality)
        && (wider && event.place.is_some())
        && days
        && sides
        && tolls
        && actors_fit(head, event, knowledge)
}

/// Is `place`, where the headline `head` puts what it tells, that of `event`, the governorate or country around it,
/// or the chief town there? Land is taken and left by name, so that no chief town stands for its villages.
fn is_wider(place: &EventPlace, head: &Event, event: &Event, knowledge: &Knowledge) -> bool {
    let conflict = &knowledge.conflict;
    // «took a town in X»: some town there, which the text below names.
    let part = head.control.as_ref().is_some_and(|c| c.status == ControlStatus::Contested);
    let takes = matches!(family(head.kind), 1 | 4);
    let Some((below, wide)) = event.place.as_ref().and_then(|p| p.idx).zip(place.idx) else {
        // A village that no gazetteer knows, below a headline of the land around it.
        let unknown = event.place.as_ref().is_some_and(|p| p.idx.is_none() && !p.kind.is_area());
        return unknown
            && matches!(place.kind, PlaceKind::Region | PlaceKind::Governorate)
            && (part || !takes);
    };
    let (below, wide) = (conflict.place(below), conflict.place(wide));
    let is_chief = wide.kind == PlaceKind::City && !below.kind.is_area() && !takes;
    let governed = match wide.admin1.as_str() {
        "" => wide.at.distance_km(below.at) < AROUND_KM,
        admin1 => admin1 == wide.name_en && admin1 == below.admin1,
    };
    // «took the governorate of X» tells more than the last district below it.
    let whole_taken = head.control.as_ref().is_some_and(|c| c.status == ControlStatus::Held);
    if family(head.kind) == 1 && whole_taken && place.kind == PlaceKind::Governorate && below.id != wide.id {
        return false;
    }
    let whole = matches!(place.kind, PlaceKind::Governorate | PlaceKind::Country);
    // Abroad no governorate is known of a town: its distance tells.
    let within = |area: &Place| {
        below.admin1.is_empty()
            && below.country == area.country
            && (area.kind == PlaceKind::Country || area.at.distance_km(below.at) < WITHIN_KM)
    };
    let governs = || conflict.places.iter().find(|g| bears_name_of(g, wide));
    let near = match place.kind {
        PlaceKind::Governorate | PlaceKind::Country => within(wide),
        PlaceKind::Region => (part || !takes) && (within(wide) || part && is_around(wide, below)),
        PlaceKind::Town if !takes && !below.kind.is_area() => governs().is_some_and(within),
        _ => false,
    };
    // «raids in X» above, «in the governorate of X» below.
    let named_for = !takes && wide.kind == PlaceKind::City && bears_name_of(below, wide);
    below.id == wide.id
        || named_for
        || is_chief && governed
        || whole && lies_in(event, head, knowledge)
        || near
}

/// Does the town lie about the middle of the region, of which no sites are known?
fn is_around(region: &Place, town: &Place) -> bool {
    let near = region.at.distance_km(town.at) < REGION_KM;
    region.members.is_empty() && region.country == town.country && !town.kind.is_area() && near
}

/// Is `area` the governorate that has its name from the town?
fn bears_name_of(area: &Place, town: &Place) -> bool {
    area.kind == PlaceKind::Governorate
        && area.country == town.country
        && area.name_ar.strip_suffix(town.name_ar.as_str()).is_some_and(|rest| rest.ends_with(' '))
}

/// Do both count the same dead, so many that it is no chance? Then the place told below is one within that of the
/// headline, however it was read.
fn counts_same(_: &EventPlace, head: &Event, event: &Event, _: &Knowledge) -> bool {
    const MANY: u64 = 5;
    let dead = |e: &Event| e.casualties.iter().filter_map(|t| t.killed).max();
    dead(head).is_some_and(|n| n.0 >= MANY && dead(event).is_some_and(|m| is_rounded(n, m)))
}

/// «ten dead in X» above, «ten were killed in a blast in X» below: is the toll of the headline that of the act?
fn counts_dead_of(head: &Event, event: &Event) -> bool {
    // «33 dead» above, «at least 33 dead» below.
    let of = |e: &Event| e.casualties.iter().filter_map(|t| t.killed).max();
    let violent = matches!(family(event.kind), 2 | 3 | 5) || event.kind == EventKind::Casualties;
    // «25 dead in an attack on X» above is told in full as the raid of gunmen on a parade.
    let sums = head.kind == EventKind::Casualties
        || head.kind == EventKind::Clash && event.kind == EventKind::Attack
        || kills_counted(head, event);
    sums && violent && of(head).zip(of(event)).is_some_and(|(n, m)| is_rounded(n, m))
}

/// «X kills twelve policemen» above, «twelve policemen were killed» below.
fn kills_counted(head: &Event, event: &Event) -> bool {
    head.kind == EventKind::Attack && event.kind == EventKind::Casualties && !head.casualties.is_empty()
}

/// «a truce in X» above, and below it whoever agreed, without the place.
fn is_deal_of(head: &Event, event: &Event, knowledge: &Knowledge) -> bool {
    let deals = head.kind == EventKind::Agreement && event.kind == EventKind::Agreement;
    let days = !is_told(head) || head.date.range().zip(event.date.range()).is_none_or(|(x, y)| x.meets(y, 1));
    deals
        && days
        && head.place.is_some()
        && event.place.is_none()
        && head.background == event.background
        && modalities_fit(head.modality, event.modality)
        && actors_fit(head, event, knowledge)
}

/// «the killing of the ambassador» above, «he was killed when gunmen attacked the consulate» below: the same men are hit.
fn kills_in_attack(head: &Event, event: &Event) -> bool {
    let hit = |e: &Event| {
        let targets = e.actors.iter().filter(|a| a.role == Role::Target);
        targets.map(|a| a.name.clone()).collect::<Vec<_>>()
    };
    let same = || hit(head).iter().any(|n| hit(event).contains(n));
    head.kind == EventKind::Attack && event.kind == EventKind::Clash && head.casualties.is_empty() && same()
}

/// May two counts, low and high, be of the same people?
fn may_be_one(a: (u64, Option<u64>), b: (u64, Option<u64>)) -> bool {
    // «120 dead» above, «more than 120» below.
    let above = u64::from(b.1.is_none());
    a.0 <= b.1.unwrap_or(u64::MAX) && b.0 <= a.1.unwrap_or(u64::MAX).saturating_add(above)
}

/// Is the count below that of the headline, or «more than» it?
fn is_rounded(head: (u64, Option<u64>), below: (u64, Option<u64>)) -> bool {
    below.0 == head.0 || below.1.is_none() && below.0 == head.0 + 1
}

/// Kinds that a headline may put for one another; 0 for those that it sums up no others of.
fn family(kind: EventKind) -> u8 {
    match kind {
        EventKind::Capture | EventKind::Retake | EventKind::Advance => 1,
        EventKind::Shelling | EventKind::AirStrike => 2,
        EventKind::Clash | EventKind::Defence => 3,
        EventKind::Withdrawal => 4,
        EventKind::Attack => 5,
        EventKind::Displacement => 6,
        EventKind::Detention => 7,
        EventKind::Release => 8,
        EventKind::Deployment => 9,
        EventKind::Infrastructure => 10,
        EventKind::Diplomacy => 11,
        _ => 0,
    }
}
