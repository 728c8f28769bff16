//! The mentions of the lower layers, as the event reader needs them.

use chrono::{Datelike, NaiveDate};

use super::reading::{ActorClass, ActorHit, DateHit, NumberHit, PlaceHit, Reading, SentenceHit};
use crate::actors::{self, ActorKind, ActorMention, Stage};
use crate::dates::{self, DateMention};
use crate::knowledge::triggers::{Frame, TriggerForm, WordForm};
use crate::knowledge::{HeadClass, Knowledge, PartKind, PlaceIdx, PlaceKind, StateIdx};
use crate::places::{self, PlaceMention, PlaceRole, Story};
use crate::text::numbers::{NumberWord, numeral_at};
use crate::text::{LONGEST_IN_WORDS, Sentence, Text, TokenKind, is_quote, numbers, sentences};

/// An inferred day of publication below this confidence only bounds the days without a year.
const SURE: f32 = 0.5;

impl<'a> Reading<'a> {
    /// Reads all mentions of `source`; `published` is the publication day when it is known.
    pub(in crate::events) fn new(
        source: &'a str,
        published: Option<NaiveDate>,
        knowledge: &'a Knowledge,
    ) -> Self {
        let mut text = Text::new(source, &knowledge.vocabulary);
        let all = sentences(&mut text, &knowledge.clutter);
        let numbers: Vec<NumberHit> = numbers::find(&text, &knowledge.numbers)
            .iter()
            .filter_map(|m| number_hit(m, &text, knowledge))
            .collect();
        let stage = actors::stage(&text, knowledge);
        let theatre = stage.theatre;
        let mut actors: Vec<ActorHit> = actors::find_in(stage.war(knowledge), &text, knowledge)
            .into_iter()
            .map(|m| actor_hit(m, knowledge))
            .collect();
        part_from_numbers(&mut actors, &numbers);
        rank_before(&text, knowledge, &mut actors);
        let captors = super::captured::captors(&text, knowledge, &actors, &numbers);
        actors.retain(|a| {
            !describes(&text, a)
                && !falls(&text, knowledge, a)
                && !names_operation(&text, knowledge, a)
                && !seizes(&text, knowledge, a, &numbers)
                && captors.binary_search(&a.tokens.start).is_err()
        });
        let mut places: Vec<PlaceHit> = places::find_in(story(&stage, knowledge), &text, knowledge)
            .into_iter()
            .filter_map(place_hit)
            .collect();
        let abroad = theatre.filter(|t| Some(*t) != knowledge.actors.theatre);
        let home = match abroad {
            Some(theatre) => country_of(theatre, knowledge),
            None => knowledge.conflict.country,
        };
        places.retain(|p| !bears_persons_name(&text, &actors, p));
        move_country(&text, home, knowledge, &mut places);
        forget_strangers(home, knowledge, &mut places);
        let (inferred, found) = dates::find_from(&text, &all, knowledge, published);
        let published = published.or(inferred.as_ref().filter(|i| i.confidence >= SURE).map(|i| i.day));
        let mut dates: Vec<DateHit> = found
            .into_iter()
            .map(|m| date_hit(&text, m))
            .filter(|d| !names_site(&text, knowledge, d) && !is_in_name(&text, d))
            .collect();
        super::ago::count_from_now(&text, &mut dates, &places, published);
        let numbers = numbers.into_iter().filter(|n| !is_of_date(&dates, n));
        let numbers = numbers.map(|n| behind_date(&text, knowledge, &dates, n)).collect();
        Self {
            sentences: all.iter().filter(|s| s.clutter.is_none()).flat_map(|s| pieces(&text, s)).collect(),
            clutter: all.iter().filter_map(|s| Some((s.span, s.clutter?.as_str().to_owned()))).collect(),
            places,
            actors,
            dates,
            numbers,
            published,
            is_abroad: abroad.is_some(),
            home,
            published_why: inferred.map(|i| i.why).unwrap_or_default(),
            main_place: std::cell::OnceCell::new(),
            knowledge,
            text,
        }
    }
}

