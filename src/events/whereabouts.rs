//! About where a place lies that the gazetteer lacks: the area that the text puts it into, else what is named beside it.

use super::reading::{PlaceHit, SentenceHit};
use crate::knowledge::{Conflict, PlaceIdx, PlaceKind};

/// Gives each place without a point of its own the one whose point may stand for it. A country or the land of several
/// governorates says too little.
pub(super) fn locate(places: &mut [PlaceHit], sentences: &[SentenceHit], conflict: &Conflict) {
    let wide = |p: PlaceIdx| matches!(conflict.place(p).kind, PlaceKind::Country | PlaceKind::Region);
    for i in 0..places.len() {
        if places[i].place.is_some() {
            continue;
        }
        let area = places[i].area.filter(|&p| conflict.place(p).kind != PlaceKind::Country);
        let beside = || {
            let near = beside(places, i, sentences, wide);
            near.map(|p| (p, format!("outside the gazetteer: shown near {}", name(conflict, p))))
        };
        let inside = area.map(|p| (p, format!("outside the gazetteer: shown in {}", name(conflict, p))));
        let found = inside.or_else(beside);
        places[i].area = found.as_ref().map(|f| f.0);
        places[i].why.extend(found.map(|f| f.1));
    }
}

fn name(conflict: &Conflict, place: PlaceIdx) -> &str {
    &conflict.place(place).name_en
}

/// The nearest place of the gazetteer in the same sentence, else the last one before in the same paragraph.
fn beside(
    places: &[PlaceHit],
    i: usize,
    sentences: &[SentenceHit],
    wide: impl Fn(PlaceIdx) -> bool,
) -> Option<PlaceIdx> {
    let of = |j: usize| sentences.partition_point(|s| s.tokens.end <= places[j].tokens.start);
    let own = of(i);
    let paragraph = |s: usize| sentences.get(s).map(|s| s.paragraph);
    let known = |j: usize| places[j].place.filter(|&p| !wide(p));
    let gap = |j: usize| places[j].tokens.start.abs_diff(places[i].tokens.start);
    let around = (0..places.len()).filter(|&j| of(j) == own && known(j).is_some());
    let nearest = around.min_by_key(|&j| gap(j));
    let before = || (0..i).rev().find(|&j| paragraph(of(j)) == paragraph(own) && known(j).is_some());
    nearest.or_else(before).and_then(known)
}
