//! Articles and their merged events, with an order in time and a searchable text each.

use std::sync::Arc;

use chrono::{Days, NaiveDate};
use rayon::prelude::*;

use super::filters::{Filters, Part};
use crate::base::{Notice, Span};
use crate::events::{Event, Extraction, Role, extract, merge};
use crate::ingest::Article;
use crate::knowledge::Knowledge;
use crate::text::fold::fold;

/// How far before the first article the story may begin that the articles tell.
const STORY_DAYS: u64 = 60;

/// A first line longer than this, in characters, is no headline.
const LONGEST_HEADLINE: usize = 160;

/// How many events outside the country of the conflict weigh more than one inside it.
const ELSEWHERE: usize = 4;

/// An article with what reading it showed.
#[derive(Clone, Debug, Default)]
pub struct ReadArticle {
    /// The article as it was brought in.
    pub article: Article,
    /// Lines taken for page clutter, with the reason.
    pub clutter: Vec<(Span, String)>,
    /// The publication day used, given or inferred.
    pub published: Option<NaiveDate>,
}

impl ReadArticle {
    /// What to call it: its title, else the headline above its text, else the name of its file.
    pub fn title(&self) -> &str {
        let given = self.article.title.as_deref();
        given.or_else(|| self.headline()).unwrap_or_else(|| self.article.label())
    }

    /// The first line that is no clutter, when it is short, without a stop, and text follows.
    fn headline(&self) -> Option<&str> {
        let mut end = 0;
        let lines = self.article.text.split_inclusive('\n').filter_map(|line| {
            let start = end;
            end += line.len() as u32;
            let is_clutter = self.clutter.iter().any(|(span, _)| span.start < end && start < span.end);
            (!is_clutter && !line.trim().is_empty()).then_some(line.trim())
        });
        let mut lines = lines.fuse();
        let first = lines.next()?;
        let is_short = first.chars().count() <= LONGEST_HEADLINE && !first.ends_with(['.', '\u{60C}', ':']);
        (is_short && lines.next().is_some()).then_some(first)
    }
}

/// Everything read, and the knowledge it was read with.
#[derive(Clone, Debug)]
pub struct Corpus {
    /// The articles, in the order they were brought in.
    pub articles: Vec<ReadArticle>,
    /// The merged events, in order of first day, last day and id; those without a day last.
    pub events: Vec<Event>,
    /// Guesses made and things left out.
    pub notices: Vec<Notice>,
    /// What was known beforehand.
    pub knowledge: Arc<Knowledge>,
    /// The searchable text of each event, folded.
    folded: Vec<String>,
}

impl Corpus {
    /// Reads `articles` on all cores; the result does not depend on how many there are.
    pub fn read(articles: Vec<Article>, notices: Vec<Notice>, knowledge: Arc<Knowledge>) -> Self {
        let readings: Vec<Extraction> = articles.par_iter().map(|a| extract(a, &knowledge)).collect();
        let mut all_notices = notices;
        let mut read = Vec::with_capacity(articles.len());
        for (article, reading) in articles.into_iter().zip(&readings) {
            all_notices.extend(reading.notices.iter().cloned());
            let published = article.published.or(reading.published);
            read.push(ReadArticle { article, clutter: reading.clutter.clone(), published });
        }
        let events = merge(readings, &knowledge);
        Self::new(read, events, all_notices, knowledge)
    }

    /// Puts together what was read elsewhere.
    pub fn new(
        articles: Vec<ReadArticle>,
        mut events: Vec<Event>,
        notices: Vec<Notice>,
        knowledge: Arc<Knowledge>,
    ) -> Self {
        events.sort_by(|a, b| order(a).cmp(&order(b)));
        let folded = events.par_iter().map(|e| searchable(e, &knowledge)).collect();
        Self { articles, events, notices, knowledge, folded }
    }

    /// The position of the event with this id.
    pub fn event_index(&self, id: &str) -> Option<usize> {
        self.events.iter().position(|e| e.id == id)
    }

