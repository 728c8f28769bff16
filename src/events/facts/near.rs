//! «the village of X, north of Y», «the villages of X and Y»: a place that the gazetteer does not have lies near the one that
//! it is told with, and is put there until somebody knows better.

use crate::events::mentions::reading::{PlaceHit, Reading};
use crate::events::scenes::main_place::main_place;
use crate::events::scenes::setting::headline_mention;
use crate::events::scenes::speech_place::is_abroad;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::{PlaceIdx, PlaceKind};

/// So many mentions to either side are looked at.
const FEW: usize = 30;

/// The known place near which mention `p` of an unknown one lies, and ACLED's precision of that: the one told beside it in
/// its sentence, the last one of its paragraph, the town that the article is about, the area around it.
pub(super) fn near(reading: &Reading<'_>, p: usize) -> Option<(PlaceIdx, u8)> {
    let hit = &reading.places[p];
    if hit.place.is_some() || hit.kind.is_area() {
        return None;
    }
    let town = hit.area.filter(|&a| !reading.knowledge.conflict.place(a).kind.is_area());
    let told = beside(reading, p).or_else(|| above(reading, p));
    let close = told.and_then(|q| reading.places[q].place).or(town).map(|idx| (idx, 2));
    let start = hit.tokens.start;
    let story = || main_place(reading, start).or_else(|| headline_mention(reading));
    let far = || story().filter(|&q| q != p && knows(reading, q)).and_then(|q| reading.places[q].place);
    close.or_else(|| Some((far().or(hit.area)?, 3)))
}

/// The known place nearest by words in the sentence of mention `p`, behind it if it says where that lies.
fn beside(reading: &Reading<'_>, p: usize) -> Option<usize> {
    let hit = &reading.places[p];
    let sentence = sentence_of(reading, hit)?;
    let tokens = &reading.sentences[sentence].tokens;
    let inside = |q: &usize| tokens.contains(&reading.places[*q].tokens.start);
    let says_where = Some(p + 1).filter(|q| {
        let next = reading.places.get(*q);
        next.is_some_and(|n| n.is_qualifier && inside(q) && is_point(n))
    });
    let after = (p + 1..reading.places.len()).take(FEW).take_while(inside);
    let before = (0..p).rev().take(FEW).take_while(inside);
    let gap = |q: usize| {
        let other = &reading.places[q].tokens;
        if q > p { other.start - hit.tokens.end } else { hit.tokens.start - other.end }
    };
    let known = before.chain(after).filter(|&q| knows(reading, q));
    says_where.or_else(|| known.min_by_key(|&q| (gap(q), q < p)))
}

/// The last known place of the paragraph before mention `p`.
fn above(reading: &Reading<'_>, p: usize) -> Option<usize> {
    let paragraph = |q: usize| Some(reading.sentences[sentence_of(reading, &reading.places[q])?].paragraph);
    let own = paragraph(p)?;
    let mut back = (0..p).rev().take(FEW).take_while(|&q| paragraph(q) == Some(own));
    back.find(|&q| knows(reading, q))
}

/// The sentence of a mention.
fn sentence_of(reading: &Reading<'_>, hit: &PlaceHit) -> Option<usize> {
    let s = reading.sentences.partition_point(|s| s.tokens.end <= hit.tokens.start);
    reading.sentences.get(s).is_some_and(|s| s.tokens.start <= hit.tokens.start).then_some(s)
}

/// A known point of the story's land, and not one that somebody comes from or makes for.
fn knows(reading: &Reading<'_>, q: usize) -> bool {
    let hit = &reading.places[q];
    let start = hit.tokens.start;
    let end = |prep| reading.follows_cue(start, Cue::Prep(prep));
    is_point(hit) && !end(Prep::From) && !end(Prep::To) && !is_abroad(reading, q)
}

/// Is it a place of the gazetteer, and no area?
fn is_point(hit: &PlaceHit) -> bool {
    let area = matches!(hit.kind, PlaceKind::Country | PlaceKind::Governorate | PlaceKind::Region);
    hit.place.is_some() && !hit.is_road && !area
}

#[cfg(test)]
mod tests {
    use crate::events::extract;
    use crate::ingest::Article;
    use crate::knowledge::Knowledge;

    fn put(text: &str) -> Vec<(f64, u8)> {
        let knowledge = Knowledge::embedded().expect("the embedded data is sound");
        let events = extract(&Article::new("near.txt", text), &knowledge).events;
        let places = events.into_iter().filter_map(|e| e.place);
        places.filter(|p| p.idx.is_none()).filter_map(|p| Some((p.lat?.round(), p.precision))).collect()
    }

    #[test]
    fn an_unknown_village_is_put_where_the_place_told_with_it_is() {
        let told = "سيطرت الفصائل على قرية الزنطورية قرب مدينة الباب.";
        assert_eq!(put(told), [(36.0, 2)]);
        let listed = "سيطر الجيش على قريتي الزنطورية والشيخ مسكين في ريف درعا.";
        assert_eq!(put(listed), [(33.0, 2)]);
        let above = "دارت معارك في مدينة الرستن. وقصفت الطائرات قرية الزنطورية.";
        assert_eq!(put(above), [(35.0, 2)]);
    }

    #[test]
    fn nothing_told_leaves_it_without_a_point() {
        assert!(put("سيطرت الفصائل على قرية الزنطورية.").is_empty());
    }
}
