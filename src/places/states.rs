//! Places that are named and are no scene: capitals that stand for their states, where a speaker sits, where a report
//! was written, whither somebody withdrew.

use super::aside::is_named;
use super::resolve::Resolver;
use super::scan::Draft;
use super::{PlaceMention, PlaceRole};
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::{Frame, WordForm};
use crate::knowledge::{PartKind, PlaceKind};
use crate::text::{Affixes, TokenKind};

impl Resolver<'_, '_> {
    /// «Ankara said»: a capital that nothing puts the story into.
    pub(super) fn is_speaker(&self, draft: &Draft) -> bool {
        const FROM: &str = "\u{645}\u{646}";
        let words = &self.knowledge.place_words;
        let capital = draft.places.iter().any(|p| words.capitals.binary_search(p).is_ok());
        let from = draft.tokens.start.checked_sub(1).is_some_and(|i| self.text.fold_at(i) == FROM);
        capital && draft.cue.is_none() && draft.part.is_none() && (!draft.locative || from)
    }

    /// «the factions entered Damascus»: does a verb or noun of taking, entering, leaving or bombing stand close before
    /// token `at`?
    pub(super) fn is_acted_on(&self, at: usize) -> bool {
        const NEAR: usize = 4;
        const FRAMES: [Frame; 6] =
            [Frame::Take, Frame::Enter, Frame::Leave, Frame::Lose, Frame::Fall, Frame::Strike];
        let word = |i: &usize| self.text.tokens[*i].kind == TokenKind::Word;
        let triggers = &self.knowledge.triggers;
        let mut before = (at.saturating_sub(NEAR)..at).rev().take_while(word);
        before.any(|i| triggers.of_frames_at(self.text, i, &FRAMES).is_some())
    }

    /// Is it unlikely to be what «the city» means further on?
    pub(super) fn is_no_scene(&self, draft: &Draft) -> bool {
        let start = draft.tokens.start;
        let speaks = self.is_speaker(draft) && !self.is_acted_on(start);
        let talks = self.is_seat(start) || self.is_table(draft);
        speaks || talks || self.is_dateline(draft) || self.is_retreat(start)
    }

    /// «the town of X in Y»: Y without a word for what it is stands for the land around it, and is not the city told of.
    pub(super) fn is_surroundings(
        &self,
        (drafts, out): (&[Draft], &[PlaceMention]),
        j: usize,
        kind: Option<PlaceKind>,
    ) -> bool {
        let settlement = |k: PlaceKind| matches!(k, PlaceKind::City | PlaceKind::Town | PlaceKind::Village);
        let Some(before) = j.checked_sub(1).map(|i| &out[i]) else { return false };
        let gap = before.tokens.end..out[j].tokens.start;
        let tied =
            drafts[j].affixes.has(Affixes::BI) && gap.is_empty() || gap.len() == 1 && self.is_at(gap.start);
        kind == Some(PlaceKind::City)
            && drafts[j].cue.is_none()
            && settlement(before.kind)
            && before.part.is_none()
            && before.place != out[j].place
            && tied
    }

    /// «Marib - the agency»: a place at the head of a line, with a dash behind it.
    fn is_dateline(&self, draft: &Draft) -> bool {
        let opens =
            draft.tokens.start.checked_sub(1).is_none_or(|i| self.text.tokens[i].kind == TokenKind::Break);
        opens && matches!(self.text.fold_at(draft.tokens.end), "-" | "\u{2013}" | "\u{2014}")
    }

    /// «X said at a press conference in Y», «according to a source in Y»: whoever speaks sits there.
    pub(super) fn is_seat(&self, start: usize) -> bool {
        const NEAR: usize = 8;
        const FIGHT: [Frame; 4] = [Frame::Fight, Frame::Strike, Frame::Take, Frame::Enter];
        let cues = &self.knowledge.status.lexicon;
        let mut before = (start.saturating_sub(NEAR)..start).rev();
        let word = |i: &usize| self.text.tokens[*i].kind == TokenKind::Word;
        before.by_ref().take_while(word).find_map(|i| {
            // «their campaign», which may be read as a verb of speech.
            let triggers = &self.knowledge.triggers;
            if triggers.of_frames_at(self.text, i, &FIGHT).is_some() {
                return Some(false);
            }
            let found = cues.longest_at(self.text, i);
            let is =
                |test: fn(Cue) -> bool| found.as_ref().is_some_and(|m| m.value.iter().any(|c| test(c.cue)));
            if is(|c| matches!(c, Cue::Speech(_) | Cue::Saying | Cue::According | Cue::SpeechNoun)) {
                return Some(true);
            }
            let tells = triggers.lexicon.begins_at(self.text, i);
            (tells || is(|c| matches!(c, Cue::That | Cue::ThatThey | Cue::Relative))).then_some(false)
        }) == Some(true)
    }