    /// The event with this id.
    pub fn event(&self, id: &str) -> Option<&Event> {
        self.events.iter().find(|e| e.id == id)
    }

    /// The position of the article with this id.
    pub fn article_index(&self, id: &str) -> Option<usize> {
        self.articles.iter().position(|a| a.article.id == id)
    }

    /// Positions of the events that `filters` show, in order of time.
    pub fn shown(&self, filters: &Filters) -> Vec<usize> {
        self.shown_without(filters, None)
    }

    /// The same with one part of the filters left out, to count what it could bring back.
    pub fn shown_without(&self, filters: &Filters, without: Option<Part>) -> Vec<usize> {
        let needles = filters.needles();
        (0..self.events.len())
            .filter(|&i| filters.shows(&self.events[i], &self.folded[i], &needles, without))
            .collect()
    }

    /// First and last day of the story: those of the conflict, if anything told here falls on them or nothing is
    /// told at all; else the days of what is told.
    pub fn story(&self) -> (NaiveDate, NaiveDate) {
        let conflict = &self.knowledge.conflict;
        let named = (conflict.first_day, conflict.last_day);
        let has_named = conflict.first_day != NaiveDate::default();
        let told: Vec<(NaiveDate, NaiveDate)> = self.told_days().collect();
        if has_named && (told.is_empty() || told.iter().any(|d| d.0 <= named.1 && named.0 <= d.1)) {
            return named;
        }
        // What the press tells of the weeks before it, so that one old date does not draw the line out over years.
        let printed = || self.articles.iter().filter_map(|a| a.published);
        let oldest = printed().min().and_then(|p| p.checked_sub_days(Days::new(STORY_DAYS)));
        let recent = |d: &&(NaiveDate, NaiveDate)| oldest.is_none_or(|oldest| d.0 >= oldest);
        let days: Vec<_> = told.iter().filter(recent).collect();
        let days = if days.is_empty() { told.iter().collect() } else { days };
        let first = days.iter().map(|d| d.0).min().unwrap_or_default();
        (first, days.iter().map(|d| d.1).max().unwrap_or(first))
    }

    /// Is what is told here told of the conflict? Not when all of it falls on other days, nor when nearly all of
    /// it falls in other countries.
    pub fn is_of_conflict(&self) -> bool {
        let conflict = &self.knowledge.conflict;
        let has_days = conflict.first_day != NaiveDate::default();
        let on_its_days = !has_days || self.story() == (conflict.first_day, conflict.last_day);
        on_its_days && !self.is_elsewhere()
    }

    /// Does nearly all that is told here fall in other countries than that of the conflict?
    pub fn is_elsewhere(&self) -> bool {
        let conflict = &self.knowledge.conflict;
        let Some(home) = conflict.country.map(|c| conflict.place(c).country.as_str()) else { return false };
        let told = self.events.iter().filter(|e| !e.background);
        let idx = told.filter_map(|e| e.place.as_ref()?.idx);
        let (inside, outside): (Vec<_>, Vec<_>) = idx.partition(|&p| conflict.place(p).country == home);
        outside.len() > ELSEWHERE * inside.len()
    }

    /// First and last day of each dated event that is no background.
    fn told_days(&self) -> impl Iterator<Item = (NaiveDate, NaiveDate)> {
        let told = self.events.iter().filter(|e| !e.background);
        told.filter_map(|e| Some((e.date.start.or(e.date.end)?, e.date.end.or(e.date.start)?)))
    }
}

/// Dated events by first day, then last; undated ones after them.
fn order(e: &Event) -> (bool, Option<NaiveDate>, Option<NaiveDate>, &str) {
    (e.date.start.is_none(), e.date.start, e.date.end, &e.id)
}

