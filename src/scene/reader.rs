//! The list of articles, and the open one with the words its events were read from.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::words::{Arg, Words};
use crate::base::Span;
use crate::events::Mention;
use crate::state::View;
use crate::store::{Corpus, ReadArticle};

/// What a highlighted piece of text told the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HighlightKind {
    /// What happened.
    Trigger,
    /// When.
    Date,
    /// Where.
    Place,
    /// Who.
    Actor,
    /// Who says so.
    Attribution,
    /// The whole telling, where its parts are not known.
    Quote,
}

/// A highlighted piece of the open article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Highlight {
    /// Its bytes.
    pub span: Span,
    /// What it told.
    pub kind: HighlightKind,
    /// Position of its event in the corpus.
    pub event: usize,
}

/// One article of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleRow {
    /// Its id.
    pub id: String,
    /// Its title, or its id.
    pub title: String,
    /// Outlet, day of publication, count of events.
    pub meta: String,
    /// Is it the open one?
    pub open: bool,
}

/// The open article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenArticle {
    /// Its id.
    pub id: String,
    /// Its title, or its id.
    pub title: String,
    /// Outlet, day of publication and how that is known.
    pub meta: String,
    /// Its text.
    pub text: Arc<str>,
    /// Lines taken for page clutter, with the reason.
    pub clutter: Vec<(Span, String)>,
    /// What events were read from: in order, not overlapping.
    pub highlights: Vec<Highlight>,
    /// The sentences of the selected event, in order.
    pub selected: Vec<Span>,
}

/// The reader panel.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReaderScene {
    /// All articles.
    pub articles: Vec<ArticleRow>,
    /// The open one.
    pub open: Option<OpenArticle>,
    /// Ids of the events that the open one's highlights name.
    pub event_ids: BTreeMap<usize, String>,
}

impl ReaderScene {
    /// The reader of `view`.
    pub fn build(corpus: &Corpus, view: &View) -> Self {
        let words = Words::of(view.lang);
        let mut counts = vec![0; corpus.articles.len()];
        for mention in corpus.events.iter().flat_map(|e| &e.mentions) {
            if let Some(i) = corpus.article_index(&mention.article) {
                counts[i] += 1;
            }
        }
        let rows = corpus.articles.iter().zip(counts).map(|(a, n)| ArticleRow {
            id: a.article.id.clone(),
            title: title(a),
            meta: meta(a, words, Some(words.with("n-mentions", &[("n", Arg::N(n))]))),
            open: view.article.as_ref() == Some(&a.article.id),
        });
        let open = view.article.as_deref().and_then(|id| corpus.article_index(id));
        let open = open.map(|i| open_article(corpus, view, &corpus.articles[i]));
        let named = open.iter().flat_map(|o| &o.highlights).map(|h| h.event);
        let event_ids = named.map(|e| (e, corpus.events[e].id.clone())).collect();
        Self { articles: rows.collect(), open, event_ids }
    }
}

fn title(a: &ReadArticle) -> String {
    a.title().to_owned()
}

/// Day of publication, a count, and the outlet, which may run the other way, last.
fn meta(a: &ReadArticle, words: &Words, count: Option<String>) -> String {
    let day = a.published.map_or_else(|| words.text("not-dated").to_owned(), |d| words.date(d));
    [Some(day), count, a.article.outlet.clone()].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn open_article(corpus: &Corpus, view: &View, a: &ReadArticle) -> OpenArticle {
    let mut highlights = Vec::new();
    let mut selected = Vec::new();
    for (event, e) in corpus.events.iter().enumerate() {
        for mention in e.mentions.iter().filter(|m| m.article == a.article.id) {
            let parts = parts_of(mention).into_iter();
            highlights.extend(parts.map(|(span, kind)| Highlight { span, kind, event }));
            if view.event.as_ref() == Some(&e.id) {
                selected.push(sentence_of(mention));
            }
        }
    }
    selected.sort();
    OpenArticle {
        id: a.article.id.clone(),
        title: title(a),
        meta: meta(a, Words::of(view.lang), None),
        text: a.article.text.clone(),
        clutter: a.clutter.clone(),
        highlights: apart(highlights),
        selected,
    }
}

/// The sentence of a telling together with its quote.
pub(super) fn sentence_of(mention: &Mention) -> Span {
    if mention.sentence.is_empty() { mention.span } else { mention.sentence.cover(mention.span) }
}

/// The words that each part of a telling was read from, in order; the whole quote when none is known.
pub(super) fn parts_of(mention: &Mention) -> Vec<(Span, HighlightKind)> {
    let e = &mention.evidence;
    let mut parts = vec![(e.trigger, HighlightKind::Trigger)];
    parts.extend(e.date.map(|s| (s, HighlightKind::Date)));
    parts.extend(e.place.map(|s| (s, HighlightKind::Place)));
    parts.extend(e.actors.iter().map(|&s| (s, HighlightKind::Actor)));
    parts.extend(e.attribution.map(|s| (s, HighlightKind::Attribution)));
    parts.retain(|(span, _)| !span.is_empty());
    if parts.is_empty() && !mention.span.is_empty() {
        parts.push((mention.span, HighlightKind::Quote));
    }
    parts.sort_by_key(|&(span, kind)| (span.start, span.end, kind));
    parts
}

/// In order of place; of two that overlap the one that begins first stays, of equals the shorter one.
fn apart(mut highlights: Vec<Highlight>) -> Vec<Highlight> {
    highlights.sort_by_key(|h| (h.span.start, h.span.end, h.kind, h.event));
    let mut end = 0;
    highlights.retain(|h| {
        let free = h.span.start >= end;
        if free {
            end = h.span.end;
        }
        free
    });
    highlights
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::sample::corpus;

    #[test]
    fn highlights_stand_in_order_and_apart_and_the_selected_sentence_is_marked() {
        let corpus = corpus();
        let mut view = View::opening(&corpus);
        view.event = Some(corpus.events[2].id.clone());
        view.article = Some("sample/one.txt".to_owned());
        let open = ReaderScene::build(&corpus, &view).open.unwrap();
        assert_eq!(open.highlights.len(), 10);
        assert!(open.highlights.windows(2).all(|w| w[0].span.end <= w[1].span.start));
        assert_eq!(open.selected, [corpus.events[2].mentions[0].span]);
        assert_eq!(open.clutter.len(), 1);
    }
}