/// «the freeing of X», where the text names somebody X in full: no village of that name, and no place that nobody knows.
fn bears_persons_name(text: &Text<'_>, actors: &[ActorHit], place: &PlaceHit) -> bool {
    let small = place.place.is_none() || place.kind == PlaceKind::Village;
    let bare = |t: usize| crate::text::without_article(text.fold_at(t));
    small && place.tokens.len() == 1 && {
        let name = bare(place.tokens.start);
        let full = |a: &&ActorHit| {
            a.class == ActorClass::Person && a.tokens.len() > 1 && !a.tokens.contains(&place.tokens.start)
        };
        let first = actors.partition_point(|a| a.tokens.start + LONGEST_IN_WORDS < place.tokens.start);
        let near =
            actors[first..].iter().take_while(|a| a.tokens.start < place.tokens.end + LONGEST_IN_WORDS);
        near.into_iter().filter(full).any(|a| bare(a.tokens.end - 1) == name)
    }
}

/// «five thousand families»: an actor that begins inside a count begins after it.
fn part_from_numbers(actors: &mut [ActorHit], numbers: &[NumberHit]) {
    for actor in actors.iter_mut().filter(|a| a.tokens.len() > 1) {
        let i = numbers.partition_point(|n| n.to <= actor.tokens.start);
        if let Some(n) = numbers.get(i).filter(|n| n.from < actor.tokens.start && n.to < actor.tokens.end) {
            actor.tokens.start = n.to;
        }
    }
}

/// «the hospital of 22 May»: a day right after a word for a site is its name.
fn names_site(text: &Text<'_>, knowledge: &Knowledge, date: &DateHit) -> bool {
    let Some(before) = date.tokens.start.checked_sub(1).filter(|_| date.has_digits) else { return false };
    let found = knowledge.place_words.words.longest_at(text, before);
    let site = |w: &crate::knowledge::PlaceWord| {
        let site = |k: PlaceKind| !k.is_area() && k != PlaceKind::City;
        w.part == Some(PartKind::Landmark) || w.cue.is_some_and(|c| c.kind.is_some_and(site))
    };
    let in_words = date.tokens.len() == 2; // a number and a month, no year
    in_words && found.is_some_and(|m| m.n_tokens == 1 && site(m.value))
}

/// «the site "September Net"», «the battalion "17 February"»: a month in a short name in quotation marks.
fn is_in_name(text: &Text<'_>, date: &DateHit) -> bool {
    const LONGEST: usize = 4;
    let mark = |i: usize| is_quote(text.fold_at(i));
    let tokens = &date.tokens;
    let from = (tokens.start.saturating_sub(LONGEST)..tokens.start).rev().find(|&i| mark(i));
    let to = (tokens.end..(tokens.end + LONGEST).min(text.tokens.len())).find(|&i| mark(i));
    let Some((from, to)) = from.zip(to).filter(|(from, to)| to - from <= LONGEST + 1) else { return false };
    let is_whole = from + 1 == tokens.start && to == tokens.end;
    let in_words = date.has_digits && tokens.len() == 2; // a number and a month, no year
    let is_month = date.range.is_some_and(|r| r.start().day() == 1 && (28..=31).contains(&r.n_days()));
    (is_month && !is_whole) || in_words
}

/// «has risen since October 2023 to 51,305»: the number that stands behind the date, where both read like a range.
fn behind_date(text: &Text<'_>, knowledge: &Knowledge, dates: &[DateHit], number: NumberHit) -> NumberHit {
    let i = dates.partition_point(|d| d.tokens.end <= number.from);
    let date = dates.get(i).filter(|d| d.tokens.start <= number.from && d.tokens.end < number.to);
    let Some(ends) = date.map(|d| d.tokens.end) else { return number };
    let second = (ends..number.to).find_map(|at| Some((at, numeral_at(text, &knowledge.numbers, at)?)));
    match (second, number.high) {
        (Some((at, numeral)), Some(high)) if numeral.end <= number.to => {
            NumberHit { from: at, low: high, ..number }
        }
        _ => number,
    }
}

