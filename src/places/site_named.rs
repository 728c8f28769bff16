//! «the hospital of Jerusalem in the quarter X of Aleppo», «the school of Safed in Gaza»: a house that bears the name of a far
//! town stands in the place told with it.

use super::resolve::{Resolver, family};
use super::scan::Draft;
use super::{PlaceMention, PlaceRole};
use crate::knowledge::{PartKind, PlaceIdx, PlaceKind};
use crate::text::Affixes;

impl Resolver<'_, '_> {
    /// Gives such houses the place told right behind them when that lies far from their namesake; when the namesake lies in
    /// another country than the story, the town told before.
    pub(super) fn named_for_towns(&self, drafts: &[Draft], out: &mut [PlaceMention]) {
        for i in 0..out.len() {
            let Some(namesake) = self.namesake_of_house(&drafts[i], &out[i]) else { continue };
            let behind = self.place_behind(drafts, out, i).filter(|&q| self.is_far(namesake, q));
            let abroad = self.story.country.is_some_and(|c| self.place(namesake).country != c);
            let before = || self.city_before((drafts, out), i).filter(|&q| self.is_far(namesake, q));
            if let Some(q) = behind.or_else(|| before().filter(|_| abroad)) {
                out[i].place = Some(q);
                out[i].kind = self.place(q).kind;
                out[i].why.push(format!("a site of {}", self.place(q).name_en));
            }
        }
    }

    /// The town whose name follows the noun for a house without a word between («the school of Safed», and not «the school
    /// in Safed»).
    fn namesake_of_house(&self, draft: &Draft, mention: &PlaceMention) -> Option<PlaceIdx> {
        let house = mention.part.is_some_and(|p| p.kind == PartKind::Landmark);
        let at = draft.name.start;
        let word = at.checked_sub(1).filter(|&t| t >= draft.tokens.start)?;
        let bare = !draft.again && !draft.affixes.has(Affixes::BI) && draft.cue.is_none();
        let construct = !self.text.is_definite(word) && !self.is_locative(word);
        mention.place.filter(|&p| house && bare && construct && family(self.place(p).kind) == 0)
    }

    /// The place that «in», «in the midst of» or nothing at all ties to the mention before it.
    fn place_behind(&self, drafts: &[Draft], out: &[PlaceMention], i: usize) -> Option<PlaceIdx> {
        let next = out.get(i + 1)?;
        let gap = out[i].tokens.end..next.tokens.start;
        let tied = gap.is_empty() || gap.len() == 1 && self.is_locative(gap.start);
        let inside = !gap.is_empty() || drafts[i + 1].affixes.has(Affixes::BI) || next.part.is_some();
        let role = matches!(next.role, PlaceRole::Event | PlaceRole::Qualifier);
        next.place.filter(|&q| tied && inside && role && self.place(q).kind != PlaceKind::Country)
    }

    fn is_far(&self, a: PlaceIdx, b: PlaceIdx) -> bool {
        const FAR_KM: f64 = 40.0;
        // «the market of the city of X in the governorate of Y»: the middle of an area lies far from its towns.
        const OFF_MIDDLE_KM: f64 = 150.0;
        let area = self.place(b).kind.is_area() && self.place(a).country == self.place(b).country;
        let far_km = if area { OFF_MIDDLE_KM } else { FAR_KM };
        self.place(a).at.distance_km(self.place(b).at) > far_km
    }
}
