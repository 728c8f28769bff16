//! From drafts to events of the record: places, control, ACLED types, ids, confidence.

use super::retaken::kind_of;
use super::strangers::unknown_doers;
use crate::base::{CharIndex, Precision, Span};
use crate::events::acts::draft::Draft;
use crate::events::days::when::When;
use crate::events::mentions::reading::{ActorHit, PlaceHit, Reading};
use crate::events::voices::attributed::{Attribution, is_party};
use crate::events::{
    Acled, Actor, ControlChange, ControlStatus, Denial, Event, EventDate, EventKind, EventPlace, Evidence,
    Mention, Modality, Role,
};
use crate::ingest::Article;
use crate::knowledge::{FactionId, Knowledge, PlaceIdx};
use crate::text::Text;

/// The article behind the drafts.
#[derive(Clone, Copy)]
pub(in crate::events) struct Source<'s> {
    /// The article.
    pub(in crate::events) article: &'s Article,
    /// Its characters.
    pub(in crate::events) chars: &'s CharIndex,
    /// The side that its outlet speaks for.
    pub(in crate::events) outlet_of: Option<FactionId>,
}

/// The side in the conflict that an outlet of this name speaks for.
pub(in crate::events) fn side_of_outlet(outlet: Option<&str>, knowledge: &Knowledge) -> Option<FactionId> {
    let named = crate::actors::find(&Text::new(outlet?, &knowledge.vocabulary), knowledge);
    named.iter().map(|m| m.faction).find(|&f| knowledge.conflict.faction(f).holds_ground)
}

/// Adds the events of one draft: one for each place, or one without.
pub(in crate::events) fn build(
    reading: &Reading<'_>,
    source: Source<'_>,
    draft: &Draft,
    when: &When,
    out: &mut Vec<Event>,
) {
    if draft.places.is_empty() {
        out.push(event(reading, source, draft, when, None));
    }
    out.extend(draft.places.iter().map(|&p| event(reading, source, draft, when, Some(p))));
}

fn event(
    reading: &Reading<'_>,
    source: Source<'_>,
    draft: &Draft,
    when: &When,
    place: Option<usize>,
) -> Event {
    let actors = actors(reading, draft, Some(when));
    let denied = draft.denied.as_deref();
    let control = control(reading, draft, place.map(|p| &reading.places[p]), when);
    let date = event_date(when);
    let setting = draft.setting.filter(|_| place.is_none());
    let event_place = match setting {
        Some(idx) => Some(gazetteer_place(reading, idx)),
        None => place.map(|p| event_place(reading, &reading.places[p])),
    };
    let mut mention = mention(reading, source, draft, when, place);
    mention.evidence.is_whole = control.as_ref().map(|c| c.status == ControlStatus::Held);
    let n_place = place.map_or(0, |p| reading.places[p].why.len());
    let mut why = Vec::with_capacity(draft.why.len() + n_place + when.why.len());
    why.extend(draft.why.iter().cloned());
    why.extend(place.into_iter().flat_map(|p| reading.places[p].why.iter().cloned()));
    why.extend(when.why.iter().cloned());
    let kind = kind_of(reading, draft, &actors);
    match kind {
        EventKind::Retake if kind != draft.kind => why.push("taken by the government of the country".into()),
        EventKind::Capture if kind != draft.kind => why.push("taken by those who replaced it".into()),
        _ => {}
    }
    let attribution = draft.stance.attribution.as_ref().map(|a| speaker_name(reading, a));
    Event {
        id: String::new(),
        kind,
        acled: None, // once it is merged
        confidence: confidence(draft, when, event_place.as_ref()),
        date,
        place: event_place,
        destination: draft.destination.map(|d| self::event_place(reading, &reading.places[d])),
        actors,
        control,
        modality: draft.stance.modality,
        attribution,
        background: when.is_background,
        casualties: draft.tolls.clone(),
        why,
        mentions: vec![mention],
        disputes: Vec::new(),
        denies: denied.map(|d| denial(reading, d)),
    }
}

fn denial(reading: &Reading<'_>, act: &Draft) -> Denial {
    let by = actors(reading, act, None).into_iter().filter(|a| a.role == Role::Initiator).map(|a| a.faction);
    let place = act.places.first().map(|&p| event_place(reading, &reading.places[p]).id);
    Denial { kind: act.kind, by: by.collect(), place }
}

