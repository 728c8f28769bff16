//! Where: names of the gazetteer with their cue words, parts and offsets; places that a text only
//! names; false friends kept out.
//!
//! [`find`] works in three passes, each leaving its reasons. The first reads every candidate with
//! what stands around it (`scan`). The second keeps those that are firm: a cue word, a governing
//! word, a firm neighbour in a list; names that are words of the language too need one of these
//! (`judge`). The third chooses among namesakes, ties qualifiers to what they qualify and gives
//! "the town" its name back (`resolve`).

mod abroad;
mod again;
mod area_told;
mod around_name;
mod aside;
mod asked;
mod beside;
mod capital;
mod city_site;
mod hearsay;
mod judge;
mod list;
mod mend;
mod named_again;
mod named_by;
mod namesake;
mod object;
mod of_story;
mod openers;
mod passed;
mod qualify;
mod resolve;
mod road;
mod same_site;
mod scan;
mod seat;
mod site_named;
mod sounded;
mod states;
mod strange_name;
mod told_when;
mod topic;
mod unknown;
mod whence;

use std::ops::Range;

pub use told_when::tells_when;

use crate::base::Span;
use crate::knowledge::{Knowledge, PartKind, PlaceIdx, PlaceKind};
use crate::text::Text;

/// What a place is to the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlaceRole {
    /// It may be where something happened.
    Event,
    /// It only says where the place before it lies.
    Qualifier,
    /// A foreign country that acts or is acted upon, not a scene.
    Party,
    /// It is named by its kind only; the place is one named before.
    Again,
    /// It names the clock.
    TimeZone,
    /// It is part of the name of something else.
    PartOfName,
}

/// A part of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Which.
    pub kind: PartKind,
    /// On which side, in degrees clockwise from north.
    pub degrees: Option<u16>,
}

/// A distance from a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Offset {
    /// Kilometres.
    pub km: f64,
    /// Towards where, in degrees clockwise from north.
    pub degrees: Option<u16>,
}

/// A place as a text names it.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceMention {
    /// Its tokens, cue words too.
    pub tokens: Range<usize>,
    /// Its words, cue words too.
    pub span: Span,
    /// The words of the name alone.
    pub name_span: Span,
    /// The place, when the gazetteer has it.
    pub place: Option<PlaceIdx>,
    /// The name as in the text, without proclitics.
    pub name: String,
    /// What kind of place the text speaks of.
    pub kind: PlaceKind,
    /// Which part of it.
    pub part: Option<Part>,
    /// What it is to the sentence.
    pub role: PlaceRole,
    /// How far from the place named.
    pub offset: Option<Offset>,
    /// The larger place that the text puts it into, by the next mention.
    pub within: Option<PlaceIdx>,
    /// Was it found by a cue word or part, not by its name alone?
    pub cued: bool,
    /// Short reasons.
    pub why: Vec<String>,
}

/// What is known of the story before its places are read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Story<'k> {
    /// The code of the country whose war is told, when the text says so.
    pub country: Option<&'k str>,
    /// Does the text name the conflict's own country, a side or a place in it?
    pub names_own: bool,
    /// A state that takes part and lies near.
    pub party: Option<PlaceIdx>,
}

/// Finds every place of `text`, in order, not overlapping.
pub fn find(text: &Text<'_>, knowledge: &Knowledge) -> Vec<PlaceMention> {
    find_in(Story::default(), text, knowledge)
}

/// The same when it is known what the story is about.
pub fn find_in(story: Story<'_>, text: &Text<'_>, knowledge: &Knowledge) -> Vec<PlaceMention> {
    let drafts = scan::drafts(text, knowledge);
    let drafts = judge::firm(story, text, knowledge, drafts);
    resolve::mentions(story, text, knowledge, &drafts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(String, String)> {
        let knowledge = Knowledge::embedded().expect("embedded data");
        let text = Text::new(text, &knowledge.vocabulary);
        find(&text, &knowledge)
            .into_iter()
            .map(|m| (m.name, m.place.map_or("-".into(), |p| knowledge.conflict.place(p).id.clone())))
            .collect()
    }

    #[test]
    fn a_cue_word_decides_between_town_and_governorate() {
        assert_eq!(read("في مدينة حلب")[0].1, "aleppo");
        assert_eq!(read("في محافظة حلب")[0].1, "aleppo-governorate");
    }
}