/// Is the number a part of a date? Then it counts nothing.
fn is_of_date(dates: &[DateHit], number: &NumberHit) -> bool {
    let i = dates.partition_point(|d| d.tokens.end <= number.from);
    dates.get(i).is_some_and(|d| d.tokens.start <= number.from && number.to <= d.tokens.end)
}

/// «the quarter of Salah al-Din» in the news of another country: a quarter of a city that the text never names
/// is some other quarter of that name.
fn forget_strangers(home: Option<PlaceIdx>, knowledge: &Knowledge, places: &mut Vec<PlaceHit>) {
    let conflict = &knowledge.conflict;
    let Some(home) = home.filter(|h| Some(*h) != conflict.country) else { return };
    let home = conflict.place(home).country.as_str();
    let named: Vec<PlaceIdx> = places.iter().filter_map(|h| h.place).collect();
    let own = |p: PlaceIdx| {
        conflict.country.is_some_and(|c| conflict.place(c).country == conflict.place(p).country)
    };
    let coast = |h: &PlaceHit| h.kind == PlaceKind::Region && h.tokens.len() == 1;
    places.retain(|h| !(coast(h) && h.place.is_some_and(own)));
    for hit in places {
        let Some(quarter) = hit.place.map(|p| conflict.place(p)) else { continue };
        let abroad = matches!(quarter.kind, PlaceKind::Quarter | PlaceKind::Region)
            && quarter.country != home
            && conflict.country.is_some_and(|c| conflict.place(c).country == quarter.country);
        let city = |&p: &PlaceIdx| quarter.parent == Some(p);
        if abroad && !named.iter().any(city) {
            hit.place = None;
            hit.why.push("a quarter of a city that the text does not name".to_owned());
        }
    }
}

/// «Aden, the interim capital»: the capital right behind a name and its comma is the place of that name.
fn drop_appositions(text: &Text<'_>, places: &mut Vec<PlaceHit>, capital: impl Fn(&PlaceHit) -> bool) {
    let comma = |i: usize| matches!(text.fold_at(i), "\u{60C}" | ",");
    let mut ends = None;
    places.retain(|h| {
        let start = h.tokens.start;
        let apposed = start > 0 && comma(start - 1) && ends == Some(start - 1);
        let drop = apposed && capital(h);
        if !drop {
            ends = Some(h.tokens.end);
        }
        !drop
    });
}

/// «the civil prison»: after a definite noun one definite word for civilians is its adjective.
fn describes(text: &Text<'_>, actor: &ActorHit) -> bool {
    let one = actor.class == ActorClass::Civilians && actor.is_common_noun && actor.tokens.len() == 1;
    let at = actor.tokens.start;
    let word = |i: usize| text.tokens[i].kind == TokenKind::Word && text.is_definite(i);
    let plural = |i: usize| text.fold_at(i).ends_with('\u{646}');
    one && at > 0 && word(at) && !plural(at) && word(at - 1)
}

/// «Damascus fell», «Tripoli saw clashes»: a capital that falls is a place; «Russia signed», written like «fell», is none.
fn falls(text: &Text<'_>, knowledge: &Knowledge, actor: &ActorHit) -> bool {
    let before = actor.tokens.start.checked_sub(1).filter(|_| actor.is_land);
    let words = &knowledge.place_words.words;
    let scene = |at: usize| words.longest_at(text, at).is_some_and(|m| m.value.scene);
    before.is_some_and(|at| {
        ends_road(text, knowledge, at) || scene(at) || knowledge.triggers.is_met_at(text, at, Frame::Fall)
    })
}

