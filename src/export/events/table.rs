//! CSV (RFC 4180): one row an event. Cells that a spreadsheet would run as a formula are made harmless.

use std::borrow::Cow;
use std::io::{self, Write};

use crate::events::{Actor, Event, Role, Toll};
use crate::export::io_error;

const COLUMNS: [&str; 26] = [
    "id",
    "kind",
    "event_type",
    "sub_event_type",
    "start",
    "end",
    "precision",
    "date_basis",
    "place_id",
    "name_en",
    "name_ar",
    "place_kind",
    "admin1",
    "lat",
    "lon",
    "initiators",
    "targets",
    "others",
    "control_from",
    "control_to",
    "modality",
    "attribution",
    "background",
    "tolls",
    "confidence",
    "quotes",
];

pub(super) fn write(events: &[Event], out: &mut dyn Write) -> io::Result<()> {
    let mut table = csv::Writer::from_writer(out);
    table.write_record(COLUMNS).map_err(io_error)?;
    for event in events {
        let cells = row(event);
        table.write_record(cells.iter().map(|cell| harmless(cell).into_owned())).map_err(io_error)?;
    }
    table.flush()
}

fn row(e: &Event) -> Vec<String> {
    let (place, control, acled) = (e.place.as_ref(), e.control.as_ref(), e.acled.as_ref());
    let word = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let text = |o: Option<&String>| o.cloned().unwrap_or_default();
    let day = |d: Option<chrono::NaiveDate>| d.map(|d| d.to_string()).unwrap_or_default();
    let number = |n: Option<f64>| n.map(|n| n.to_string()).unwrap_or_default();
    let quotes: Vec<String> = e.mentions.iter().map(|m| format!("{}: {}", m.article, m.quote)).collect();
    vec![
        e.id.clone(),
        e.kind.as_str().into(),
        text(acled.map(|a| &a.event_type)),
        text(acled.map(|a| &a.sub_event_type)),
        day(e.date.start),
        day(e.date.end),
        word(&serde_json::json!(e.date.precision)),
        e.date.basis.clone(),
        text(place.map(|p| &p.id)),
        text(place.map(|p| &p.name_en)),
        text(place.map(|p| &p.name_ar)),
        place.map(|p| p.kind.as_str().to_owned()).unwrap_or_default(),
        text(place.and_then(|p| p.admin1.as_ref())),
        number(place.and_then(|p| p.lat)),
        number(place.and_then(|p| p.lon)),
        actors(e, Role::Initiator),
        actors(e, Role::Target),
        actors(e, Role::Other),
        text(control.and_then(|c| c.from.as_ref())),
        text(control.and_then(|c| c.to.as_ref())),
        word(&serde_json::json!(e.modality)),
        text(e.attribution.as_ref()),
        e.background.to_string(),
        e.casualties.iter().map(toll).collect::<Vec<_>>().join("; "),
        format!("{:.2}", e.confidence),
        quotes.join(" | "),
    ]
}

/// `HTS (words of the text)`, only the code where the text names nobody there; several parted by semicolons.
fn actors(e: &Event, role: Role) -> String {
    let one = |a: &Actor| match a.name.as_str() {
        "" => a.faction.clone(),
        name => format!("{} ({name})", a.faction),
    };
    e.actors.iter().filter(|a| a.role == role).map(one).collect::<Vec<_>>().join("; ")
}

/// `killed 4-4, wounded 25- civilians CIV`.
fn toll(t: &Toll) -> String {
    let range = |name: &str, r: Option<(u64, Option<u64>)>| {
        r.map(|(low, high)| format!("{name} {low}-{}", high.map(|h| h.to_string()).unwrap_or_default()))
    };
    let counts: Vec<String> =
        [range("killed", t.killed), range("wounded", t.wounded)].into_iter().flatten().collect();
    let who = serde_json::json!(t.who);
    [counts.join(", "), who.as_str().unwrap_or_default().into(), t.faction.clone().unwrap_or_default()]
        .join(" ")
        .trim()
        .to_owned()
}

/// A cell that begins like a formula gets an apostrophe in front, as spreadsheets expect; a number
/// stays one.
fn harmless(cell: &str) -> Cow<'_, str> {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && cell.parse::<f64>().is_err();
    if formula { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_made_harmless_and_numbers_stay() {
        assert_eq!(harmless("=1+1"), "'=1+1");
        assert_eq!(harmless("-12.5"), "-12.5");
        assert_eq!(harmless("Hama"), "Hama");
    }
}