fn actors(reading: &Reading<'_>, draft: &Draft, when: Option<&When>) -> Vec<Actor> {
    let n_told = draft.initiators.len() + draft.targets.len() + draft.others.len();
    let mut out: Vec<Actor> = Vec::with_capacity(n_told + 1); // one of whom only the act tells
    for (list, role) in
        [(&draft.initiators, Role::Initiator), (&draft.targets, Role::Target), (&draft.others, Role::Other)]
    {
        for &a in list {
            let hit = &reading.actors[a];
            for id in hit.leader.into_iter().chain(side_then(reading, hit, when)) {
                let side = reading.knowledge.conflict.faction(id);
                let (faction, rest) = (side.code.clone(), side.is_rest);
                let same = |o: &Actor| o.faction == faction && (!rest || o.name == hit.name);
                if !out.iter().any(|o| o.role == role && same(o)) {
                    out.push(Actor { name: hit.name.clone(), faction, role, faction_id: Some(id) });
                }
            }
        }
    }
    if let Some((name, id)) = draft.thing.clone() {
        let faction = reading.knowledge.conflict.faction(id).code.clone();
        out.push(Actor { name, faction, role: Role::Target, faction_id: Some(id) });
    }
    if let Some(name) = unknown_doers(reading, draft) {
        let id = reading.knowledge.actors.sides.other;
        let faction = reading.knowledge.conflict.faction(id).code.clone();
        out.push(Actor { name, faction, role: Role::Initiator, faction_id: Some(id) });
    }
    let civil = matches!(draft.kind, EventKind::Displacement | EventKind::Protest);
    let conflict = &reading.knowledge.conflict;
    let civilians = reading.knowledge.status.civilians.as_deref().filter(|_| civil);
    let civilians = civilians.and_then(|code| conflict.faction_of(code));
    if let Some(id) = civilians.filter(|_| !out.iter().any(|a| a.role == Role::Initiator)) {
        let faction = conflict.faction(id);
        let name = faction.name_ar.clone();
        out.push(Actor { name, faction: faction.code.clone(), role: Role::Initiator, faction_id: Some(id) });
    }
    out
}

/// Has another taken over the government by the time of the event?
fn is_succeeded(reading: &Reading<'_>, when: Option<&When>) -> bool {
    let range = when.and_then(|w| w.range);
    let day = range.map(crate::base::DayRange::start).or(reading.published);
    reading.knowledge.actors.succession.as_ref().is_some_and(|s| day.is_some_and(|d| d >= s.day))
}

/// The side of a mention on the day of the event: an office is held by whoever governs then.
fn side_then(reading: &Reading<'_>, hit: &ActorHit, when: Option<&When>) -> Option<FactionId> {
    let actors = &reading.knowledge.actors;
    let of_government = hit.is_by_office && hit.faction == Some(actors.sides.government);
    let heir = actors.succession.as_ref().filter(|_| of_government && is_succeeded(reading, when));
    heir.map(|s| s.faction).or(hit.faction)
}

