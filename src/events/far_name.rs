//! «the Jerusalem hospital in a quarter of X»: the name of a town far from where the thing lies only names the thing.

use super::reading::Reading;
use super::walk::Found;
use crate::knowledge::status::Prep;

/// So far from the place that it lies in can no place be.
const FAR_KM: f64 = 80.0;

/// Drops the places that lie far from the one told right behind them with «in».
pub(super) fn drop_far_names(reading: &Reading<'_>, found: &mut Vec<Found>) {
    let site = |f: &Found| reading.places[f.place].place.map(|p| reading.knowledge.conflict.place(p));
    for i in (1..found.len()).rev() {
        let (name, within) = (&found[i - 1], &found[i]);
        let ends = reading.places[name.place].tokens.end;
        let begins = reading.places[within.place].tokens.start;
        // «in» stands between them, or is written together with the second.
        let next = begins >= ends && begins - ends <= 1;
        let Some((x, y)) = site(name).zip(site(within)) else { continue };
        let area = x.kind.is_area() || y.kind.is_area();
        let far = x.at.distance_km(y.at) > FAR_KM;
        if name.prep.is_none() && within.prep == Some(Prep::At) && next && !area && far {
            found.remove(i - 1);
        }
    }
}
