//! Whose words: «according to A, while B said», «A: …», and a sentence that goes on with the words of the one before.

use super::attributed::{Attribution, according, is_party, speaker};
use super::stance::Stance;
use crate::events::acts::draft::{Draft, Scope};
use crate::events::clauses::clause::{Clause, Opener};
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::events::scenes::speech_place::goes_on_from;
use crate::events::{EventKind, Modality};
use crate::knowledge::status::{Cue, Prep, Speech};
use crate::text::inflect::Tense;

/// The «according to» that the act at `item` rests on: the next one behind it of the words that go on from it, else
/// one before it.
pub(super) fn according_at(scope: Scope<'_, '_>, item: usize) -> Option<usize> {
    let is = |i: &usize| scope.items[*i].is_cue(Cue::According);
    // «…, while X said»: another's words.
    let parts = |c: &&Clause| scope.items[c.items.start].is_cue(Cue::Contrast) && c.finite.is_some();
    let end = scope.clauses[scope.c + 1..].iter().find(parts).map_or(scope.items.len(), |c| c.items.start);
    let from = if parts(&scope.clause()) { scope.clause().items.start } else { 0 };
    (item..end).find(is).or_else(|| (from..item).rev().find(is))
}

/// A toll of its own is told by whom its words rest on.
pub(in crate::events) fn credit_tolls(scope: Scope<'_, '_>, drafts: &mut [Draft]) {
    let alone = |d: &&mut Draft| d.kind == EventKind::Casualties && d.stance == Stance::default();
    for draft in drafts.iter_mut().filter(alone) {
        let item = scope.items.partition_point(|i| i.to <= draft.trigger.0);
        let c = scope.clauses.partition_point(|c| c.items.start <= item).saturating_sub(1);
        let Some(who) = according(Scope { c, ..scope }, item) else { continue };
        if who.is_party {
            draft.stance.modality = Modality::Claimed;
        }
        draft.stance.attribution = Some(who);
    }
}

/// Who speaks from sentence to sentence.
#[derive(Default)]
pub(in crate::events) struct Speaker {
    /// Who spoke last.
    last: Option<Attribution>,
    /// The sentence in which that was.
    sentence: usize,
    /// Who speaks before a colon in the sentence at hand.
    headed: Option<Attribution>,
    /// Does the sentence at hand go on with the words of who spoke last?
    goes_on: bool,
    /// Where it says that they were spoken.
    pub(in crate::events) stands_at: Option<usize>,
}

/// After so many sentences nobody speaks on.
const REACH: usize = 3;

impl Speaker {
    /// Looks at sentence `s` before its drafts are made.
    pub(in crate::events) fn hear(
        &mut self,
        reading: &Reading<'_>,
        s: usize,
        items: &[Item],
        clauses: &[Clause],
    ) {
        self.headed = before_colon(reading, items, clauses);
        let first = clauses.first().filter(|c| speaks_on(items, c));
        let near = s.saturating_sub(self.sentence) <= REACH;
        self.goes_on = first.is_some() && near && self.last.is_some();
        if self.goes_on {
            self.sentence = s;
        }
        self.stands_at = goes_on_from(Scope { reading, items, clauses, c: 0 }).filter(|_| self.goes_on);
    }

    /// Says who speaks in a draft of which the sentence itself does not tell.
    pub(in crate::events) fn lend(&self, scope: Scope<'_, '_>, draft: &mut Draft) {
        let speech = draft.stance.content_of;
        let headed = self.headed.as_ref().filter(|_| scope.c > 0 && draft.stance.attribution.is_none());
        let on = self.last.as_ref().filter(|_| self.goes_on && speech == Some(0));
        let on = on.filter(|_| draft.stance.attribution.as_ref().is_none_or(|a| a.actors.is_empty()));
        let Some(who) = on.or(headed) else { return };
        if who.is_party && draft.stance.modality == Modality::Asserted {
            draft.stance.modality = Modality::Claimed;
        }
        draft.stance.attribution = Some(who.clone());
        // «added that it took X».
        let it = scope.items[scope.clause().items.start].is_cue(Cue::ThatThey);
        let own = scope.clause().finite.is_some_and(|f| scope.items[f.item].from == draft.trigger.0);
        let fights =
            |a: &&usize| matches!(scope.reading.actors[**a].class, ActorClass::Armed | ActorClass::State);
        if it && own && who.is_party && draft.initiators.is_empty() && draft.targets.is_empty() {
            draft.initiators.extend(who.actors.iter().filter(fights).copied());
        }
    }

