//! Lists: names that share one cue word.

use super::scan::{Draft, Opening, Scanner};
use super::unknown::opens;
use crate::knowledge::status::{Cue as StatusCue, Prep};
use crate::knowledge::{Cue, PlaceIdx, PlaceKind};
use crate::text::{AND, ARTICLE, Affixes, TokenKind};

/// The cue of names that stand in a list of settlements.
const TOWNS: Cue = Cue { kind: Some(PlaceKind::Town), many: true };

impl Scanner<'_, '_> {
    /// Reads the list that a name may begin, ending at token `from`, with the word before it.
    pub(super) fn listed_behind(&self, from: usize, cue: Option<Cue>, out: &mut Vec<Draft>) -> usize {
        match cue.map(|cue| (cue, self.list(from, cue, out))) {
            Some((cue, end)) if end > from || cue.many => end,
            _ => self.bare_list(from, out),
        }
    }

    /// More names after a cue in the dual or plural, or one more unknown name before a qualifier.
    pub(super) fn list(&self, from: usize, cue: Cue, out: &mut Vec<Draft>) -> usize {
        let first = out.last().map_or(from, |d| d.name.start);
        let enclosed = first.checked_sub(1).is_some_and(|i| self.is_bracket(i));
        let mut end = from;
        loop {
            let next = if cue.many { self.next_listed(end, cue, enclosed) } else { self.one_more(end, cue) };
            let Some(draft) = next else { return end };
            end = draft.tokens.end;
            out.push(draft);
            if !cue.many {
                return end;
            }
        }
    }

    /// «the areas of A and B and the area of C, east of X»: behind the names of a list, or one that nobody knows, a vague
    /// word opens one more that nobody knows; gives the token to go on at.
    pub(super) fn vague_behind(&self, from: usize, out: &mut Vec<Draft>) -> usize {
        let at = from + usize::from(matches!(self.text.fold_at(from), "\u{60C}" | ","));
        let in_list = |d: &Draft| d.tokens.end == from && (d.shared && d.listed || d.places.is_empty());
        let vague = self.word(at).filter(|w| w.n_tokens == 1 && w.affixes == Affixes::WA);
        let cue = vague.and_then(|w| w.value.cue).filter(|c| c.kind.is_none() && !c.many);
        let next = at + 1;
        let Some(cue) = cue.filter(|_| out.last().is_some_and(in_list) && self.name(next).is_none()) else {
            return from;
        };
        let Some(n) = self.name_like(next).filter(|n| self.ends_name(next + n)) else { return from };
        let opening = Opening { at: next, cue: Some(cue), ..Opening::default() };
        let mut draft = self.draft(at, &opening, next..next + n, Affixes::default());
        (draft.shared, draft.listed) = (true, true);
        let end = draft.tokens.end;
        out.push(draft);
        end
    }

    /// «raided X, and A, and B, and C»: unknown names that go on a list without any cue word. Two in a row must
    /// follow, each behind a comma.
    fn commas(&self, from: usize) -> Vec<Draft> {
        let mut out: Vec<Draft> = Vec::new();
        let mut end = from;
        while matches!(self.text.fold_at(end), "\u{60C}" | ",")
            && self.text.fold_at(end + 1).starts_with(AND)
            && let Some(draft) = self.listed(end + 1, true, TOWNS)
        {
            end = draft.tokens.end;
            out.push(draft);
        }
        out
    }

    /// More names after one that stands without a cue word, or with one that is its own.
    pub(super) fn bare_list(&self, from: usize, out: &mut Vec<Draft>) -> usize {
        if !out.last().is_some_and(|d| self.is_settlement(d)) {
            return from;
        }
        let mut more = self.commas(from);
        if more.len() < 2 {
            more = self.joined_names(from);
        }
        let end = more.last().map_or(from, |d| d.tokens.end);
        out.extend(more);
        end
    }

    fn is_settlement(&self, draft: &Draft) -> bool {
        let kind = |p: &PlaceIdx| self.knowledge.conflict.place(*p).kind;
        draft.places.iter().any(|p| !kind(p).is_area())
    }

