//! «attacked the city of X. He had fled from Y. The city …»: a name told only in passing, which «the city» does not mean
//! where the text has called another place so.

use std::collections::BTreeSet;

use super::PlaceMention;
use super::resolve::{Resolver, family};
use super::scan::Draft;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::{Frame, WordForm};
use crate::knowledge::{PlaceIdx, PlaceKind};
use crate::text::TokenKind;

/// What a text has called its places («the city of X»), wherever it names them again.
pub(super) type SaidKinds = BTreeSet<(PlaceIdx, PlaceKind)>;

/// So many tokens back a sentence may begin.
const LONGEST: usize = 40;
/// So far before a name its verb may stand.
const NEAR: usize = 6;
/// So far before the name of its town a hospital may be told.
const CARE: usize = 3;

impl Resolver<'_, '_> {
    /// Is the place of the mention, told by its bare name, neither where something happens nor what somebody acts on in the
    /// news of the day?
    pub(super) fn is_passed(&self, draft: &Draft, kind: Option<PlaceKind>) -> bool {
        let kinds = [PlaceKind::City, PlaceKind::Town, PlaceKind::Village, PlaceKind::Base];
        let asked = kind.is_some_and(|k| kinds.contains(&k));
        let start = draft.tokens.start;
        let scene = || self.is_at_of(draft) || self.opens_sentence(start) || self.is_fought_over(start);
        let aside = || self.opens_pluperfect(start) || !scene();
        asked && draft.cue.is_none() && aside()
    }

    /// «sent troops to X and set up a line north of the city»: does «to» stand right before mention `j`, with nobody who
    /// leaves before it, and no end of its sentence between it and mention `i`?
    pub(super) fn is_reached(&self, out: &[PlaceMention], j: usize, i: usize) -> bool {
        const BACK: usize = 12;
        const LEAVE: [Frame; 3] = [Frame::Leave, Frame::Flee, Frame::Rout];
        let start = out[j].tokens.start;
        let to = start.checked_sub(1).and_then(|t| self.knowledge.status.lexicon.longest_at(self.text, t));
        let whither = to.is_some_and(|m| m.value.iter().any(|c| c.cue == Cue::Prep(Prep::To)));
        let leaves = |t: usize| self.knowledge.triggers.of_frames_at(self.text, t, &LEAVE).is_some();
        let mut before = (start.saturating_sub(BACK)..start).rev().take_while(|&t| !self.ends_at(t));
        whither && !(out[j].tokens.end..out[i].tokens.start).any(|t| self.ends_at(t)) && !before.any(leaves)
    }

    /// What the text calls its places, each by the word that stands before its name somewhere.
    pub(super) fn said_kinds(&self, drafts: &[Draft], out: &[PlaceMention]) -> SaidKinds {
        let said = |(d, m): (&Draft, &PlaceMention)| m.place.zip(self.said_kind(d).filter(|_| !d.again));
        drafts.iter().zip(out).filter_map(said).collect()
    }

    /// «left the quarters of the city. They took the city»: when nothing that may be meant was named since «the city» was
    /// told last in the paragraph, it is the same. `j` is what mention `i` would mean otherwise.
    pub(super) fn chained(
        &self,
        (drafts, out): (&[Draft], &[PlaceMention]),
        (i, j): (usize, usize),
        kind: Option<PlaceKind>,
    ) -> Option<(usize, PlaceIdx)> {
        let asked = kind.filter(|k| family(*k) == 0)?;
        let again = |&k: &usize| drafts[k].again && drafts[k].cue.and_then(|c| c.kind) == Some(asked);
        let k = (j + 1..i).rev().find(again).filter(|&k| !self.is_parted_by_line(out, k, i))?;
        let place = out[k].place.filter(|&p| family(self.place(p).kind) == 0)?;
        Some((k, place))
    }

    /// The city that the quarter lies in, where a city is looked for.
    pub(super) fn city_of_quarter(&self, quarter: PlaceIdx, kind: Option<PlaceKind>) -> Option<PlaceIdx> {
        let own = |p: PlaceIdx| self.place(p).kind;
        let lies = matches!(own(quarter), PlaceKind::Quarter).then(|| self.place(quarter).parent).flatten();
        lies.filter(|&c| kind == Some(PlaceKind::City) && own(c) == PlaceKind::City)
    }

    /// «a hospital in X said», «they were taken to the hospitals of X»: where the wounded lie, and nobody fights.
    pub(super) fn is_hospital_town(&self, draft: &Draft) -> bool {
        let hospitals = &self.knowledge.triggers.lists.hospitals;
        let start = draft.tokens.start;
        let cared = (start.saturating_sub(CARE)..=start).any(|i| {
            let word = hospitals.longest_at(self.text, i);
            let gap = || word.as_ref().map_or(start, |m| i + m.n_tokens)..start;
            word.is_some() && gap().all(|t| self.text.tokens[t].kind == TokenKind::Word)
        });
        cared && !self.is_fought_over(start)
    }

    /// Does an act of arms stand close before token `at`?
    fn is_fought_over(&self, at: usize) -> bool {
        const ARMS: [Frame; 8] = [
            Frame::Take,
            Frame::Enter,
            Frame::Leave,
            Frame::Lose,
            Frame::Fall,
            Frame::Strike,
            Frame::Fight,
            Frame::Repel,
        ];
        let triggers = &self.knowledge.triggers;
        let word = |i: &usize| self.text.tokens[*i].kind == TokenKind::Word;
        let acts = |i: usize| {
            let found = triggers.lexicon.longest_at(self.text, i);
            found.is_some_and(|m| {
                m.value.iter().any(|t| {
                    let frame = triggers.all[usize::from(t.trigger)].frame;
                    let free = t.need.is_none_or(|n| triggers.needs[usize::from(n)].any.is_empty());
                    let verb = matches!(t.form, WordForm::Verb(_));
                    ARMS.contains(&frame) && free && (verb || !self.text.is_definite(i))
                })
            })
        };
        (at.saturating_sub(NEAR)..at).rev().take_while(word).any(acts)
    }

    /// «X lives under siege», «X: …»: does the name at token `at` stand at the head of its sentence, or behind its verb?
    fn opens_sentence(&self, at: usize) -> bool {
        const HEAD: usize = 2;
        at < HEAD || (at - HEAD..at).any(|t| self.ends_at(t))
    }

    fn ends_at(&self, t: usize) -> bool {
        const STOP: &str = ".";
        self.text.tokens[t].kind == TokenKind::Break || self.text.fold_at(t) == STOP
    }

    /// «X had taken Y»: does the sentence of token `at` open with «had»?
    fn opens_pluperfect(&self, at: usize) -> bool {
        let first = (at.saturating_sub(LONGEST)..at).rev().find(|&t| self.ends_at(t)).map_or(0, |t| t + 1);
        let found = self.knowledge.status.lexicon.longest_at(self.text, first);
        first < at && found.is_some_and(|m| m.value.iter().any(|c| c.cue == Cue::Was))
    }
}
