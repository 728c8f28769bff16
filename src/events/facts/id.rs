//! What an event is called in the record: the same words give the same id in every run.

use chrono::{Datelike as _, NaiveDate};
use sha2::{Digest as _, Sha256};

use crate::events::Event;
use crate::ingest::hex;

/// Gives an event its id: a hash of what it says and of where it is first told.
pub(super) fn name(event: &mut Event) {
    let mut hash = Sha256::new();
    let mut add = |part: &str| {
        hash.update(part.as_bytes());
        hash.update([0]);
    };
    add(event.kind.as_str());
    add(event.place.as_ref().map_or("", |p| &p.id));
    add(&written([event.date.start, event.date.end]));
    for actor in &event.actors {
        add(&actor.faction);
    }
    if let Some(first) = event.mentions.first() {
        add(&first.sha256);
        add(&first.start.to_string());
        add(&first.quote);
    }
    let digest = hash.finalize();
    event.id = ["e", &hex(&digest[..8])].concat();
}

/// The first and the last day, each as `{:?}` writes it: ids were made so from the first on.
fn written(days: [Option<NaiveDate>; 2]) -> String {
    let mut out = String::with_capacity(32);
    for day in days {
        match day {
            Some(day) if (1000..=9999).contains(&day.year()) => {
                let (year, month) = (day.year() as u32, day.month());
                out.push_str("Some(");
                for n in [year / 1000, year / 100, year / 10, year] {
                    push_digit(&mut out, n);
                }
                for n in [month, day.day()] {
                    out.push('-');
                    push_digit(&mut out, n / 10);
                    push_digit(&mut out, n);
                }
                out.push(')');
            }
            other => {
                let other = format!("{other:?}");
                out.push_str(&other);
            }
        }
    }
    out
}

/// Writes the last digit of `n`.
fn push_digit(out: &mut String, n: u32) {
    out.push(char::from(b'0' + (n % 10) as u8));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_as_their_debug_form() {
        let days = [(2011, 1, 31), (1000, 12, 1), (9999, 2, 3), (10_000, 4, 5), (987, 6, 7), (-5, 8, 9)];
        let days = days.iter().map(|&(y, m, d)| NaiveDate::from_ymd_opt(y, m, d)).chain([None]);
        for (start, end) in days.clone().zip(days.rev()) {
            assert_eq!(written([start, end]), format!("{start:?}{end:?}"));
        }
    }
}
