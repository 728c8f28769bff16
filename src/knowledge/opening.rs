//! Opening control, from `opening.csv`: who held each site on the eve.

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::gazetteer::Gazetteer;
use super::table::read_csv;
use super::{Faction, FactionId, Files, Opening, OpeningBasis, PlaceIdx};
use crate::base::{Error, Result};

#[derive(Deserialize)]
struct Row {
    place_id: String,
    holder: String,
    basis: Basis,
    note: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Basis {
    Sourced,
    Assumed,
}

/// Reads and checks opening control. Sites without a row open with no known holder.
///
/// # Errors
/// When a place or faction is unknown, a place stands twice, is no site, or a holder cannot hold ground.
pub(super) fn load(
    files: &Files,
    path: &str,
    gazetteer: &Gazetteer,
    factions: &[Faction],
) -> Result<FxHashMap<PlaceIdx, Opening>> {
    let mut opening = FxHashMap::default();
    for (line, row) in read_csv::<Row>(files, path)? {
        let refuse = |reason: String| Error::data(path, line, reason);
        let place =
            gazetteer.find(&row.place_id).ok_or_else(|| refuse(format!("unknown place {}", row.place_id)))?;
        if !gazetteer.place(place).is_site {
            return Err(refuse(format!("{} is no site of the control map", row.place_id)));
        }
        let holder = factions
            .iter()
            .position(|f| f.code == row.holder)
            .ok_or_else(|| refuse(format!("unknown faction {}", row.holder)))?;
        if !factions[holder].holds_ground {
            return Err(refuse(format!("{} holds no ground, says factions.toml", row.holder)));
        }
        let basis = match row.basis {
            Basis::Sourced => OpeningBasis::Sourced,
            Basis::Assumed => OpeningBasis::Assumed,
        };
        let value = Opening { holder: FactionId(holder as u8), basis, note: row.note };
        if opening.insert(place, value).is_some() {
            return Err(refuse(format!("place {} stands twice", row.place_id)));
        }
    }
    Ok(opening)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{added, refusal};

    const FILE: &str = "syria-2024/opening.csv";

    #[test]
    fn unknown_places_and_factions_are_refused() {
        let place = refusal(FILE, "\naleppo,SAA", "\nalepo,SAA");
        assert!(place.contains("opening.csv:") && place.contains("unknown place alepo"), "{place}");
        let faction = refusal(FILE, "\naleppo,SAA", "\naleppo,SAAA");
        assert!(faction.contains("unknown faction SAAA"), "{faction}");
        let ground = refusal(FILE, "\naleppo,SAA", "\naleppo,UN");
        assert!(ground.contains("holds no ground"), "{ground}");
        let basis = refusal(FILE, "\naleppo,SAA,sourced", "\naleppo,SAA,rumour");
        assert!(basis.contains("opening.csv:2: ") && basis.contains("rumour"), "{basis}");
    }

    #[test]
    fn a_place_twice_is_refused_with_its_line() {
        let twice = added(FILE, "hama,SAA,assumed,again\n");
        let line = include_str!("../../data/syria-2024/opening.csv").lines().count() + 1;
        assert!(twice.contains(&format!("opening.csv:{line}: place hama stands twice")), "{twice}");
    }

    #[test]
    fn areas_hold_nothing_themselves() {
        let area = added(FILE, "hama-governorate,SAA,assumed,no site\n");
        assert!(area.contains("no site of the control map"), "{area}");
    }
}
