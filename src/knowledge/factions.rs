//! The factions of a conflict, from `factions.toml`.

use serde::Deserialize;
use toml::Spanned;

use super::table::TomlFile;
use super::{Faction, FactionId, Files};
use crate::base::{Error, Result};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sheet {
    faction: Vec<Spanned<Row>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "four independent properties of a faction")]
struct Row {
    code: Spanned<String>,
    name_en: String,
    name_ar: Spanned<String>,
    short_en: String,
    short_ar: String,
    colours: toml::Table,
    #[serde(default)]
    government: bool,
    #[serde(default)]
    holds_ground: bool,
    #[serde(default)]
    umbrella: bool,
    #[serde(default)]
    unarmed: bool,
    #[serde(default)]
    rest: bool,
    #[serde(default)]
    the: bool,
    #[serde(default)]
    allies: Vec<Spanned<String>>,
}

/// Reads and checks the factions.
///
/// # Errors
/// When a code stands twice, an ally is unknown, a colour cannot be read, palettes differ between
/// factions, or there is not exactly one government.
pub(super) fn load(files: &Files, path: &str) -> Result<Vec<Faction>> {
    let sheet = TomlFile::<Sheet>::read(files, path)?;
    let codes: Vec<&str> = sheet.value.faction.iter().map(|r| r.as_ref().code.as_ref().as_str()).collect();
    let mut factions = Vec::with_capacity(codes.len());
    for (i, spanned) in sheet.value.faction.iter().enumerate() {
        let row = spanned.as_ref();
        let here = |reason: String| sheet.error(row.code.span().start, reason);
        if codes[..i].contains(&codes[i]) {
            return Err(here(format!("faction {} stands twice", codes[i])));
        }
        if row.name_ar.as_ref().trim().is_empty() || row.name_en.trim().is_empty() {
            return Err(here(format!("faction {} needs a name in both languages", codes[i])));
        }
        factions.push(faction(row, &codes, &sheet)?);
    }
    check_whole(&sheet, &factions)?;
    Ok(factions)
}

fn faction(row: &Row, codes: &[&str], sheet: &TomlFile<Sheet>) -> Result<Faction> {
    let at = row.code.span().start;
    let mut colours = Vec::with_capacity(row.colours.len());
    for (palette, value) in &row.colours {
        let rgb = value.as_str().and_then(parse_rgb).ok_or_else(|| {
            sheet.error(at, format!("colour {palette} of {}: write it as \"#RRGGBB\"", row.code.as_ref()))
        })?;
        colours.push((palette.clone(), rgb));
    }
    let mut allies = Vec::with_capacity(row.allies.len());
    for ally in &row.allies {
        let i = codes
            .iter()
            .position(|c| c == ally.as_ref())
            .ok_or_else(|| sheet.error(ally.span().start, format!("unknown faction {}", ally.as_ref())))?;
        allies.push(FactionId(i as u8));
    }
    Ok(Faction {
        code: row.code.as_ref().clone(),
        name_en: row.name_en.clone(),
        name_ar: row.name_ar.as_ref().clone(),
        short_en: row.short_en.clone(),
        short_ar: row.short_ar.clone(),
        colours,
        is_government: row.government,
        holds_ground: row.holds_ground,
        is_umbrella: row.umbrella,
        is_unarmed: row.unarmed,
        is_rest: row.rest,
        takes_the: row.the,
        allies,
    })
}

/// What only the whole sheet can tell: one government, the same palettes everywhere, not too many.
fn check_whole(sheet: &TomlFile<Sheet>, factions: &[Faction]) -> Result<()> {
    if factions.len() > usize::from(u8::MAX) {
        return Err(Error::data(&sheet.path, 1, "more than 255 factions"));
    }
    if factions.iter().filter(|f| f.is_government).count() != 1 {
        return Err(Error::data(&sheet.path, 1, "exactly one faction must say government = true"));
    }
    let palettes = |f: &Faction| f.colours.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    let first = palettes(&factions[0]);
    for (f, row) in factions.iter().zip(&sheet.value.faction) {
        if palettes(f) != first {
            let reason = format!("faction {} needs a colour for each of {}", f.code, first.join(", "));
            return Err(sheet.error(row.as_ref().code.span().start, reason));
        }
    }
    Ok(())
}

fn parse_rgb(text: &str) -> Option<[u8; 3]> {
    let hex = text.strip_prefix('#').filter(|h| h.len() == 6 && h.is_ascii())?;
    let byte = |i: usize| u8::from_str_radix(hex.get(i..i + 2)?, 16).ok();
    Some([byte(0)?, byte(2)?, byte(4)?])
}

#[cfg(test)]
mod tests {
    use super::super::testing::refusal;

    #[test]
    fn a_code_twice_an_unknown_ally_and_a_bad_colour_are_refused() {
        let file = "syria-2024/factions.toml";
        let twice = refusal(file, "code = \"HTS\"", "code = \"SAA\"");
        assert!(twice.contains("factions.toml:") && twice.contains("SAA stands twice"), "{twice}");
        let ally = refusal(file, "\"RUS\", \"IRN\"", "\"RUS\", \"MARS\"");
        assert!(ally.contains("unknown faction MARS"), "{ally}");
        let colour = refusal(file, "#C6413B", "red");
        assert!(colour.contains("#RRGGBB"), "{colour}");
        let palette = refusal(file, "isw = \"#B5544E\", ", "");
        assert!(palette.contains("a colour for each of"), "{palette}");
    }

    #[test]
    fn there_is_exactly_one_government() {
        let none = refusal("syria-2024/factions.toml", "government = true\n", "");
        assert!(none.contains("exactly one"), "{none}");
    }
}
