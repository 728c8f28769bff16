//! «hit what X described as a command post», «killed those who it said were gunmen»: whom the text quotes for a name.

use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::Reading;
use crate::knowledge::status::Cue;
use crate::text::Affixes;

/// Takes the words of describing and whoever describes out of the row, so that what is named stands right behind the verb.
pub(in crate::events) fn drop_descriptions(
    reading: &Reading<'_>,
    items: &mut Vec<Item>,
    joined: &mut [usize],
) {
    let mut i = 0;
    while i < items.len() {
        if items[i].is_cue(Cue::Described)
            && !items[i].is_joined()
            && let Some(end) = name_behind(reading, items, i + 1)
        {
            for at in joined.iter_mut().filter(|at| **at >= end) {
                *at -= end - i;
            }
            items.drain(i..end);
        }
        i += 1;
    }
}

/// Where the name begins that somebody, told from item `at` on, gives: behind «that it is», or at «with».
fn name_behind(reading: &Reading<'_>, items: &[Item], at: usize) -> Option<usize> {
    const SPEAKER: usize = 6;
    for (i, item) in items.iter().enumerate().skip(at).take(SPEAKER) {
        if item.is_cue(Cue::ThatThey) {
            return Some(i + 1);
        }
        let within = reading.text.readings_at(item.from).iter().any(|r| r.affixes.has(Affixes::BI));
        if within && !matches!(item.what, What::Actor(_)) || item.proclitic().is_some() {
            return Some(i);
        }
        let speaker = matches!(item.what, What::Word | What::Actor(_) | What::Quote | What::Date(_));
        if !speaker && !item.is_cue(Cue::SpeechNoun) {
            return None;
        }
    }
    None
}
