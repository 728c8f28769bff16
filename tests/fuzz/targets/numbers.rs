//! Numbers of any bytes: bounds in order, spans apart.

#![no_main]

use libfuzzer_sys::fuzz_target;
use waqai::text::{Text, numbers};

#[path = "../shared.rs"]
mod shared;

fuzz_target!(|data: &[u8]| {
    let (_, source) = shared::input(data);
    let knowledge = shared::knowledge();
    let text = Text::new(&source, &knowledge.vocabulary);
    let found = numbers::find(&text, &knowledge.numbers);
    for mention in &found {
        shared::assert_inside(mention.span, &source);
        assert!(mention.low.zip(mention.high).is_none_or(|(low, high)| low <= high), "{mention:?}");
        mention.count();
    }
    assert!(found.windows(2).all(|w| w[0].tokens.end <= w[1].tokens.start));
});