    /// «left X and A and B and C», three of them known: the names joined with «and» behind a settlement, one of which nobody
    /// knows, up to the last that is sure. A strange word is a name between two known ones, behind many, when it begins as
    /// compound names do, and behind a single one when it ends like no other noun.
    fn joined_names(&self, from: usize) -> Vec<Draft> {
        const MANY: usize = 3;
        let (mut out, mut end) = (Vec::<Draft>::new(), from);
        let (mut n_known, mut n_sure) = (1, 0);
        loop {
            let at = end + usize::from(matches!(self.text.fold_at(end), "\u{60C}" | ","));
            if !self.text.fold_at(at).starts_with(AND) {
                break;
            }
            let Some(draft) = self.listed(at, false, TOWNS) else { break };
            let known = self.is_settlement(&draft);
            let compound = self.opens_name(at);
            let end_before = end;
            if !(known || compound || self.is_foreign(draft.name.clone())) {
                break;
            }
            end = draft.tokens.end;
            let ends = self.ends_list(end);
            out.push(draft);
            n_known += usize::from(known);
            let sure = n_known >= MANY || compound || at == end_before && self.ends_like_name(end - 1);
            if known || ends && sure {
                n_sure = out.len();
            }
            if !ends {
                break;
            }
        }
        out.truncate(n_sure);
        if out.iter().all(|d| !d.places.is_empty()) {
            out.clear(); // names that are known are read as they stand
        }
        out
    }

    /// Does no lexicon but those of names know any of these tokens?
    pub(super) fn is_foreign(&self, mut name: std::ops::Range<usize>) -> bool {
        name.all(|i| self.knowledge.place_words.is_unheard(self.text, i))
    }

    /// Has the word at token `at` no ending that plurals, objects, verbs or pronouns have?
    fn ends_like_name(&self, at: usize) -> bool {
        const OTHERS: [&str; 5] =
            ["\u{62A}", "\u{627}", "\u{647}\u{627}", "\u{647}\u{645}", "\u{648}\u{646}"];
        let fold = self.text.fold_at(at);
        !OTHERS.iter().any(|o| fold.ends_with(o))
    }

