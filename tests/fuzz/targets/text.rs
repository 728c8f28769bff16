//! Tokens and sentences of any bytes: spans on character borders, in order, none overlapping another.

#![no_main]

use libfuzzer_sys::fuzz_target;
use waqai::text::fold::fold;
use waqai::text::{Text, sentences};

#[path = "../shared.rs"]
mod shared;

fuzz_target!(|data: &[u8]| {
    let (_, source) = shared::input(data);
    let knowledge = shared::knowledge();
    let mut text = Text::new(&source, &knowledge.vocabulary);
    for token in &text.tokens {
        shared::assert_inside(token.span, &source);
    }
    assert!(text.tokens.windows(2).all(|w| w[0].span.end <= w[1].span.start));
    let found = sentences(&mut text, &knowledge.clutter);
    for sentence in &found {
        shared::assert_inside(sentence.span, &source);
        assert!(sentence.tokens.end <= text.tokens.len());
    }
    assert!(found.windows(2).all(|w| w[0].tokens.end <= w[1].tokens.start && w[0].line <= w[1].line));
    let once = fold(&source);
    assert_eq!(fold(&once), once, "folding twice changes nothing");
});
