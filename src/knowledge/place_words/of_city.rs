//! «the airport of the city of X»: a site that bears the name of its city, told with the city's cue word.

use std::collections::BTreeMap;

use super::PlaceName;
use super::load::key;
use super::raw::{Form, Raw};
use crate::knowledge::{Conflict, PlaceKind};

/// Gives «the airport of X» the further name «the airport of the city of X», when X is a city or town.
pub(super) fn name_with_city(conflict: &Conflict, raw: &Raw, names: &mut BTreeMap<String, PlaceName>) {
    let cues = |kinds: &[PlaceKind]| -> Vec<String> {
        let of = raw.cue.iter().filter(|c| c.form == Form::One && c.kind.is_some_and(|k| kinds.contains(&k)));
        of.flat_map(|c| c.words.iter().map(|w| key(w))).collect()
    };
    let cities = cues(&[PlaceKind::City]);
    let sites = cues(&[PlaceKind::Base, PlaceKind::Crossing]);
    let is_city = |name: &str| {
        let kind = |p: &crate::knowledge::PlaceIdx| conflict.place(*p).kind;
        let places = names.get(name).map_or(&[][..], |n| &n.places[..]);
        places.iter().any(|p| matches!(kind(p), PlaceKind::City | PlaceKind::Town))
    };
    let mut more: Vec<(String, PlaceName)> = Vec::new();
    for (phrase, name) in names.iter() {
        let Some((first, city)) = phrase.split_once(' ') else { continue };
        if sites.iter().any(|s| s == first) && is_city(city) {
            more.extend(cities.iter().map(|cue| (format!("{first} {cue} {city}"), name.clone())));
        }
    }
    for (phrase, name) in more {
        names.entry(phrase).or_insert(name);
    }
}
