//! Foreign names in another transliteration than that of the gazetteer: «Masjaway» and «Masghaway».

use super::resolve::{Resolver, family};
use super::scan::Draft;
use super::{PlaceMention, PlaceRole};
use crate::knowledge::{PlaceIdx, PlaceKind};
use crate::text::ARTICLE;
use crate::text::fold::fold;

impl Resolver<'_, '_> {
    /// Gives names that the gazetteer lacks the only place of the war's country that sounds the same.
    pub(super) fn sounded(&self, drafts: &[Draft], out: &mut [PlaceMention]) {
        let Some(country) = self.story.country else { return };
        if self.knowledge.place_words.arabic.iter().any(|code| code == country) {
            return;
        }
        for (draft, mention) in drafts.iter().zip(out) {
            let lacks = draft.places.is_empty() && !draft.again && mention.role == PlaceRole::Event;
            let kind = draft.cue.and_then(|c| c.kind).filter(|_| lacks);
            let Some(place) = kind.and_then(|kind| self.sounding(&mention.name, kind, country)) else {
                continue;
            };
            mention.place = Some(place);
            mention.why.push("another transliteration of the name".to_owned());
        }
    }

    /// The only place of such a kind in `country` that sounds like `name`.
    fn sounding(&self, name: &str, kind: PlaceKind, country: &str) -> Option<PlaceIdx> {
        const LETTERS: usize = 2;
        let name = fold(name);
        let letters = name.chars().count();
        let (words, conflict) = (&self.knowledge.place_words, &self.knowledge.conflict);
        let near = |written: &str| written.chars().count().abs_diff(letters) <= LETTERS;
        let alike = words.alike(conflict, country, &name).iter();
        let mut found = alike
            .filter(|(written, p)| near(written) && family(self.place(*p).kind) == family(kind))
            .map(|(_, p)| *p);
        let first = found.next().filter(|_| !name.starts_with(ARTICLE))?;
        found.all(|p| p == first).then_some(first)
    }
}