/// «the road between Damascus and X»: does token `at`, right before a capital, stand behind a road and the word for what
/// it lies between?
fn ends_road(text: &Text<'_>, knowledge: &Knowledge, at: usize) -> bool {
    const REACH: usize = 4;
    const BETWEEN: &str = "\u{628}\u{64A}\u{646}";
    let words = &knowledge.place_words.words;
    let road = |i: usize| words.longest_at(text, i).is_some_and(|m| m.value.part == Some(PartKind::Road));
    text.fold_at(at) == BETWEEN && (at.saturating_sub(REACH)..at).any(road)
}

/// «and captured twelve»: a word for families that is a verb of capturing too, right before a count.
fn seizes(text: &Text<'_>, knowledge: &Knowledge, actor: &ActorHit, numbers: &[NumberHit]) -> bool {
    let (at, next) = (actor.tokens.start, actor.tokens.end);
    if actor.tokens.len() != 1 || actor.class != ActorClass::Civilians {
        return false;
    }
    let counts = numbers.binary_search_by_key(&next, |n| n.from).is_ok();
    // «the X captured»: the noun would have them in the genitive.
    let they = text.is_definite(next) && text.fold_at(next).ends_with("\u{648}\u{646}");
    (counts || they) && knowledge.triggers.of_frame_at(text, at, Frame::Hold).is_some()
}

/// «the battle "X"»: the name of an operation, in quotation marks after its noun, acts nowhere.
fn names_operation(text: &Text<'_>, knowledge: &Knowledge, actor: &ActorHit) -> bool {
    let triggers = &knowledge.triggers;
    let fights = |at: usize| {
        let found = triggers.lexicon.longest_at(text, at)?;
        let fights = |t: &TriggerForm| {
            t.form == WordForm::Noun && triggers.all[usize::from(t.trigger)].frame == Frame::Fight
        };
        found.value.iter().any(fights).then_some(at + found.n_tokens)
    };
    let is_mark = |at: usize| at < text.tokens.len() && is_quote(text.fold_at(at));
    let within = fights(actor.tokens.start).is_some_and(|next| next < actor.tokens.end && is_mark(next));
    let mut at = actor.tokens.start;
    while at > 0 && is_mark(at - 1) {
        at -= 1;
    }
    let before = at.checked_sub(1).filter(|_| at < actor.tokens.start);
    within || before.is_some_and(|b| fights(b) == Some(at))
}

/// «General X»: a person with a rank before the name commands troops.
fn rank_before(text: &Text<'_>, knowledge: &Knowledge, actors: &mut [ActorHit]) {
    for actor in actors.iter_mut().filter(|a| a.class == ActorClass::Person) {
        let Some(before) = actor.tokens.start.checked_sub(1) else { continue };
        let found = knowledge.actors.words.longest_at(text, before).filter(|m| m.n_tokens == 1);
        let leads = |h: crate::knowledge::Head| h.class == HeadClass::Commander;
        let commands = found.is_some_and(|m| m.value.rank || m.value.head.is_some_and(leads));
        actor.is_commander |= commands;
    }
}