/// The faction whose colour an event bears: its first initiator's, else the new holder's, else its
/// first actor's.
pub fn lead_faction(event: &Event) -> Option<&str> {
    let initiator = event.actors.iter().find(|a| a.role == Role::Initiator).map(|a| a.faction.as_str());
    let holder = || event.control.as_ref().and_then(|c| c.to.as_deref());
    initiator.or_else(holder).or_else(|| event.actors.first().map(|a| a.faction.as_str()))
}

/// Every word a search may find an event by, folded.
fn searchable(event: &Event, knowledge: &Knowledge) -> String {
    let mut text = event.kind.as_str().replace('_', " ");
    let mut add = |words: &str| {
        text.push('\n');
        text.push_str(words);
    };
    for place in event.place.iter().chain(&event.destination) {
        add(&place.name_ar);
        add(&place.name_en);
        place.admin1.iter().for_each(|a| add(a));
    }
    for actor in &event.actors {
        add(&actor.name);
        add(&actor.faction);
        if let Some(id) = knowledge.conflict.faction_of(&actor.faction) {
            let faction = knowledge.conflict.faction(id);
            add(&faction.name_ar);
            add(&faction.name_en);
        }
    }
    event.attribution.iter().for_each(|a| add(a));
    event.mentions.iter().for_each(|m| add(&m.quote));
    fold(&text)
}

#[cfg(test)]
mod tests {
    use super::super::sample::corpus;
    use super::*;

    #[test]
    fn events_stand_in_order_of_time_and_search_folds() {
        let corpus = corpus();
        let starts: Vec<_> = corpus.events.iter().filter_map(|e| e.date.start).collect();
        assert!(starts.is_sorted() && starts.len() > 3);
        let filters = Filters { text: "حماه".to_owned(), ..Filters::default() };
        let found = corpus.shown(&filters);
        assert!(!found.is_empty());
        assert!(found.iter().all(|&i| corpus.events[i].place.as_ref().is_some_and(|p| p.id == "hama")));
    }

    #[test]
    fn an_event_stays_while_one_of_its_factions_is_shown() {
        let corpus = corpus();
        let mut filters = Filters::default();
        let before = corpus.shown(&filters).len();
        filters.factions_hidden.insert("SAA".to_owned());
        let without_one = corpus.shown(&filters).len();
        filters.factions_hidden.insert("HTS".to_owned());
        let without_both = corpus.shown(&filters).len();
        assert!(before >= without_one && without_one > without_both);
    }

    #[test]
    fn articles_of_another_year_have_a_story_of_their_own() {
        let mut corpus = corpus();
        assert_eq!(corpus.story().0, corpus.knowledge.conflict.first_day);
        let back = |day: &mut Option<NaiveDate>| *day = day.and_then(|d| d.checked_sub_days(Days::new(2400)));
        for event in &mut corpus.events {
            back(&mut event.date.start);
            back(&mut event.date.end);
        }
        corpus.articles.iter_mut().for_each(|a| back(&mut a.published));
        let told: Vec<_> = corpus.told_days().collect();
        let first = told.iter().map(|d| d.0).min().unwrap();
        assert_eq!(corpus.story(), (first, told.iter().map(|d| d.1).max().unwrap()));
        assert!(!corpus.is_of_conflict());
        corpus.events.clear();
        assert_eq!(corpus.story().0, corpus.knowledge.conflict.first_day);
        assert!(corpus.is_of_conflict());
    }

    #[test]
    fn an_article_without_a_title_is_called_by_its_headline_or_file() {
        let title = |text: &str, clutter: &[(Span, String)]| {
            let article = Article::new("news/a.txt", text);
            ReadArticle { article, clutter: clutter.to_vec(), published: None }.title().to_owned()
        };
        assert_eq!(
            title("Menu\n\n Town falls \nToday it fell.", &[(Span::new(0, 4), String::new())]),
            "Town falls"
        );
        assert_eq!(title("Menu\nTown falls\nToday.", &[]), "Menu");
        assert_eq!(title("One sentence.\nAnother.", &[]), "a.txt");
        assert_eq!(title("One line alone", &[]), "a.txt");
    }
}
