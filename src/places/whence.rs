//! «Reinforcements came from X and Y»: where people came from is not what «the city» means further on.

use super::resolve::Resolver;
use super::scan::Draft;
use crate::knowledge::triggers::Frame;
use crate::text::TokenKind;

/// «From», folded.
const FROM: &str = "\u{645}\u{646}";
/// The kinds of acts by which troops come.
const COMING: [&str; 2] = ["deployment", "advance"];

impl Resolver<'_, '_> {
    /// Does the place stand behind «from» and a word for troops that come, are sent or move?
    pub(super) fn is_whence(&self, draft: &Draft) -> bool {
        const NEAR: usize = 6;
        let from = draft.tokens.start.checked_sub(1).filter(|&i| self.text.fold_at(i) == FROM);
        let Some(from) = from else { return false };
        let cues = &self.knowledge.status.lexicon;
        // «coming from X».
        let comes = |i: usize| {
            let found = cues.longest_at(self.text, i);
            found.is_some_and(|m| m.value.iter().any(|c| c.sets_out()))
        };
        let word = |i: &usize| self.text.tokens[*i].kind == TokenKind::Word;
        let mut before = (from.saturating_sub(NEAR)..from).rev().take_while(word);
        from.checked_sub(1).is_some_and(comes) || before.find_map(|i| self.moves(i)) == Some(true)
    }

    /// Does the word at token `i` tell of troops on the move? None where it tells nothing.
    fn moves(&self, i: usize) -> Option<bool> {
        let triggers = &self.knowledge.triggers;
        let found = triggers.lexicon.longest_at(self.text, i)?;
        let moving = found.value.iter().any(|t| {
            let told = &triggers.all[usize::from(t.trigger)];
            let frame = matches!(told.frame, Frame::Send | Frame::Reach | Frame::Move | Frame::Enter);
            frame && COMING.contains(&told.kind.as_str())
        });
        Some(moving)
    }
}