/// «The country», its middle and «the capital» are those of the story, which need not be the conflict's own.
fn move_country(text: &Text<'_>, home: Option<PlaceIdx>, knowledge: &Knowledge, places: &mut Vec<PlaceHit>) {
    let conflict = &knowledge.conflict;
    let words = &knowledge.place_words;
    let Some(country) = home.filter(|_| home != conflict.country) else { return };
    let code = conflict.place(country).country.as_str();
    let capital = words.capitals.iter().copied().find(|&p| conflict.place(p).country == code);
    let says = |hit: &PlaceHit, test: fn(&crate::knowledge::PlaceWord) -> bool| {
        hit.tokens.clone().any(|i| words.words.longest_at(text, i).is_some_and(|m| test(m.value)))
    };
    let named = |hit: &PlaceHit| hit.tokens.clone().any(|i| words.names.longest_at(text, i).is_some());
    for hit in places.iter_mut().filter(|h| h.place.is_some() && !named(h)) {
        if hit.place == conflict.capital && says(hit, |w| w.capital) {
            hit.place = capital;
            hit.why.push("the capital of the story".to_owned());
        } else if hit.kind == PlaceKind::Region && says(hit, |w| w.country) {
            (hit.place, hit.kind) = (Some(country), PlaceKind::Country);
            hit.why.push("a part of the country of the story".to_owned());
        }
    }
    places.retain(|h| h.place.is_some() || !says(h, |w| w.capital) || named(h));
    drop_appositions(text, places, |h| says(h, |w| w.capital) && !named(h));
    for hit in places.iter_mut().filter(|h| h.place.is_some() && h.place == conflict.country) {
        let named = conflict.place(country).name_ar.as_str();
        let own = conflict.country.map_or("", |p| conflict.place(p).name_ar.as_str());
        if !hit.name.contains(own) {
            hit.place = Some(country);
            hit.why.push(format!("the country of the story: {named}"));
        }
    }
}

/// What the places of a text may build on.
pub(in crate::events) fn story<'k>(stage: &Stage, knowledge: &'k Knowledge) -> Story<'k> {
    let country = stage.theatre.filter(|_| stage.is_named).and_then(|t| country_of(t, knowledge));
    Story {
        country: country.map(|p| knowledge.conflict.place(p).country.as_str()),
        names_own: stage.names_own,
        party: stage.party.and_then(|p| country_of(p, knowledge)),
    }
}

/// The gazetteer's country of a state.
fn country_of(state: StateIdx, knowledge: &Knowledge) -> Option<PlaceIdx> {
    knowledge.place_words.lands.get(usize::from(state.0)).copied().flatten()
}

fn place_hit(mention: PlaceMention) -> Option<PlaceHit> {
    let is_qualifier = match mention.role {
        PlaceRole::Event | PlaceRole::Again => false,
        PlaceRole::Qualifier => true,
        PlaceRole::Party | PlaceRole::TimeZone | PlaceRole::PartOfName => return None,
    };
    if mention.role == PlaceRole::Again && mention.place.is_none() {
        return None;
    }
    Some(PlaceHit {
        tokens: mention.tokens,
        span: mention.span,
        place: mention.place,
        area: mention.within,
        name: mention.name,
        kind: mention.kind,
        is_part: mention.part.is_some() || mention.offset.is_some(),
        is_road: mention.part.is_some_and(|p| p.kind == PartKind::Road),
        is_qualifier,
        why: mention.why,
    })
}

fn date_hit(text: &Text<'_>, mention: DateMention) -> DateHit {
    DateHit {
        is_since: mention.relation == dates::Relation::Since,
        is_until: mention.relation == dates::Relation::Until
            && mention.is_open
            && mention.basis == dates::Basis::Weekday,
        is_open: mention.is_open,
        is_some_time_ago: mention.is_ago && mention.resolved.is_some_and(|r| r.n_days() > 1),
        has_digits: text.tokens[mention.tokens.clone()].iter().any(|t| t.kind == TokenKind::Number),
        tokens: mention.tokens,
        span: mention.span,
        range: mention.resolved.filter(|_| !mention.is_duration),
        anchor: mention.anchor,
        basis: mention.basis.as_str(),
        why: mention.why,
    }
}

/// A sentence longer than this many tokens is none; it is read piece by piece, in linear time.
const LONGEST: usize = 400;