    /// Notes who speaks in sentence `s`.
    pub(in crate::events) fn note(
        &mut self,
        reading: &Reading<'_>,
        s: usize,
        items: &[Item],
        clauses: &[Clause],
    ) {
        let told = clauses.iter().filter(|c| c.opener != Opener::Relative && c.speech().is_some());
        let named = told.filter_map(|c| speaker(reading, items, c)).rfind(|a| !a.actors.is_empty());
        if let Some(who) = named.or_else(|| self.headed.take()) {
            (self.last, self.sentence) = (Some(who), s);
        }
    }
}

/// «And it added that …», «the statement pointed out that …»: a verb of speech whose speaker was named before.
fn speaks_on(items: &[Item], clause: &Clause) -> bool {
    let Some(verb) = clause.finite.filter(|_| clause.subject.is_empty()) else { return false };
    let next = items.get(verb.item + 1);
    let statement =
        next.is_some_and(|n| n.is_cue(Cue::SpeechNoun) && n.affixes.has(crate::text::Affixes::AL));
    let says = matches!(
        clause.speech(),
        Some(Speech::More | Speech::Say | Speech::Announce | Speech::Tell | Speech::Accuse)
    );
    // «it is said that»: nobody's words.
    let told = verb.verb.tense == Tense::Perfect;
    let opens = told && verb.item == clause.items.start && clause.opener != Opener::Relative;
    says && opens && (clause.is_without_subject || statement)
}

/// «The army: our forces took X»: who stands alone before a colon says what follows.
pub(super) fn before_colon(reading: &Reading<'_>, items: &[Item], clauses: &[Clause]) -> Option<Attribution> {
    const LONGEST: usize = 5;
    let head = clauses.first()?;
    let stop = items.iter().take(LONGEST + 1).position(|i| i.what == What::Stop)?;
    let (words, mark) = (&items[..stop], &items[stop]);
    let colon = reading.text.fold_at(mark.from) == ":";
    let alone = head.finite.is_none_or(|f| f.item > stop)
        && words.iter().all(|i| {
            // «X in the capital:», «X on Sunday:».
            let set = matches!(i.what, What::Place(_) | What::Date(_)) || i.is_cue(Cue::Prep(Prep::At));
            matches!(i.what, What::Actor(_) | What::Word | What::Quote) || i.is_cue(Cue::SpeechNoun) || set
        });
    if !colon || !alone {
        return None;
    }
    let actors: Vec<usize> = words.iter().filter_map(Item::actor).collect();
    // «Sudan: …» says where; no place is named like «the United Nations» or «the Kremlin».
    let places = &reading.knowledge.place_words.names;
    let where_it_is = |a: usize| {
        let hit = &reading.actors[a];
        hit.is_land && places.longest_at(&reading.text, hit.tokens.start).is_some()
    };
    let speaks = |&a: &usize| !where_it_is(a) && reading.actors[a].class != ActorClass::Civilians;
    let informers = &reading.knowledge.triggers.lists.informers;
    let informs = || words.first().is_some_and(|w| informers.longest_at(&reading.text, w.from).is_some());
    if (actors.is_empty() || !actors.iter().all(speaks)) && !informs() {
        return None;
    }
    let is_party = actors.iter().any(|&a| is_party(reading, a));
    Some(Attribution { from: words.first()?.from, to: words.last()?.to, actors, is_party })
}