/// Who holds the place afterwards, for the kinds that say so.
fn control(
    reading: &Reading<'_>,
    draft: &Draft,
    place: Option<&PlaceHit>,
    when: &When,
) -> Option<ControlChange> {
    let moves = matches!(
        draft.kind,
        EventKind::Capture | EventKind::Retake | EventKind::Advance | EventKind::Withdrawal
    );
    if !moves {
        return None;
    }
    // Who cuts the road that a city names holds nothing of the city.
    if draft.is_on_road || place.is_some_and(|p| p.is_road) {
        return None;
    }
    let conflict = &reading.knowledge.conflict;
    let then = |a: &usize| side_then(reading, &reading.actors[*a], Some(when));
    let side = |a: &usize| reading.actors[*a].leader.or_else(|| then(a));
    let code = |a: &usize| side(a).map(|f| conflict.faction(f).code.clone());
    // «the forces of Turkey and the groups that it backs took X»: the groups hold it, also under the name of all such groups.
    let client = || {
        let patron = draft.initiators.first().and_then(side)?;
        let client = reading.knowledge.actors.client_of(patron);
        let allies = &conflict.faction(client).allies;
        let own =
            |f: FactionId| f == client || allies.contains(&f) && !reading.knowledge.actors.is_of_state(f);
        let beside = draft.initiators.iter().skip(1).filter_map(side).any(own);
        (client != patron && beside).then(|| conflict.faction(client).code.clone())
    };
    let first = client().or_else(|| draft.initiators.first().and_then(code));
    // Civilians hold no ground.
    let civilians = reading.knowledge.status.civilians.as_ref();
    let target = draft.targets.first().and_then(code).filter(|c| Some(c) != civilians);
    let home = conflict.country.map(|c| conflict.place(c).country.as_str());
    let is_home =
        place.and_then(|p| p.place).is_none_or(|p| Some(conflict.place(p).country.as_str()) == home);
    let own = conflict.factions.iter().find(|f| f.is_government);
    let own = own.filter(|_| !is_succeeded(reading, Some(when)));
    let government = own.filter(|_| is_home && !reading.is_abroad).map(|f| f.code.clone());
    let (from, to, is_assumed) = if draft.kind == EventKind::Withdrawal {
        let next = draft.others.iter().find(|a| !is_of_site(reading, **a));
        let next = next.or(draft.targets.first()).and_then(code);
        (first, next.filter(|c| Some(c) != civilians), false)
    } else {
        let is_assumed = target.is_none();
        let regained = draft.kind == EventKind::Retake && first.is_none();
        let to = if regained { government.clone() } else { first };
        let from = target.or_else(|| government.filter(|g| to.as_ref() != Some(g)));
        (from, to, is_assumed)
    };
    let from = from.filter(|f| to.as_ref() != Some(f)); // nobody takes a place from himself
    let is_part = draft.is_partial || place.is_some_and(|p| p.is_part) || draft.kind == EventKind::Advance;
    let status = if is_part { ControlStatus::Contested } else { ControlStatus::Held };
    Some(ControlChange { from, to, status, is_assumed })
}

/// «withdrew from the headquarters of the sixth division»: does the actor only say whose site it is?
fn is_of_site(reading: &Reading<'_>, actor: usize) -> bool {
    let before = reading.actors[actor].tokens.start.checked_sub(1);
    let word = before.and_then(|t| reading.knowledge.place_words.words.longest_at(&reading.text, t));
    word.is_some_and(|m| m.value.cue.is_some() || m.value.part.is_some())
}

fn event_date(when: &When) -> EventDate {
    EventDate {
        start: when.range.map(crate::base::DayRange::start),
        end: when.range.map(crate::base::DayRange::end),
        precision: when.range.map_or(Precision::Unknown, |r| r.precision),
        text: when.text.clone(),
        basis: when.basis.to_owned(),
    }
}

fn event_place(reading: &Reading<'_>, hit: &PlaceHit) -> EventPlace {
    match hit.place {
        Some(idx) => gazetteer_place(reading, idx),
        None => EventPlace {
            id: format!("x:{}", hit.name),
            name_en: hit.name.clone(),
            name_ar: hit.name.clone(),
            lat: None,
            lon: None,
            kind: hit.kind,
            precision: 2,
            admin1: hit
                .area
                .map(|a| reading.knowledge.conflict.place(a).admin1.clone())
                .filter(|a| !a.is_empty()),
            idx: None,
        },
    }
}

fn gazetteer_place(reading: &Reading<'_>, idx: PlaceIdx) -> EventPlace {
    let place = reading.knowledge.conflict.place(idx);
    EventPlace {
        id: place.id.clone(),
        name_en: place.name_en.clone(),
        name_ar: place.name_ar.clone(),
        lat: Some(place.at.lat),
        lon: Some(place.at.lon),
        kind: place.kind,
        precision: place.precision,
        admin1: (!place.admin1.is_empty()).then(|| place.admin1.clone()),
        idx: Some(idx),
    }
}

/// Who says it, as in the text; a single actor without the preposition written on to it («in a statement by X»).
fn speaker_name(reading: &Reading<'_>, attribution: &Attribution) -> String {
    let single = attribution.actors.first().map(|&a| &reading.actors[a]);
    let whole = single.filter(|hit| hit.tokens == (attribution.from..attribution.to));
    let written = || reading.text.span_of(attribution.from, attribution.to).of(reading.text.source);
    whole.map_or_else(|| written().to_owned(), |hit| hit.name.clone())
}

/// The side in the conflict that a source is, or speaks for.
fn side_of(reading: &Reading<'_>, attribution: &Attribution) -> Option<FactionId> {
    let mut parties = attribution.actors.iter().filter(|&&a| attribution.is_party && is_party(reading, a));
    parties.find_map(|&a| reading.actors[a].faction)
}