    /// «in Y X discussed», «X met Z in Y»: where people talk, and nobody fights.
    fn is_table(&self, draft: &Draft) -> bool {
        const NEAR: usize = 8;
        if !draft.locative {
            return false;
        }
        let start = draft.tokens.start;
        let triggers = &self.knowledge.triggers;
        let tells = |i: usize| triggers.lexicon.longest_at(self.text, i).is_some();
        let meets = |i: usize| {
            let frame = |f| triggers.is_met_at(self.text, i, f);
            // «withdrew from the village», and not «withdrew from the truce».
            (frame(Frame::Meet) || frame(Frame::Deal)) && !frame(Frame::Leave)
        };
        let word = |i: &usize| self.text.tokens[*i].kind == TokenKind::Word;
        let before = (start.saturating_sub(NEAR)..start).rev().take_while(word).find(|&i| tells(i));
        let behind = (draft.tokens.end..self.text.tokens.len().min(draft.tokens.end + 2)).take_while(word);
        behind.into_iter().any(meets) || before.is_some_and(meets)
    }

    /// «the forces withdrew towards Y», «heading for Y»: whither somebody went from the scene.
    fn is_retreat(&self, start: usize) -> bool {
        const NEAR: usize = 12;
        const LEAVE: [Frame; 3] = [Frame::Leave, Frame::Flee, Frame::Rout];
        const HEAD: [Frame; 2] = [Frame::Move, Frame::Send];
        let cues = &self.knowledge.status.lexicon;
        let to = start.checked_sub(1).and_then(|i| cues.longest_at(self.text, i));
        let whither = to.is_some_and(|m| m.value.iter().any(|c| c.cue == Cue::Prep(Prep::To)));
        let word = |i: &usize| self.text.tokens[*i].kind == TokenKind::Word;
        let triggers = &self.knowledge.triggers;
        let leaves = |i: usize| {
            let found = triggers.lexicon.longest_at(self.text, i);
            found.is_some_and(|m| {
                m.value.iter().any(|t| {
                    let frame = triggers.all[usize::from(t.trigger)].frame;
                    LEAVE.contains(&frame) || t.form == WordForm::Noun && HEAD.contains(&frame)
                })
            })
        };
        whither && (start.saturating_sub(NEAR)..start).rev().take_while(word).any(leaves)
    }

    /// Which mentions may be what «the city» means further on; what a list adds to one that may not is none either.
    pub(super) fn scenes(&self, drafts: &[Draft]) -> Vec<bool> {
        let mut scenes: Vec<bool> =
            drafts.iter().map(|d| !self.is_no_scene(d) && !self.is_whence(d)).collect();
        for i in 1..drafts.len() {
            let [before, draft] = [&drafts[i - 1], &drafts[i]];
            let joined = draft.affixes.has(Affixes::WA) && before.tokens.end == draft.tokens.start;
            let between = |i: usize| i > 0 && self.is_between(&drafts[i - 1], &drafts[i]);
            let passed = || self.is_retreat(before.tokens.start) || self.is_whence(before) || between(i - 1);
            if between(i) || joined && !scenes[i - 1] && passed() {
                scenes[i] = false;
            }
        }
        scenes
    }

    /// «the town of X between Y and Z»: does `draft` stand behind nothing but «between», right behind `before`?
    fn is_between(&self, before: &Draft, draft: &Draft) -> bool {
        const BETWEEN: &str = "\u{628}\u{64A}\u{646}";
        let settles = before.cue.is_some_and(|c| c.kind.is_some()) && before.part.is_none();
        let at = before.tokens.end;
        settles && draft.tokens.start == at + 1 && self.text.fold_at(at) == BETWEEN
    }

    /// «the city of X south of Y», «the district of X east of Y»: does Y only say where the settlement before it lies?
    pub(super) fn is_measure(&self, (drafts, out): (&[Draft], &[PlaceMention]), j: usize) -> bool {
        let Some(before) = j.checked_sub(1).map(|i| &out[i]) else { return false };
        let land = before.kind == PlaceKind::Region && before.part.is_none();
        let settlement =
            land || matches!(before.kind, PlaceKind::City | PlaceKind::Town | PlaceKind::Village);
        let side = self.is_side(&drafts[j]) || out[j].part.is_some_and(|p| p.kind == PartKind::Side);
        out[j].role == PlaceRole::Qualifier && settlement && is_named(before) && side
    }
}
