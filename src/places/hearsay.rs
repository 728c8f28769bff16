//! Villages of which only the subdistrict is known: the text has to be about that part of the country.

use super::PlaceMention;
use super::resolve::Resolver;
use crate::knowledge::{Place, PlaceIdx, PlaceKind};

/// From how far another place still vouches for such a village.
const NEAR_KM: f64 = 60.0;

impl Resolver<'_, '_> {
    /// Takes a village back that is drawn at the centre of its subdistrict when the text names nothing else around
    /// it; says of the others where they are drawn.
    pub(super) fn hearsay(&self, out: &mut [PlaceMention]) {
        let named: Vec<PlaceIdx> = out.iter().filter_map(|m| m.place).collect();
        for mention in out.iter_mut() {
            let Some(own) = mention.place else { continue };
            let place = self.place(own);
            if !is_by_subdistrict(place) {
                continue;
            }
            let vouches = |p: &Place| {
                let around = p.kind == PlaceKind::Governorate && p.admin1 == place.admin1;
                around || p.kind != PlaceKind::Country && p.at.distance_km(place.at) < NEAR_KM
            };
            if named.iter().any(|&p| p != own && vouches(self.place(p))) {
                mention.why.push("drawn at the centre of its subdistrict".to_owned());
            } else {
                mention.place = None;
                mention.why.push(format!("nothing else near {} is named", place.name_en));
            }
        }
    }
}

/// Is the place a village with the coordinates of its subdistrict?
fn is_by_subdistrict(place: &Place) -> bool {
    place.kind == PlaceKind::Village && place.precision > 2
}
