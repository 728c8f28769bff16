//! The selected event in full: every field with its basis, tolls, tellings, disputes.

use std::ops::Range;

use super::events::{faction_name, title};
use super::place::governorate_of;
use super::reader::{HighlightKind, parts_of, sentence_of};
use super::reasons;
use super::words::{Arg, Words};
use super::{Rgb, UNKNOWN_COLOUR, colour_of};
use crate::base::Precision;
use crate::events::{Actor, ControlStatus, Event, EventKind, EventPlace, Mention, Role, Toll, TollWho};
use crate::knowledge::PlaceKind;
use crate::state::{Lang, View};
use crate::store::{Corpus, lead_faction};

/// One line of the inspector.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// What it is about.
    pub label: String,
    /// What is known.
    pub value: String,
    /// How it is known.
    pub basis: Option<String>,
    /// The colour of the faction it names.
    pub colour: Option<Rgb>,
}

/// One telling of the event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MentionRow {
    /// The article's id.
    pub article: String,
    /// Its title, or its id.
    pub source: String,
    /// Outlet and day of publication.
    pub meta: String,
    /// The sentence.
    pub sentence: String,
    /// The words each part was read from, as byte ranges of the sentence, in order.
    pub highlights: Vec<(Range<usize>, HighlightKind)>,
}

/// Another event that this one stands in relation to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// Its id.
    pub id: String,
    /// Kind and place.
    pub title: String,
    /// Day and source.
    pub detail: String,
}

/// The selected event.
#[derive(Clone, Debug, PartialEq)]
pub struct Inspector {
    /// Its id.
    pub id: String,
    /// Kind and place.
    pub title: String,
    /// Its colour.
    pub colour: Rgb,
    /// Badges: claimed, denied, disputed, background.
    pub badges: Vec<String>,
    /// Fields in order.
    pub fields: Vec<Field>,
    /// 0 to 1.
    pub confidence: f32,
    /// Short reasons for the reader's decisions.
    pub why: Vec<String>,
    /// Where it is told.
    pub mentions: Vec<MentionRow>,
    /// What contradicts it.
    pub disputes: Vec<Relation>,
}

impl Inspector {
    /// The event that `view` selects; nothing when it selects none that exists.
    pub fn build(corpus: &Corpus, view: &View) -> Option<Self> {
        let event = corpus.event(view.event.as_deref()?)?;
        let conflict = &corpus.knowledge.conflict;
        let lead = lead_faction(event).and_then(|code| conflict.faction_of(code));
        Some(Self {
            id: event.id.clone(),
            title: title(event, view.lang),
            colour: lead.map_or(UNKNOWN_COLOUR, |f| colour_of(conflict.faction(f), view)),
            badges: badges(event, Words::of(view.lang)),
            fields: Fields { corpus, view, words: Words::of(view.lang), rows: Vec::new() }.of(event),
            confidence: event.confidence,
            why: event.why.iter().map(|r| reasons::in_words(Words::of(view.lang), conflict, r)).collect(),
            mentions: event.mentions.iter().map(|m| mention(corpus, view, m)).collect(),
            disputes: event.disputes.iter().filter_map(|id| relation(corpus, view, id)).collect(),
        })
    }
}

fn badges(event: &Event, words: &Words) -> Vec<String> {
    let mut badges = vec![words.modality(event.modality).to_owned()];
    if !event.disputes.is_empty() {
        badges.push(words.text("badge-disputed").to_owned());
    }
    if event.background {
        badges.push(words.text("badge-background").to_owned());
    }
    badges
}

/// A type of ACLED («Air/drone strike») in the language of `words`, where that has words for it.
fn acled_name<'n>(words: &'static Words, name: &'n str) -> &'n str {
    let parts = name.split(|c: char| !c.is_alphanumeric()).filter(|p| !p.is_empty());
    let key = parts.fold(String::from("acled"), |key, part| key + "-" + &part.to_lowercase());
    words.find(&key).unwrap_or(name)
}