fn mention(
    reading: &Reading<'_>,
    source: Source<'_>,
    draft: &Draft,
    when: &When,
    place: Option<usize>,
) -> Mention {
    let text = reading.text.source;
    let sentence = &reading.sentences[draft.sentence];
    let (mut from, mut to) = draft.quote;
    // What is said ends with its words, though the place of what it is about stands before them.
    if let Some(p) = place.filter(|_| draft.kind != EventKind::Statement) {
        let tokens = &reading.places[p].tokens;
        if tokens.start >= sentence.tokens.start && tokens.end <= sentence.tokens.end {
            (from, to) = (from.min(tokens.start), to.max(tokens.end));
        }
    }
    let span = reading.text.span_of(from, to);
    let spans = |list: &[usize]| list.iter().map(|&a| reading.actors[a].span).collect::<Vec<_>>();
    let mut actors = spans(&draft.initiators);
    actors.extend(spans(&draft.targets));
    actors.extend(spans(&draft.others));
    let attribution = draft.stance.attribution.as_ref();
    Mention {
        article: source.article.id.clone(),
        sha256: source.article.sha256.clone(),
        start: source.chars.chars_before(text, span.start as usize),
        end: source.chars.chars_before(text, span.end as usize),
        quote: span.of(text).to_owned(),
        span,
        sentence: sentence.span,
        evidence: Evidence {
            is_headline: sentence.is_headline,
            trigger: reading.text.span_of(draft.trigger.0, draft.trigger.1),
            date: when.date.map(|d| reading.dates[d].span),
            place: place.map(|p| reading.places[p].span),
            actors,
            attribution: attribution
                .map(|a| reading.text.span_of(a.from, a.to))
                .filter(|s: &Span| !s.is_empty()),
            modality: Some(draft.stance.modality),
            source: attribution.map(|a| speaker_name(reading, a)),
            told_by: attribution.and_then(|a| side_of(reading, a)).or(source.outlet_of),
            is_whole: None,
        },
        published: reading.published,
    }
}

fn confidence(draft: &Draft, when: &When, place: Option<&EventPlace>) -> f32 {
    let mut score = 0.5_f32;
    if place.is_some_and(|p| p.idx.is_some()) {
        score += 0.15;
    }
    if when.date.is_some() {
        score += 0.15;
    }
    if !draft.initiators.is_empty() {
        score += 0.1;
    }
    if !draft.is_weak {
        score += 0.05;
    }
    if draft.stance.modality == Modality::Asserted {
        score += 0.04;
    }
    (score * 100.0).round() / 100.0
}

/// ACLED's types of an event, after the table of the product.
pub(super) fn acled(event: &Event) -> Option<Acled> {
    let resisted = |e: &Event| e.control.as_ref().is_some_and(|c| c.from.is_some());
    let (kind, sub) = match event.kind {
        EventKind::Capture if resisted(event) => ("Battles", "Non-state actor overtakes territory"),
        EventKind::Capture => ("Strategic developments", "Non-violent transfer of territory"),
        EventKind::Retake => ("Battles", "Government regains territory"),
        EventKind::Advance | EventKind::Clash | EventKind::Defence => ("Battles", "Armed clash"),
        EventKind::Withdrawal if event.control.as_ref().is_some_and(|c| c.to.is_some()) => {
            ("Strategic developments", "Non-violent transfer of territory")
        }
        EventKind::Withdrawal | EventKind::Release | EventKind::Displacement | EventKind::Infrastructure => {
            ("Strategic developments", "Other")
        }
        EventKind::AirStrike => ("Explosions/Remote violence", "Air/drone strike"),
        EventKind::Shelling => ("Explosions/Remote violence", "Shelling/artillery/missile attack"),
        EventKind::Attack => ("Violence against civilians", "Attack"),
        EventKind::Infighting | EventKind::Deployment => {
            ("Strategic developments", "Change to group/activity")
        }
        EventKind::Detention => ("Strategic developments", "Arrests"),
        EventKind::Protest => ("Protests", "Peaceful protest"),
        EventKind::Agreement => ("Strategic developments", "Agreement"),
        EventKind::Casualties | EventKind::Diplomacy | EventKind::Statement | EventKind::Leadership => {
            return None;
        }
    };
    Some(Acled { event_type: kind.into(), sub_event_type: sub.into() })
}
