//! Whose words a sentence tells: those of whoever is named in it, or was before.

use super::speakers::Speaker;
use crate::events::acts::told::has_commentator;
use crate::events::clauses::clause::Clause;
use crate::events::clauses::item::{Item, What};

/// Who speaks, over several sentences.
#[derive(Default)]
pub(in crate::events) struct Voice {
    /// Is it someone who only comments?
    is_comment: bool,
    /// Who is named as speaking.
    pub(in crate::events) speaker: Speaker,
}

impl Voice {
    /// For each clause of speech, whether a commentator speaks; who is not named speaks on.
    pub(in crate::events) fn comments(&mut self, items: &[Item], clauses: &[Clause]) -> Vec<bool> {
        let mut out = Vec::with_capacity(clauses.len());
        for (c, clause) in clauses.iter().enumerate() {
            if clause.speech().is_some() {
                let end = clauses.get(c + 1).map_or(clause.items.end, |n| n.items.end);
                let verb = clause.finite.map_or(clause.items.start, |f| f.item);
                let names_nobody = items[verb + 1..clause.items.end]
                    .iter()
                    .all(|i| !matches!(i.what, What::Word | What::Actor(_) | What::Known));
                if has_commentator(&items[clause.items.start..end]) {
                    self.is_comment = true;
                } else if !(names_nobody && clause.subject.is_empty()) {
                    self.is_comment = false;
                }
            }
            out.push(self.is_comment);
        }
        out
    }
}