    /// Does what stands at token `at` end a name for sure: a mark, «and», a preposition?
    fn ends_list(&self, at: usize) -> bool {
        let word = self.text.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Word);
        !word
            || self.text.fold_at(at).starts_with(AND)
            || self.is_preposition(at)
            || self.knowledge.status.lexicon.longest_at(self.text, at).is_some()
    }

    /// The next name of a list, after a comma, "and", or inside brackets a dash; quotation marks aside.
    fn next_listed(&self, from: usize, cue: Cue, enclosed: bool) -> Option<Draft> {
        let mut at = self.skip_marks(self.skip_side(from));
        // «al-X the great- Y- Z»: the adjective of a name in a list of dashes.
        at +=
            usize::from(self.text.is_definite(at) && self.is_dash(at + 1) && self.goes_on_in_dashes(at + 1));
        let dash = self.is_dash(at) && (enclosed || self.goes_on_in_dashes(at));
        let mark = dash || matches!(self.text.fold_at(at), "\u{60C}" | ",");
        at = self.skip_marks(at + usize::from(mark));
        let alone = self.text.fold_at(at).strip_prefix(AND) == Some("");
        at = self.skip_marks(at + usize::from(alone));
        self.listed(at, mark || alone, cue)
    }

    /// The first name after a word or colon at `i` that begins the names of a cue word before it: «several villages
    /// in X, among them A», «the following villages: A».
    pub(super) fn introduced(&self, i: usize) -> Option<Draft> {
        const REACH: usize = 10;
        let colon = (self.text.fold_at(i) == ":").then_some(1);
        let n = colon.or_else(|| self.word(i).filter(|w| w.value.introduces).map(|w| w.n_tokens))?;
        let ends = |at: &usize| self.text.fold_at(*at) != "." && !self.is_verb(*at);
        let before = (i.saturating_sub(REACH)..i).rev().take_while(ends);
        let mut cues =
            before.filter_map(|at| self.word(at)?.value.cue.filter(|c| c.many && c.kind.is_some()));
        let governed = || (colon.is_some() && self.is_governed_list(i)).then_some(TOWNS);
        let cue = cues.next().or_else(governed)?;
        let mut draft = self.listed(self.skip_marks(i + n), true, cue)?;
        draft.listed = false;
        Some(draft)
    }

    /// «raids on: A, B and C»: does the colon at token `i` stand between a preposition and a list that opens with a known
    /// name, or whose second is one?
    fn is_governed_list(&self, i: usize) -> bool {
        const LONGEST: usize = 3;
        let comma = |at: &usize| matches!(self.text.fold_at(*at), "\u{60C}" | ",");
        let first = self.skip_marks(i + 1);
        let second = (first + 1..=first + LONGEST).find(comma).map(|at| self.skip_marks(at + 1));
        let known = |at: usize| self.name(at).is_some_and(|m| !self.is_no_name(&m, at));
        i.checked_sub(1).is_some_and(|j| self.is_preposition(j))
            && (known(first) || second.is_some_and(known))
    }

    fn is_dash(&self, at: usize) -> bool {
        matches!(self.text.fold_at(at), "-" | "\u{2013}" | "\u{2014}")
    }

    /// Do further dashes part short names before or behind the one at token `at`?
    fn goes_on_in_dashes(&self, at: usize) -> bool {
        const LONGEST: usize = 4;
        let before = at.saturating_sub(LONGEST)..at;
        before.chain(at + 1..at + 1 + LONGEST).any(|i| self.is_dash(i))
    }

    fn skip_marks(&self, at: usize) -> usize {
        at + usize::from(self.is_bracket(at))
    }

    /// May a name end before token `at`? Not before another bare noun, which would be its genitive.
    fn ends_name(&self, at: usize) -> bool {
        let bare = |fold: &str| !fold.starts_with(['\u{648}', '\u{628}', '\u{644}', '\u{641}']);
        let bare = |fold: &str| bare(fold) && !fold.starts_with(ARTICLE);
        let word = self.text.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Word);
        let particle = self.knowledge.status.lexicon.longest_at(self.text, at).is_some();
        let goes_on = || self.word(at).is_some() || self.is_verb(at) || self.is_sidewards(at);
        !word || !bare(self.text.fold_at(at)) || particle || goes_on()
    }

    /// A side in brackets after a name of a list.
    fn skip_side(&self, at: usize) -> usize {
        if self.text.fold_at(at) != "(" {
            return at;
        }
        let side = self.word(at + 1).filter(|w| w.value.direction.is_some() || w.value.part.is_some());
        let end = side.map_or(at, |w| at + 1 + w.n_tokens);
        if end > at && self.text.fold_at(end) == ")" { end + 1 } else { at }
    }

    /// After one name with a cue word, an unknown one joined by wa- that the text places somewhere.
    fn one_more(&self, at: usize, cue: Cue) -> Option<Draft> {
        let fold = self.text.fold_at(at);
        let settlement = matches!(cue.kind, Some(PlaceKind::City | PlaceKind::Town | PlaceKind::Village));
        let unknown = fold.starts_with(AND) && self.name(at).is_none() && self.word(at).is_none();
        if !settlement || !unknown {
            return None;
        }
        let draft = self.listed(at, false, cue)?;
        let next = self.word(draft.tokens.end)?;
        let placed = next.affixes.has(Affixes::BI) && opens(next.value);
        placed.then_some(draft)
    }

    /// Does the word carry the pronoun of two («their farms»)? No name does.
    fn is_of_both(&self, at: usize) -> bool {
        const OF_BOTH: &str = "\u{647}\u{645}\u{627}";
        self.text.fold_at(at).ends_with(OF_BOTH)
    }

    /// «X, the commanding one that looks down on Y»: adjectives of the name before, no name.
    fn describes(&self, at: usize) -> bool {
        let on = |i: usize| {
            let small = self.knowledge.status.lexicon.longest_at(self.text, i);
            small.is_some_and(|m| m.value.iter().any(|c| c.cue == StatusCue::Prep(Prep::On)))
        };
        let next = at + 1;
        self.text.is_definite(at) && (on(next) || self.text.is_definite(next) && on(next + 1))
    }

    /// Is it one of the small words that join clauses («and that they …»)?
    fn is_small(&self, at: usize) -> bool {
        let small = self.knowledge.status.lexicon.longest_at(self.text, at);
        // «and its release of …»: a deed, with a pronoun that no name has.
        let deed = self.knowledge.triggers.lexicon.longest_at(self.text, at).filter(|m| m.pronoun);
        small.is_some_and(|m| m.n_tokens == 1) || deed.is_some()
    }

    fn listed(&self, at: usize, joined: bool, cue: Cue) -> Option<Draft> {
        let only_and =
            |a: Affixes| !a.has_any(Affixes::BI.with(Affixes::LI).with(Affixes::KA).with(Affixes::FA));
        let name = self.name(at).filter(|m| {
            only_and(m.affixes)
                && (joined || m.affixes.has(Affixes::WA))
                && (!self.is_no_name(m, at) || cue.many && self.is_parted(at + m.n_tokens))
                && !self.describes(at)
        });
        let opening = Opening { at, cue: Some(cue), ..Opening::default() };
        let mut draft = match name {
            Some(name) => self.named(at, &opening, at, &name),
            None if (self.word(at).is_none() || self.opens_name(at))
                && (self.opens_name(at) || !self.is_verb(at) && !self.is_small(at))
                && !self.is_of_both(at)
                && !self.describes(at) =>
            {
                let fold = self.text.fold_at(at);
                let joined = joined || fold.starts_with(AND);
                let single = self.name_like(at).filter(|_| joined)?;
                let n_tokens =
                    self.pair(at, single).or_else(|| self.ends_name(at + single).then_some(single))?;
                let affixes = if fold.starts_with(AND) { Affixes::WA } else { Affixes::default() };
                self.draft(at, &opening, at..at + n_tokens, affixes)
            }
            None => return None,
        };
        draft.shared = true;
        draft.listed = true;
        self.mend(&mut draft);
        Some(draft)
    }
}
