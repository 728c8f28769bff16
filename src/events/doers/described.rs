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

/// «X took, as activists said, Y»: the verb of speech between commas is a part of «as», and no verb of the sentence, which
/// goes on behind it.
pub(in crate::events) fn close_asides(items: &mut Vec<Item>, joined: &mut [usize]) {
    const SPEAKER: usize = 6;
    let mut i = 1;
    while i + 1 < items.len() {
        let opens = items[i].is_cue(Cue::According) && matches!(items[i - 1].what, What::Comma | What::Quote);
        let says = items[i + 1].verb_cue().is_some_and(|(cue, _)| matches!(cue, Cue::Speech(_)));
        let speaker = |n: &Item| {
            matches!(n.what, What::Word | What::Actor(_) | What::Place(_) | What::Quote | What::Known)
                && n.noun_trigger().is_none()
        };
        let behind = items.get(i + 2..).unwrap_or_default();
        let n = behind.iter().take(SPEAKER).take_while(|n| n.what != What::Comma && speaker(n)).count();
        let closes = match behind.get(n..) {
            Some([close, on, ..]) => close.what == What::Comma && on.prep().is_some() && !on.is_joined(),
            _ => false,
        };
        if opens && says && closes && n > 0 {
            items[i].to = items[i + 1].to;
            items.remove(i + 1);
            for at in joined.iter_mut().filter(|at| **at > i) {
                *at -= 1;
            }
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
