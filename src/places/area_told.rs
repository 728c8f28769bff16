//! «Fighting broke out in the countryside of X. They took the village of Y»: which of the villages Y, by the area that the
//! text has told before it.

use super::resolve::Resolver;
use super::scan::Draft;
use super::{PlaceMention, PlaceRole};
use crate::knowledge::{PlaceIdx, PlaceKind};
use crate::text::TokenKind;

/// So many mentions back an area may be told.
const FEW: usize = 6;
/// A place so near to another says which of its namesakes is meant.
const NEAR_KM: f64 = 40.0;

impl Resolver<'_, '_> {
    /// The one of the namesakes that lies in the area told last before mention `i`, or by the place told since.
    pub(super) fn in_area_told(
        &self,
        candidates: &[PlaceIdx],
        i: usize,
        (drafts, out): (&[Draft], &[PlaceMention]),
    ) -> Option<(PlaceIdx, String)> {
        if candidates.len() < 2 {
            return None;
        }
        for j in (0..i).rev().take(FEW) {
            let scene = matches!(out[j].role, PlaceRole::Event | PlaceRole::Qualifier | PlaceRole::Again);
            let Some(told) = out[j].place.filter(|_| scene && !self.is_speaker(&drafts[j])) else { continue };
            let place = self.place(told);
            let area = if place.kind.is_area() { Some(told) } else { self.area_of_label(&out[j], told) };
            let fits = |p: &&PlaceIdx| match area {
                Some(area) => place.kind != PlaceKind::Country && self.is_inside(**p, area),
                None => place.precision < 3 && self.place(**p).at.distance_km(place.at) < NEAR_KM,
            };
            let mut inside = candidates.iter().filter(fits);
            if let (Some(only), None) = (inside.next(), inside.next()) {
                return Some((*only, format!("by {} before it", place.name_en)));
            }
        }
        None
    }

    /// «Hama: …»: a city before a colon at the head of a line stands for its governorate.
    fn area_of_label(&self, mention: &PlaceMention, place: PlaceIdx) -> Option<PlaceIdx> {
        let before = mention.tokens.start.checked_sub(1);
        let opens = before.is_none_or(|t| self.text.tokens[t].kind == TokenKind::Break);
        let label = opens && self.text.fold_at(mention.tokens.end) == ":";
        label.then(|| self.governorate_around(place)).flatten()
    }
}
