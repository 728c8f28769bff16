//! Small places of a country of which the text names nothing else, beside many of the country it tells of.

use super::PlaceMention;
use super::resolve::{Resolver, by_country};
use super::scan::Draft;
use crate::knowledge::{Place, PlaceKind};

/// So many places of its own country the text must name.
const AT_HOME: usize = 3;

/// So far from all of them the others lie, in km.
const FAR_KM: f64 = 250.0;

/// A town of so many is known abroad.
const KNOWN: u32 = 50_000;

impl Resolver<'_, '_> {
    /// Takes back the villages, towns, quarters and provinces of a country that the text does not name, where it names
    /// many places of another one far off: «entered Wasit», in the war of Yemen, is no province of Iraq.
    pub(super) fn namesakes_abroad(&self, drafts: &[Draft], out: &mut [PlaceMention]) {
        let Some(home) = self.story.country else { return };
        let named = by_country(self, out, |i| self.is_speaker(&drafts[i]));
        let Some(own) = named.get(home).filter(|own| own.len() >= AT_HOME) else { return };
        let is_told = |country: &str| {
            let whole = |m: &PlaceMention| {
                m.place
                    .map(|p| self.place(p))
                    .is_some_and(|p| p.kind == PlaceKind::Country && p.country == country)
            };
            out.iter().any(whole)
        };
        let far = |p: &Place| own.iter().all(|&o| self.place(o).at.distance_km(p.at) > FAR_KM);
        let strange = |country: &&str| {
            let places = &named[*country];
            let few = 2 * places.len() <= own.len() + 1;
            few && !is_told(country) && places.iter().all(|&p| is_small(self.place(p)) && far(self.place(p)))
        };
        let strange: Vec<String> =
            named.keys().filter(|c| **c != home).filter(|c| strange(c)).map(|c| (*c).to_owned()).collect();
        for (i, mention) in out.iter_mut().enumerate() {
            let Some(place) = mention.place.map(|p| self.place(p)) else { continue };
            let own_word = place.kind.is_area() && drafts[i].cue.is_some();
            if strange.contains(&place.country) && !own_word {
                mention.place = None;
                mention.why.push(format!("no other place of {} is named", place.country));
            }
        }
    }
}

/// Is it no city that other countries speak of?
fn is_small(place: &Place) -> bool {
    let settled = matches!(place.kind, PlaceKind::Village | PlaceKind::Town | PlaceKind::Quarter);
    let province = matches!(place.kind, PlaceKind::Governorate | PlaceKind::Region);
    province || settled && place.population < KNOWN || place.kind == PlaceKind::Base && place.needs_cue
}
