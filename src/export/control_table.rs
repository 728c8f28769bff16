//! Control as a table to read: places down, days across, and below for each place why it changed.

use std::io::{self, Write};

use chrono::NaiveDate;

use crate::control::{Control, SiteState, SiteStatus};
use crate::knowledge::{Conflict, FactionId, Knowledge, PlaceIdx};

/// How a cell tells of its state.
const KEY: &str = "A held   A~ claimed by A only   A/B contested, A before   - left, nobody followed";

/// Writes a row a place for `places`, a column a day, then for each place the runs of days with one state: holder,
/// status, rule, and the ids of the events for it and (after `!`) against it.
///
/// # Errors
/// When `out` cannot be written.
pub fn write_table(
    days: &[Control],
    places: &[PlaceIdx],
    knowledge: &Knowledge,
    mut out: impl Write,
) -> io::Result<()> {
    let conflict = &knowledge.conflict;
    let rows: Vec<(&str, Vec<String>)> = places.iter().map(|&p| row(days, p, conflict)).collect();
    let wide = rows.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
    let cell = rows.iter().flat_map(|(_, cells)| cells).map(String::len).max().unwrap_or(0).max(5);
    writeln!(out, "{KEY}\n")?;
    let head: Vec<String> =
        days.iter().map(|d| format!("{:cell$}", d.day.format("%d %b").to_string())).collect();
    writeln!(out, "{}", format!("{:wide$}  {}", "", head.join("  ")).trim_end())?;
    for (name, cells) in &rows {
        let cells: Vec<String> = cells.iter().map(|c| format!("{c:cell$}")).collect();
        let pad = wide - name.chars().count();
        writeln!(out, "{}", format!("{name}{:pad$}  {}", "", cells.join("  ")).trim_end())?;
    }
    for &place in places {
        write_runs(days, place, conflict, &mut out)?;
    }
    Ok(())
}

fn row<'c>(days: &[Control], place: PlaceIdx, conflict: &'c Conflict) -> (&'c str, Vec<String>) {
    let cell = |control: &Control| control.site(place).map_or_else(String::new, |s| cell(s, conflict));
    (&conflict.place(place).name_en, days.iter().map(cell).collect())
}

fn cell(state: &SiteState, conflict: &Conflict) -> String {
    let code = |f: Option<FactionId>| f.map_or("?", |f| conflict.faction(f).code.as_str());
    match state.status {
        SiteStatus::Held => code(state.holder).to_owned(),
        SiteStatus::Claimed => format!("{}~", code(state.holder)),
        SiteStatus::Contested => format!("{}/{}", code(state.holder), code(state.rival)),
        SiteStatus::Left => "-".to_owned(),
    }
}

/// A line for each run of days on which a site is in one state for one reason.
fn write_runs(
    days: &[Control],
    place: PlaceIdx,
    conflict: &Conflict,
    out: &mut impl Write,
) -> io::Result<()> {
    writeln!(out, "\n{} ({})", conflict.place(place).name_en, conflict.place(place).id)?;
    let states: Vec<(NaiveDate, &SiteState)> =
        days.iter().filter_map(|c| Some((c.day, c.site(place)?))).collect();
    for run in states.chunk_by(|a, b| a.1 == b.1) {
        let (Some(&(first, state)), Some(&(last, _))) = (run.first(), run.last()) else { continue };
        let span = if first == last { first.to_string() } else { format!("{first}..{last}") };
        let against =
            if state.against.is_empty() { String::new() } else { format!(" !{}", state.against.join(";")) };
        let line = format!(
            "  {span:<22}  {:<8} {:<9} {:<12} {}{against}",
            cell(state, conflict),
            state.status.as_str(),
            state.rule,
            state.event_ids.join(";"),
        );
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::control::Rule;

    #[test]
    fn a_row_a_place_and_a_line_a_run() {
        let knowledge = Knowledge::embedded().expect("embedded data");
        let conflict = &knowledge.conflict;
        let hama = conflict.place_of("hama").expect("a place");
        let day = |d: u32| NaiveDate::from_ymd_opt(2024, 12, d).expect("a day");
        let control = |d: u32, status, rival: Option<&str>, ids: &[&str]| {
            let mut state = SiteState::opening(hama, conflict.faction_of("SAA"));
            state.status = status;
            state.rival = rival.and_then(|r| conflict.faction_of(r));
            state.event_ids = ids.iter().map(|&id| id.to_owned()).collect();
            Control { day: day(d), as_of: None, sites: vec![state] }
        };
        let mut last = control(4, SiteStatus::Contested, Some("HTS"), &["b", "c"]);
        last.sites[0].rule = Rule::Advance.name();
        last.sites[0].against = vec!["d".to_owned()];
        let days = [control(2, SiteStatus::Held, None, &[]), control(3, SiteStatus::Held, None, &[]), last];
        let mut bytes = Vec::new();
        write_table(&days, &[hama], &knowledge, &mut bytes).expect("a table in memory");
        let text = String::from_utf8(bytes).expect("UTF-8");
        let wanted = "      02 Dec   03 Dec   04 Dec
Hama  SAA      SAA      SAA/HTS

Hama (hama)
  2024-12-02..2024-12-03  SAA      held      opening
  2024-12-04              SAA/HTS  contested advance      b;c !d
";
        assert_eq!(text.split_once("\n\n").map(|(_, rest)| rest), Some(wanted), "{text}");
    }
}
