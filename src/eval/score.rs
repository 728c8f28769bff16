//! Counts over pairs: detection, strict detection, and the accuracy of each field.

use std::fmt;

use super::gold::{GoldFile, article_key};
use super::{Coded, matched};
use crate::events::{Event, Mention};
use crate::ingest::Article;

/// The fields whose accuracy is counted over pairs.
pub const FIELDS: [&str; 8] =
    ["kind", "date", "date_exact", "place", "initiator", "control_to", "modality", "killed"];

/// The figures of one article.
#[derive(Clone, Debug, Default)]
pub struct ArticleScore {
    /// The article's key.
    pub key: String,
    /// Hand-coded events that count.
    pub n_gold: usize,
    /// Read events.
    pub n_read: usize,
    /// Read events that match any hand-coded one.
    pub n_right: usize,
    /// Hand-coded events that count and were found.
    pub n_found: usize,
    /// Of those, with family, place and day right.
    pub n_strict: usize,
    /// Hand-coded events that were not found, for the reader to see.
    pub missed: Vec<Coded>,
    /// Read events that match nothing.
    pub spurious: Vec<Coded>,
}

/// The figures of all articles.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// One an article.
    pub articles: Vec<ArticleScore>,
    /// Right and counted, in the order of [`FIELDS`].
    pub fields: [(usize, usize); 8],
}

/// Scores `events` against `gold`; hand-coded events of an importance above `max_importance` are not
/// asked for, but a match with one is no mistake.
pub fn score(gold: &[GoldFile], events: &[Event], articles: &[Article], max_importance: u8) -> Report {
    let mut report = Report::default();
    for file in gold {
        let text = articles.iter().find(|a| article_key(&a.id) == file.key).map_or("", |a| &a.text);
        let read: Vec<Coded> = events.iter().filter_map(|e| in_article(e, &file.key, text)).collect();
        let pairs = matched(&file.events, &read);
        for &(g, r) in &pairs {
            report.count_fields(&file.events[g], &read[r]);
        }
        report.articles.push(article_score(file, &read, &pairs, max_importance));
    }
    report
}

/// The event as told in the article of `key`, if it is told there.
fn in_article(event: &Event, key: &str, text: &str) -> Option<Coded> {
    let mentions: Vec<&Mention> = event.mentions.iter().filter(|m| article_key(&m.article) == key).collect();
    (!mentions.is_empty()).then(|| Coded::from_event(event, &mentions, text))
}

fn article_score(
    file: &GoldFile,
    read: &[Coded],
    pairs: &[(usize, usize)],
    max_importance: u8,
) -> ArticleScore {
    let gold = &file.events;
    let found: Vec<_> = pairs.iter().filter(|p| gold[p.0].importance <= max_importance).collect();
    let strict = |&&&(g, r): &&&(usize, usize)| {
        let (g, r) = (&gold[g], &read[r]);
        g.same_place(r) && g.same_days(r) && g.family_share(r) >= 0.8
    };
    let missed =
        (0..gold.len()).filter(|i| gold[*i].importance <= max_importance && pairs.iter().all(|p| p.0 != *i));
    let spurious = (0..read.len()).filter(|i| pairs.iter().all(|p| p.1 != *i));
    ArticleScore {
        key: file.key.clone(),
        n_gold: gold.iter().filter(|g| g.importance <= max_importance).count(),
        n_read: read.len(),
        n_right: pairs.len(),
        n_found: found.len(),
        n_strict: found.iter().filter(strict).count(),
        missed: missed.map(|i| gold[i].clone()).collect(),
        spurious: spurious.map(|i| read[i].clone()).collect(),
    }
}

impl Report {
    fn count_fields(&mut self, gold: &Coded, read: &Coded) {
        let initiator = gold.initiators.iter().any(|f| read.initiators.contains(f));
        let right = [
            Some(gold.kind == read.kind),
            Some(gold.same_days(read)),
            Some(gold.days == read.days),
            Some(gold.same_place(read)),
            (!gold.initiators.is_empty()).then_some(initiator),
            gold.to.is_some().then(|| gold.to == read.to),
            Some(gold.modality == read.modality),
            (!gold.killed.is_empty()).then(|| gold.killed == read.killed),
        ];
        for (field, right) in self.fields.iter_mut().zip(right) {
            if let Some(right) = right {
                *field = (field.0 + usize::from(right), field.1 + 1);
            }
        }
    }

    fn total(&self, of: impl Fn(&ArticleScore) -> usize) -> f64 {
        self.articles.iter().map(of).sum::<usize>() as f64
    }

    /// The share of read events that are right.
    pub fn precision(&self) -> f64 {
        ratio(self.total(|a| a.n_right), self.total(|a| a.n_read))
    }

    /// The share of hand-coded events that were found.
    pub fn recall(&self) -> f64 {
        ratio(self.total(|a| a.n_found), self.total(|a| a.n_gold))
    }

    /// Harmonic mean of precision and recall.
    pub fn f1(&self) -> f64 {
        harmonic(self.precision(), self.recall())
    }

    /// F1 where family, place and day must be right too.
    pub fn strict_f1(&self) -> f64 {
        let strict = self.total(|a| a.n_strict);
        let precision = self.precision() * ratio(strict, self.total(|a| a.n_found));
        harmonic(precision, ratio(strict, self.total(|a| a.n_gold)))
    }
}

fn ratio(a: f64, b: f64) -> f64 {
    if b > 0.0 { a / b } else { 0.0 }
}

fn harmonic(a: f64, b: f64) -> f64 {
    ratio(2.0 * a * b, a + b)
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for a in &self.articles {
            let (p, r) = (ratio(a.n_right as f64, a.n_read as f64), ratio(a.n_found as f64, a.n_gold as f64));
            let f1 = harmonic(p, r);
            writeln!(
                f,
                "article {}  gold {}  predicted {}  P {p:.2}  R {r:.2}  F1 {f1:.2}",
                a.key, a.n_gold, a.n_read
            )?;
        }
        let (p, r, f1, strict) = (self.precision(), self.recall(), self.f1(), self.strict_f1());
        let (gold, read) = (self.total(|a| a.n_gold), self.total(|a| a.n_read));
        writeln!(
            f,
            "all  P {p:.3}  R {r:.3}  F1 {f1:.3}  strict F1 {strict:.3}  (gold {gold}, predicted {read})"
        )?;
        write!(f, "slots")?;
        FIELDS
            .iter()
            .zip(self.fields)
            .try_for_each(|(name, (right, all))| write!(f, "  {name} {right}/{all}"))
    }
}
