//! Dates of any bytes as of any day, and the day of publication inferred from them.

#![no_main]

use libfuzzer_sys::fuzz_target;
use waqai::base::DayRange;
use waqai::dates;
use waqai::text::{Text, sentences};

#[path = "../shared.rs"]
mod shared;

fuzz_target!(|data: &[u8]| {
    let (reference, source) = shared::input(data);
    let knowledge = shared::knowledge();
    let mut text = Text::new(&source, &knowledge.vocabulary);
    let sentences = sentences(&mut text, &knowledge.clutter);
    let found = dates::find(&text, &sentences, knowledge, reference);
    for mention in &found {
        shared::assert_inside(mention.span, &source);
        assert!(mention.tokens.end <= text.tokens.len());
        if let Some(anchor) = &mention.anchor {
            anchor.resolve(DayRange::day(reference.unwrap_or_default()));
        }
    }
    assert!(found.windows(2).all(|w| w[0].tokens.end <= w[1].tokens.start));
    dates::infer_published(&text, &sentences, knowledge);
});