/// Collects the fields of one event.
struct Fields<'a> {
    corpus: &'a Corpus,
    view: &'a View,
    words: &'static Words,
    rows: Vec<Field>,
}

impl Fields<'_> {
    fn of(mut self, event: &Event) -> Vec<Field> {
        self.date(event);
        self.places(event);
        self.actors(event);
        self.control(event);
        event.casualties.iter().for_each(|toll| self.toll(toll));
        if let Some(by) = &event.attribution {
            self.push("field-attribution", by.clone(), None, None);
        }
        if let Some(acled) = &event.acled {
            let name = |name| acled_name(self.words, name);
            let value = format!("{} / {}", name(&acled.event_type), name(&acled.sub_event_type));
            self.push("field-acled", value, None, None);
        }
        self.rows
    }

    fn push(&mut self, label: &str, value: String, basis: Option<String>, colour: Option<Rgb>) {
        self.rows.push(Field { label: self.words.text(label).to_owned(), value, basis, colour });
    }

    fn date(&mut self, event: &Event) {
        let (words, date) = (self.words, &event.date);
        let mut value = words.date_range(date.start, date.end);
        if let (Some(a), Some(b)) = (date.start, date.end)
            && a == b
        {
            value = words.long_date(a);
        }
        let key = format!("basis-{}", date.basis);
        let how = words.find(&key).unwrap_or(&date.basis);
        let mut basis = if date.text.is_empty() {
            how.to_owned()
        } else {
            words.with("basis-quoted", &[("how", Arg::S(how)), ("text", Arg::S(&date.text))])
        };
        if date.precision != Precision::Day {
            basis = format!("{} · {basis}", words.text(precision_key(date.precision)));
        }
        self.push("field-date", value, Some(basis), None);
    }

    fn places(&mut self, event: &Event) {
        let lang = self.view.lang;
        for (key, place) in [("field-place", &event.place), ("field-destination", &event.destination)] {
            let Some(place) = place else { continue };
            let name = lang.pick(&place.name_en, &place.name_ar);
            let other = lang.other().pick(&place.name_en, &place.name_ar);
            // Digits and brackets of the name in the other script keep its order (UAX #9, FSI and PDI).
            let neutral = other.contains(|c: char| c.is_ascii_digit() || c == '(');
            let value = if neutral {
                format!("{name} (\u{2068}{other}\u{2069}){}", lang.mark())
            } else {
                format!("{name} ({other})")
            };
            let kind_key = format!("place-{}", place.kind.as_str());
            let kind = self.words.find(&kind_key).unwrap_or(place.kind.as_str()).to_owned();
            let near = self.governorate(place);
            let unknown = place.at().is_none().then(|| self.words.text("place-unlocated").to_owned());
            let basis = [Some(kind), near, unknown].into_iter().flatten().collect::<Vec<_>>().join(" · ");
            self.push(key, value, Some(basis), None);
        }
    }

    /// The governorate in the view's language, as far as the gazetteer knows it.
    fn governorate(&self, place: &EventPlace) -> Option<String> {
        let conflict = &self.corpus.knowledge.conflict;
        let idx = place.idx.or_else(|| conflict.place_of(&place.id));
        let around = idx.and_then(|idx| governorate_of(conflict, idx));
        let name = around.map(|p| self.view.lang.pick(&p.name_en, &p.name_ar).to_owned());
        // The name of the record is English.
        let recorded = place.admin1.clone().filter(|_| self.view.lang == Lang::En);
        name.filter(|_| place.kind != PlaceKind::Governorate).or(recorded)
    }

    fn actors(&mut self, event: &Event) {
        for actor in &event.actors {
            let key = match actor.role {
                Role::Initiator => "field-initiator",
                Role::Target => "field-target",
                Role::Other => "field-other",
            };
            let conflict = &self.corpus.knowledge.conflict;
            let known = conflict.faction_of(&actor.faction).map(|f| conflict.faction(f));
            let colour = known.map(|f| colour_of(f, self.view));
            let name = known.map_or(actor.faction.as_str(), |f| self.view.lang.pick(&f.name_en, &f.name_ar));
            // Whom the text does not name there, it has no words for.
            let is_told = !actor.name.is_empty() && actor.name != name;
            let words = is_told.then(|| format!("«{}»", actor.name));
            self.push(key, name.to_owned(), words, colour);
        }
    }

    fn control(&mut self, event: &Event) {
        let Some(change) = &event.control else { return };
        let lang = self.view.lang;
        let leaves = event.kind == EventKind::Withdrawal;
        let conflict = &self.corpus.knowledge.conflict;
        // A side that no list knows is shown in the words of the text, where they name it; two Arabic names beside an arrow
        // each keep their own order (UAX #9, FSI and PDI), or they would change places.
        let name = |code: &Option<String>, acts: bool| {
            let Some(code) = code.as_deref() else { return "?".to_owned() };
            let rest = conflict.faction_of(code).is_some_and(|f| conflict.faction(f).is_rest);
            let named = |a: &Actor| a.faction == code && !a.name.is_empty();
            let part = |a: &&Actor| rest && named(a) && (a.role == Role::Initiator) == acts;
            let told = event.actors.iter().find(part).map(|a| format!("\u{2068}«{}»\u{2069}", a.name));
            told.unwrap_or_else(|| faction_name(self.corpus, code, lang).to_owned())
        };
        let arrow = if lang.is_rtl() { "←" } else { "→" };
        let value = format!("{} {arrow} {}", name(&change.from, leaves), name(&change.to, !leaves));
        let status = match change.status {
            ControlStatus::Held => "status-held",
            ControlStatus::Contested => "status-contested",
        };
        let status = self.words.text(status).to_owned();
        self.push("field-control", value, Some(status), None);
    }

    fn toll(&mut self, toll: &Toll) {
        let words = self.words;
        let who = words.text(match toll.who {
            TollWho::Civilians => "toll-civilians",
            TollWho::Fighters => "toll-fighters",
            TollWho::Soldiers => "toll-soldiers",
            TollWho::All => "toll-all",
        });
        let part = |key: &str, n: Option<(u64, Option<u64>)>| {
            let range = n.map(|(low, high)| match high {
                Some(high) if high == low => low.to_string(),
                Some(high) => format!("{low}–{high}"),
                None => format!("{low}+"),
            })?;
            Some(words.with(key, &[("range", Arg::S(&range))]))
        };
        let counts = [part("toll-killed", toll.killed), part("toll-wounded", toll.wounded)];
        let counts: Vec<String> = counts.into_iter().flatten().collect();
        let value = format!("{who}: {}", counts.join(if self.view.lang.is_rtl() { "، " } else { ", " }));
        let quoted = (!toll.text.is_empty()).then(|| format!("«{}»", toll.text));
        self.push("field-toll", value, quoted, None);
    }
}