/// The sentence, or the pieces of a text without stops.
fn pieces(text: &Text<'_>, sentence: &Sentence) -> Vec<SentenceHit> {
    let tokens = &sentence.tokens;
    let hit = |from: usize, to: usize, span| SentenceHit {
        tokens: from..to,
        span,
        is_headline: sentence.headline,
        paragraph: sentence.line as usize,
    };
    if tokens.len() <= LONGEST {
        return vec![hit(tokens.start, tokens.end, sentence.span)];
    }
    let starts = (tokens.start..tokens.end).step_by(LONGEST);
    starts
        .map(|from| {
            let to = (from + LONGEST).min(tokens.end);
            hit(from, to, text.span_of(from, to))
        })
        .collect()
}

/// A number that counts; «Brigade 115» counts nothing, unless what it counts stands right behind («the brigade killed
/// 15 fighters»).
fn number_hit(mention: &numbers::NumberMention, text: &Text<'_>, knowledge: &Knowledge) -> Option<NumberHit> {
    const ACCUSATIVE: char = '\u{627}';
    let (low, high) = mention.count()?;
    let before = mention.tokens.start.checked_sub(1).filter(|&j| text.is_definite(j));
    let word = before.and_then(|j| knowledge.numbers.lexicon.longest_at(text, j));
    let labels = word.is_some_and(|m| *m.value == NumberWord::Label);
    let end = mention.tokens.end;
    let counted = text.tokens.get(end).is_some_and(|t| {
        t.kind == TokenKind::Word && text.fold_at(end).ends_with(ACCUSATIVE) && !text.is_definite(end)
    });
    if labels && !counted {
        return None;
    }
    Some(NumberHit { from: mention.tokens.start, to: mention.tokens.end, low, high })
}

fn actor_hit(mention: ActorMention, knowledge: &Knowledge) -> ActorHit {
    let armed = mention.kind == ActorKind::People && mention.faction != knowledge.actors.sides.civilians;
    let class = match (mention.kind, mention.class) {
        _ if armed => ActorClass::Armed,
        (ActorKind::Civilians, _) | (_, Some(HeadClass::Civil)) => ActorClass::Civilians,
        (ActorKind::Source, _) | (_, Some(HeadClass::Media)) => ActorClass::Source,
        (ActorKind::Person | ActorKind::Official | ActorKind::Office, _) => ActorClass::Person,
        (ActorKind::State | ActorKind::Capital, _)
        | (_, Some(HeadClass::Government | HeadClass::Official)) => ActorClass::State,
        _ => ActorClass::Armed,
    };
    let is_anonymous = is_anonymous(&mention);
    ActorHit {
        tokens: mention.tokens,
        span: mention.span,
        name: mention.name,
        faction: Some(mention.faction),
        leader: mention.leader,
        class,
        is_commander: mention.class == Some(HeadClass::Commander),
        is_common_noun: matches!(mention.kind, ActorKind::Group | ActorKind::Generic | ActorKind::Civilians),
        is_by_office: mention.by_office,
        is_people: mention.kind == ActorKind::People,
        is_anonymous,
        is_of_no_side: mention.kind == ActorKind::Office,
        is_for_side: mention.for_side,
        is_land: matches!(mention.kind, ActorKind::State | ActorKind::Capital),
    }
}

/// Is it someone without a name or a singular office («two officers», «the Syrian commander»)?
fn is_anonymous(mention: &ActorMention) -> bool {
    let led = mention.class == Some(HeadClass::Commander) && mention.kind != ActorKind::Person;
    mention.kind == ActorKind::Generic || led || mention.class == Some(HeadClass::Member)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_without_stops_is_read_in_pieces() {
        let knowledge = Knowledge::embedded().expect("the embedded data");
        let text = "سيطرت الفصائل على مدينة حماة ثم مدينة حمص و".repeat(300);
        let reading = Reading::new(&text, None, &knowledge);
        assert!(reading.sentences.len() > 1);
        assert!(reading.sentences.iter().all(|s| s.tokens.len() <= LONGEST));
        let told = reading.sentences.iter().map(|s| s.tokens.len()).sum::<usize>();
        assert_eq!(told, reading.text.tokens.len());
    }
}
