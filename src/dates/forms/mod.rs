//! The forms that a time can take, one file each.
//!
//! [`period`] reads a time by itself; [`longest`] adds what joins it to the sentence. A new form is one
//! file and one line in a list.

mod absolute;
mod anchored;
mod count;
mod daypart;
mod hijri;
mod interval;
mod led;
mod linked;
mod nth;
mod numeric;
mod relative;
mod weekday;
mod year;

pub(crate) use anchored::NTH_DAY;

use super::scan::{Reading, Scan};
use crate::knowledge::time::Link;
use crate::text::ARTICLE;

type Form = fn(&Scan<'_>, usize) -> Option<Reading>;

/// Times by themselves.
const PERIODS: [Form; 10] = [
    numeric::read,
    nth::read,
    absolute::read,
    hijri::read,
    weekday::read,
    daypart::read,
    relative::read,
    count::read,
    year::read,
    led::read,
];

/// Times with what joins them to the sentence, besides intervals.
const MENTIONS: [Form; 2] = [linked::read, anchored::read];

/// The time by itself that reaches furthest from token `i`; the first form wins a tie.
pub(super) fn period(scan: &Scan<'_>, i: usize) -> Option<Reading> {
    furthest(None, &PERIODS, scan, i)
}

/// The time that reaches furthest from token `i`, with what joins it to the sentence.
pub(super) fn longest(scan: &Scan<'_>, i: usize) -> Option<Reading> {
    if is_mere_link(scan, i) {
        return furthest(None, &MENTIONS, scan, i);
    }
    let alone = period(scan, i);
    let joined = furthest(interval::read(scan, i, alone.as_ref()), &MENTIONS, scan, i);
    match (joined, alone) {
        (Some(joined), Some(alone)) if alone.end > joined.end => Some(alone),
        (joined, alone) => joined.or(alone),
    }
}

/// Is token `i` a word that joins the time behind it to the sentence, and no number too? No time by itself and no interval
/// begins with such a word.
fn is_mere_link(scan: &Scan<'_>, i: usize) -> bool {
    use Link::{After, Ago, AsOf, By, During, In, On, Since, Until};
    let links = [After, Ago, AsOf, By, During, In, On, Since, Until];
    scan.link(i, &links).is_some()
        && scan.number(i).is_none()
        && !matches!(scan.fold(i), ARTICLE | absolute::AND_AL)
}

/// The one of `first` and what `forms` read that reaches furthest; the first wins a tie.
fn furthest(first: Option<Reading>, forms: &[Form], scan: &Scan<'_>, i: usize) -> Option<Reading> {
    let mut best = first;
    for form in forms {
        if let Some(reading) = form(scan, i)
            && best.as_ref().is_none_or(|b| reading.end > b.end)
        {
            best = Some(reading);
        }
    }
    best
}