fn precision_key(precision: Precision) -> &'static str {
    match precision {
        Precision::Day => "precision-day",
        Precision::Days => "precision-days",
        Precision::Week => "precision-week",
        Precision::Month => "precision-month",
        Precision::Year => "precision-year",
        Precision::Unknown => "precision-unknown",
    }
}

pub(super) fn mention(corpus: &Corpus, view: &View, mention: &Mention) -> MentionRow {
    let words = Words::of(view.lang);
    let found = corpus.article_index(&mention.article).map(|i| &corpus.articles[i]);
    let text = found.map_or("", |a| &a.article.text);
    let whole = sentence_of(mention);
    let sentence = whole.of(text);
    let (sentence, start) =
        if sentence.is_empty() { (mention.quote.as_str(), None) } else { (sentence, Some(whole.start)) };
    let highlights = start.map_or(Vec::new(), |start| {
        let inside = |(span, kind): (crate::base::Span, HighlightKind)| {
            let range = span.start.checked_sub(start)? as usize..span.end.checked_sub(start)? as usize;
            (range.end <= sentence.len()).then_some((range, kind))
        };
        parts_of(mention).into_iter().filter_map(inside).collect()
    });
    let meta = [mention.published.map(|d| words.date(d)), found.and_then(|a| a.article.outlet.clone())];
    MentionRow {
        article: mention.article.clone(),
        source: found.map_or_else(|| mention.article.clone(), |a| a.title().to_owned()),
        meta: meta.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        sentence: sentence.replace('\n', " "),
        highlights,
    }
}

