//! The whole reader on any bytes: every quote is what its offsets say, twice the same events.

#![no_main]

use libfuzzer_sys::fuzz_target;
use waqai::events::{annotate, extract};
use waqai::ingest::Article;

#[path = "../shared.rs"]
mod shared;

fuzz_target!(|data: &[u8]| {
    let (reference, source) = shared::input(data);
    let knowledge = shared::knowledge();
    let mut article = Article::new("fuzz.txt", source.clone());
    article.published = reference;
    let events = extract(&article, knowledge).events;
    for mention in events.iter().flat_map(|e| &e.mentions) {
        assert_eq!(mention.span.of(&source), mention.quote);
        assert_eq!(mention.quote.chars().count(), mention.end - mention.start);
    }
    assert_eq!(events, extract(&article, knowledge).events);
    let n_chars = source.chars().count();
    let found = annotate(&source, reference, knowledge);
    let spans = found
        .dates
        .iter()
        .map(|m| m.span)
        .chain(found.numbers.iter().map(|m| m.span))
        .chain(found.places.iter().map(|m| m.span))
        .chain(found.actors.iter().map(|m| m.span))
        .chain(found.events.iter().map(|m| m.span));
    for [start, end] in spans {
        assert!(start < end && end <= n_chars);
    }
});
