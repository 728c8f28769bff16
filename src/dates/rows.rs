//! Chronicles: «26 August» on a line of its own, or before a colon, and below it «clashes broke out on the night of Sunday»:
//! the weekday is that of the line, and not the latest before publication.

use chrono::{Datelike, NaiveDate, Weekday};

use super::{Basis, DateMention, Relation, calendar};
use crate::base::DayRange;

/// What stands over the mentions that follow: a time on a line of its own or before a colon, or a heading without any.
pub(super) struct Row {
    /// The first of those mentions, by position; it is the time itself where there is one.
    pub(super) from: usize,
    /// Its days.
    pub(super) days: Option<DayRange>,
}

/// Puts the bare weekdays below a day of a chronicle beside it. `reference` is the day of publication.
pub(super) fn set_in_rows(found: &mut [DateMention], rows: &[Row], reference: NaiveDate) {
    /// A day nearer to publication than this is of the news, and so are its weekdays.
    const NEWS: i64 = 7;
    /// A time longer than these days has more than one such weekday.
    const LONGEST: i64 = 7;
    let old = |r: &DayRange| r.n_days() <= LONGEST && (reference - r.end()).num_days() >= NEWS;
    for (n, row) in rows.iter().enumerate() {
        let Some(days) = row.days.filter(old) else { continue };
        let end = rows.get(n + 1).map_or(found.len(), |next| next.from);
        for mention in found.get_mut(row.from + 1..end).into_iter().flatten() {
            let bare =
                mention.basis == Basis::Weekday && mention.is_open && mention.relation != Relation::Since;
            let range = mention.resolved.filter(|r| bare && r.n_days() == 1);
            if let Some(read) = range {
                mention.resolved = Some(DayRange::day(nearest(days, read.start().weekday())));
                mention.basis = Basis::Context;
                mention.why.push("the nearest such weekday to the day that stands over it".to_owned());
            }
        }
    }
}

/// Such a weekday among the days, else the nearest to them.
fn nearest(days: DayRange, weekday: Weekday) -> NaiveDate {
    let after = calendar::on_or_after(days.start(), weekday);
    let before = calendar::on_or_before(days.start(), weekday);
    let far = (after - days.end()).num_days() > (days.start() - before).num_days();
    if far { before } else { after }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekdays_lie_beside_the_day_over_them() {
        let day = |d| NaiveDate::from_ymd_opt(2018, 8, d).expect("a day");
        let monday = DayRange::day(day(27));
        assert_eq!(nearest(monday, Weekday::Mon), day(27));
        assert_eq!(nearest(monday, Weekday::Sun), day(26));
        assert_eq!(nearest(monday, Weekday::Tue), day(28));
    }
}