fn relation(corpus: &Corpus, view: &View, id: &str) -> Option<Relation> {
    let event = corpus.event(id)?;
    let day = Words::of(view.lang).short_range(event.date.start, event.date.end);
    let source = event.mentions.first().and_then(|m| corpus.article_index(&m.article));
    let source = source.map_or_else(String::new, |i| corpus.articles[i].title().to_owned());
    Some(Relation { id: id.to_owned(), title: title(event, view.lang), detail: format!("{day} · {source}") })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::sample::corpus;

    #[test]
    fn every_field_is_there_with_its_basis() {
        let corpus = corpus();
        let mut view = View::opening(&corpus);
        assert_eq!(Inspector::build(&corpus, &view), None);
        view.event = corpus.events.iter().find(|e| e.kind.as_str() == "air_strike").map(|e| e.id.clone());
        let inspector = Inspector::build(&corpus, &view).unwrap();
        let field = |label: &str| inspector.fields.iter().find(|f| f.label == label).unwrap();
        assert_eq!(field("Date").value, "Saturday 30 November 2024");
        assert_eq!(field("Toll").value, "civilians: 16 killed, 25+ wounded");
        assert_eq!(field("Place").value, "Idlib (إدلب)");
        assert!(inspector.mentions[0].sentence.contains("16"));
    }

    #[test]
    fn the_types_of_acled_have_arabic_words() {
        let knowledge = std::sync::Arc::new(crate::knowledge::Knowledge::embedded().unwrap());
        let corpus = Corpus::read(crate::ingest::seeds(), Vec::new(), knowledge);
        let typed: Vec<&Event> = corpus.events.iter().filter(|e| e.acled.is_some()).collect();
        assert!(typed.len() > 100, "{} events have a type", typed.len());
        for event in typed {
            let view = View { event: Some(event.id.clone()), lang: Lang::Ar, ..View::opening(&corpus) };
            let fields = Inspector::build(&corpus, &view).unwrap().fields;
            let value = &fields.iter().find(|f| f.label == "ACLED").unwrap().value;
            assert!(!value.contains(|c: char| c.is_ascii_alphabetic()), "{value}");
        }
    }

    #[test]
    fn the_governorate_of_an_area_is_told_in_the_chosen_language() {
        let corpus = Corpus::read(
            crate::ingest::seeds(),
            Vec::new(),
            std::sync::Arc::new(crate::knowledge::Knowledge::embedded().unwrap()),
        );
        let around = |e: &&Event| e.place.as_ref().is_some_and(|p| p.id == "aleppo-countryside");
        let id = corpus.events.iter().find(around).map(|e| e.id.clone());
        let basis = |lang| {
            let view = View { event: id.clone(), lang, ..View::opening(&corpus) };
            let fields = Inspector::build(&corpus, &view).unwrap().fields;
            fields.into_iter().filter_map(|f| f.basis).collect::<Vec<_>>().join("; ")
        };
        assert!(basis(Lang::En).contains("Aleppo Governorate"), "{}", basis(Lang::En));
        assert!(basis(Lang::Ar).contains("محافظة حلب") && !basis(Lang::Ar).contains("Aleppo"));
    }

    #[test]
    fn disputes_name_the_other_event() {
        let corpus = corpus();
        let mut view = View::opening(&corpus);
        view.event = corpus.events.iter().find(|e| !e.disputes.is_empty()).map(|e| e.id.clone());
        let inspector = Inspector::build(&corpus, &view).unwrap();
        assert_eq!(inspector.disputes[0].title, "Capture · Hama");
        assert!(inspector.badges.contains(&"disputed".to_owned()));
    }
}
