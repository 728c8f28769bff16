//! «X: the operation goes on», «X: we will not leave»: whoever stands alone before a colon makes a statement.

use super::speakers::before_colon;
use super::speech::speakers;
use crate::events::acts::draft::{Draft, Scope};
use crate::events::acts::told::is_told;
use crate::events::clauses::item::{Item, What};
use crate::events::days::when::date_of;
use crate::events::{EventKind, Modality};
use crate::knowledge::status::Speech;
use crate::knowledge::triggers::Frame;

/// The statement of a sentence whose speaker stands before a colon, when its words tell no event and are no statement with
/// a verb of its own.
pub(in crate::events) fn said_in_heading(
    scope: Scope<'_, '_>,
    contents: &[Option<usize>],
    (drafts, said): (&[Draft], &[Draft]),
    sentence: usize,
) -> Option<Draft> {
    /// So many words at least are a statement.
    const WORDS: usize = 3;
    let who = before_colon(scope.reading, scope.items, scope.clauses)?;
    let set = |d: &Draft| matches!(d.stance.modality, Modality::Denied | Modality::Hypothetical);
    let told = drafts.iter().any(|d| is_told(d) && !set(d)) || !said.is_empty();
    let rest = scope.items.iter().position(|i| i.what == What::Stop)?;
    let (from, mut end) = (scope.items.first()?.from, scope.items.len());
    while end > rest && matches!(scope.items[end - 1].what, What::Stop | What::Comma) {
        end -= 1;
    }
    let marks = |what: &What| matches!(what, What::Stop | What::Comma | What::Quote);
    let n_words = scope.items[rest..end].iter().filter(|i| !marks(&i.what)).count();
    // «X under the fire of Y: …»: what befalls a place is no speaker.
    let labels = |i: &&Item| i.actor().is_none();
    let befalls =
        scope.items[..rest].iter().take_while(labels).any(|i| !matches!(i.what, What::Word | What::Quote));
    let speakers = speakers(scope.reading, &[], &who.actors, Speech::Announce);
    if told || befalls || n_words < WORDS || speakers.is_empty() {
        return None;
    }
    let c = scope.clauses.len().min(2) - 1;
    let first = scope.reading.actors[*speakers.first()?].tokens.clone();
    let mut draft = Draft::empty(EventKind::Statement, Frame::Deal, sentence, (first.start, first.end));
    draft.clause = c;
    draft.quote = (from, scope.items[end - 1].to);
    draft.initiators = speakers;
    draft.is_carried = true;
    draft.date = date_of(Scope { c, ..scope }, contents, rest);
    draft.why.push("speech act without a verb of its own".into());
    Some(draft)
}
