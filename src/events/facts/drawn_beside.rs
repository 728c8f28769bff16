//! «took the villages of X, Y and Z», Y outside the gazetteer: it is drawn beside its neighbours, with the precision of an
//! area, so that it is not missing from the map.

use crate::base::LonLat;
use crate::events::mentions::reading::{PlaceHit, Reading};
use crate::knowledge::{PlaceIdx, PlaceKind};

/// Between the names of one list stand no more tokens than these.
const LIST_GAP: usize = 2;
/// A place named further off than so many tokens says nothing about where another lies.
const REACH: usize = 40;

/// Where the place of mention `p`, outside the gazetteer, is drawn, and the place it is drawn beside: a neighbour in its
/// list, the town that the text puts it into, what its sentence or the one before names nearest, or the area around it.
pub(super) fn drawn_beside(reading: &Reading<'_>, p: usize) -> Option<(LonLat, PlaceIdx)> {
    let hit = reading.places.get(p)?;
    let of_area = hit.area.filter(|&a| !reading.knowledge.conflict.place(a).kind.is_area());
    let beside = in_list(reading, p).or(of_area).or_else(|| nearest(reading, p)).or(hit.area)?;
    Some((reading.knowledge.conflict.place(beside).at, beside))
}

/// «X, Y and Z»: the known name that stands nearest in the list.
fn in_list(reading: &Reading<'_>, p: usize) -> Option<PlaceIdx> {
    let linked = |a: usize, b: usize| {
        let (a, b) = (&reading.places[a], &reading.places[b]);
        a.kind == b.kind && b.tokens.start.saturating_sub(a.tokens.end) <= LIST_GAP
    };
    let n = reading.places.len();
    let before = (0..p).rev().take_while(|&i| linked(i, i + 1)).find_map(|i| site(reading, i));
    before.or_else(|| (p + 1..n).take_while(|&i| linked(i - 1, i)).find_map(|i| site(reading, i)))
}

/// The site named nearest, within reach; one that only says where another place lies as well.
fn nearest(reading: &Reading<'_>, p: usize) -> Option<PlaceIdx> {
    let own = &reading.places[p].tokens;
    let gap = |h: &PlaceHit| {
        if h.tokens.start >= own.end {
            h.tokens.start - own.end
        } else {
            own.start.saturating_sub(h.tokens.end)
        }
    };
    let near = |&i: &usize| gap(&reading.places[i]) <= REACH;
    let before = (0..p).rev().take_while(near).find(|&i| site(reading, i).is_some());
    let after = (p + 1..reading.places.len()).take_while(near).find(|&i| site(reading, i).is_some());
    let found = before.into_iter().chain(after).min_by_key(|&i| gap(&reading.places[i]))?;
    site(reading, found)
}

/// A settlement, quarter or base of the gazetteer.
fn site(reading: &Reading<'_>, i: usize) -> Option<PlaceIdx> {
    let place = reading.places.get(i)?.place?;
    let kind = reading.knowledge.conflict.place(place).kind;
    (!kind.is_area() && kind != PlaceKind::Crossing).then_some(place)
}

#[cfg(test)]
mod tests {
    use crate::events::extract;
    use crate::ingest::Article;
    use crate::knowledge::Knowledge;

    #[test]
    fn a_village_of_no_list_is_drawn_beside_its_neighbour() {
        let knowledge = Knowledge::embedded().expect("the embedded data is sound");
        let text = "سيطرت القوات على بلدة خان شيخون وقرية أم الزنابير.";
        let events = extract(&Article::new("villages.txt", text), &knowledge).events;
        let at: Vec<_> =
            events.iter().filter_map(|e| e.place.as_ref()).map(|p| (p.idx.is_some(), p.at())).collect();
        let known = at.iter().find(|p| p.0).and_then(|p| p.1);
        assert!(at.len() == 2 && known.is_some() && at.iter().all(|p| p.1 == known));
    }
}
