//! «Today is the tenth anniversary of …»: a text about what happened on about this day some years ago tells its days without
//! the year.

use chrono::{Datelike, NaiveDate};

use super::{Basis, DateMention};
use crate::base::DayRange;
use crate::knowledge::Knowledge;
use crate::knowledge::time::{Link, TimeWord};
use crate::text::Text;

/// So many days before or after the very day an anniversary is written of.
const NEAR: i64 = 14;

/// The year of which such a text tells: it speaks of an anniversary, and names a day of about this time of year with a year
/// gone by, and no day of another such year.
pub(super) fn anniversary_year(
    text: &Text<'_>,
    knowledge: &Knowledge,
    found: &[DateMention],
    reference: NaiveDate,
) -> Option<i32> {
    let this_time = |day: NaiveDate| {
        let again = day.with_year(reference.year());
        again.is_some_and(|d| (d - reference).num_days().abs() <= NEAR)
    };
    let of_year = |m: &DateMention| {
        let day =
            m.resolved.filter(|r| m.basis == Basis::Absolute && r.n_days() == 1).map(DayRange::start)?;
        (day.year() < reference.year() && this_time(day)).then(|| day.year())
    };
    let mut years = found.iter().filter_map(of_year);
    let year = years.next()?;
    let speaks = |i: usize| {
        let word = knowledge.time.lexicon.longest_at(text, i);
        word.is_some_and(|m| *m.value == TimeWord::Link(Link::Anniversary))
    };
    (years.all(|y| y == year) && (0..text.tokens.len()).any(speaks)).then_some(year)
}
