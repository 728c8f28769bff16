//! Where the words that belong to a trigger end.

use super::draft::Scope;
use super::named_by_day::tells_which;
use super::unit_names::is_of_front;
use crate::events::joins::one_breath::in_one_breath;
use crate::knowledge::triggers::{Frame, TriggerForm};
use crate::text::Affixes;

impl Scope<'_, '_> {
    /// Where the arguments of the trigger at `item` end: at the next trigger, or with the clause. It is asked for several
    /// times in a row.
    pub(in crate::events) fn window_end(self, item: usize) -> usize {
        let known = &self.clause().window;
        if let Some((_, end)) = known.get().filter(|(of, _)| *of == item) {
            return end;
        }
        let end = self.end_of_arguments(item);
        known.set(Some((item, end)));
        end
    }

    fn end_of_arguments(self, item: usize) -> usize {
        let end = self.clause().items.end;
        let sends = || self.items[item].noun_trigger().is_some_and(|t| self.trigger(t).frame == Frame::Send);
        let is_whither = |i: usize| is_of_front(self.reading, self.items, i) && sends();
        (item + 1..end)
            .find(|&i| {
                self.items[i].is_trigger()
                    && self.is_event_word(i)
                    && !self.is_repelled(item, i)
                    && !self.is_broken(item, i)
                    && !self.is_means(item, i)
                    && !in_one_breath(self, item, i)
                    && !tells_which(self, i)
                    && !is_whither(i)
            })
            .unwrap_or(end)
    }

    /// Is the noun at `i` the attack that the trigger at `item` repels?
    fn is_repelled(self, item: usize, i: usize) -> bool {
        const REACH: usize = 6;
        let frame = |i: usize| {
            let noun = self.items[i].noun_trigger().map(|t| self.trigger(t).frame);
            self.trigger_frame(i).or(noun)
        };
        let attack = self.items[i].noun_trigger().map(|t| self.trigger(t).frame);
        i - item <= REACH
            && frame(item) == Some(Frame::Repel)
            && matches!(attack, Some(Frame::Fight | Frame::Enter))
    }

    /// «broke the siege that X laid to Y»: is the noun at `i` the word that the verb of advancing at `item` needs?
    fn is_broken(self, item: usize, i: usize) -> bool {
        const REACH: usize = 6;
        let enters = |t: TriggerForm| self.trigger(t).frame == Frame::Enter;
        let verb = self.items[item].verb_trigger().is_some_and(|(t, _)| t.need.is_some() && enters(t));
        let noun = self.items[i].noun_trigger().is_some_and(enters) && !self.items[i].is_joined();
        i - item <= REACH && verb && noun
    }

    /// «shelling with rockets by X»: is the noun at `i`, right behind a noun of bombing, what it is done with?
    fn is_means(self, item: usize, i: usize) -> bool {
        let strikes =
            |i: usize| self.items[i].noun_trigger().is_some_and(|t| self.trigger(t).frame == Frame::Strike);
        i == item + 1 && self.items[i].affixes.has(Affixes::BI) && strikes(item) && strikes(i)
    }
}
