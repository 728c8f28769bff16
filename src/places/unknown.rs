//! Names that the gazetteer does not have.

use super::scan::{Draft, Opening, PROCLITIC, Scanner};
use crate::knowledge::{Cue, Doubt, HeadClass, PartKind, PlaceIdx, PlaceKind, PlaceName, PlaceWord};
use crate::text::{AND, ARTICLE, Affixes, Match, TokenKind};

/// The ending of a feminine adjective in the dual.
const OF_TWO: &str = "\u{62A}\u{64A}\u{646}";

/// How verbs of the imperfect begin, and the pronoun of their object.
const IMPERFECT: [char; 2] = ['\u{62A}', '\u{64A}'];
const HER: &str = "\u{647}\u{627}";
/// The pronoun of whoever is spoken to.
const YOUR: char = '\u{643}';

impl Scanner<'_, '_> {
    /// A name outside the gazetteer, after a cue word that says what it is.
    pub(super) fn unknown(&self, i: usize, opening: &Opening) -> Option<Draft> {
        // «areas “A, B and C”»: between quotation marks a vague word names places too.
        let quoted = |c: &Cue| c.many && opening.at.checked_sub(1).is_some_and(|j| self.is_bracket(j));
        let vague = |c: &Cue| {
            quoted(c) || !c.many && (self.is_strange(opening.at) || self.is_strange_pair(opening.at))
        };
        // «the axis of al-X»
        let axis = opening.part.is_some_and(|p| p.kind == PartKind::Axis) && self.is_strange(opening.at);
        let province = || self.is_bare_province(i, opening.at);
        let takes = |c: &Cue| match c.kind {
            Some(PlaceKind::Governorate) => !c.many && opening.part.is_none() && province(),
            Some(_) => true,
            None => vague(c),
        };
        if !(axis && opening.cue.is_none() || opening.cue.as_ref().is_some_and(takes)) {
            return None;
        }
        let likened = self.word(i).is_some_and(|w| w.affixes.has(Affixes::KA));
        // «villages in X»: a name of its own behind its preposition.
        let another = self.name(opening.at).is_some_and(|m| m.affixes.has_any(PROCLITIC));
        // «camps and stores»: another noun, and no name.
        let joined = opening.cue.is_some_and(|c| c.many)
            && self.text.fold_at(opening.at).starts_with(AND)
            && !self.opens_name(opening.at);
        let introduced = self.word(opening.at).is_some_and(|w| w.value.introduces);
        if opening.definite || opening.at == i || likened || another || introduced || joined {
            return None;
        }
        let n_tokens = self.site_like(opening).or_else(|| self.name_like(opening.at))?;
        let many = opening.cue.is_some_and(|c| c.many);
        let pair = opening.cue.is_some_and(|c| c.kind.is_none()) && self.is_strange_pair(opening.at);
        let n_tokens = if pair { 2 } else { n_tokens };
        let n_tokens = if many { self.pair(opening.at, n_tokens).unwrap_or(n_tokens) } else { n_tokens };
        let name = opening.at..opening.at + n_tokens;
        Some(self.draft(i, opening, name, Affixes::default()))
    }

    /// «the quarters A and B in X»: does the word go on with names of quarters, and not with the name of their city?
    pub(super) fn lists_quarters(&self, opening: &Opening, cue: Cue, word: &Match<'_, PlaceWord>) -> bool {
        let both = cue.many && cue.kind == Some(PlaceKind::Quarter) && word.value.part.is_some();
        let next = opening.at + word.n_tokens;
        let quarter = |p: &PlaceIdx| self.knowledge.conflict.place(*p).kind == PlaceKind::Quarter;
        both && opening.part.is_none()
            && !word.affixes.has(Affixes::AL)
            && if let Some(name) = self.name(next) {
                // «the quarters Peace and Victory», of which one alone may be a village, too.
                let places = &name.value.places;
                let listed = self.text.fold_at(next + name.n_tokens).starts_with(AND);
                let under = || name.n_tokens == 1 && self.is_quarter_under_cue(next);
                let named = places.iter().all(quarter) || listed && (places.iter().any(quarter) || under());
                !name.affixes.has_any(PROCLITIC) && named
            } else {
                let more = self.name(next + 1).is_some_and(|n| n.value.places.iter().any(quarter))
                    || self.is_quarter_under_cue(next + 1);
                let known = self.is_quarter_under_cue(next) || self.text.is_definite(next) && more;
                (self.is_strange(next) || known) && self.text.fold_at(next + 1).starts_with(AND)
            }
    }

    /// August, which is folded like Ibb but written with madda.
    pub(super) fn is_august(&self, i: usize) -> bool {
        const AUGUST: &str = "\u{622}\u{628}";
        let written = self.text.tokens[i].span.of(self.text.source);
        written.len() <= 3 * 2 && written.ends_with(AUGUST)
    }

    /// «Bab Musa», «the gate»: the first word of a name, and no name with «in» before it.
    pub(super) fn is_gate(&self, i: usize) -> bool {
        const HAMZA: [char; 2] = ['\u{623}', '\u{625}'];
        let token = &self.text.tokens[i];
        self.opens_name(i) && !token.span.of(self.text.source).contains(HAMZA)
    }

    /// Is the token a preposition of one word?
    pub(super) fn is_preposition(&self, i: usize) -> bool {
        self.word(i).is_some_and(|w| w.n_tokens == 1 && w.value.locative)
    }

    /// «the presidential palace»: a noun for a site with its adjective, no village of that name.
    pub(super) fn is_described(&self, name: &Match<'_, PlaceName>, at: usize) -> bool {
        let noun = name.n_tokens == 1 && name.value.doubt != Doubt::None && self.text.is_definite(at);
        let site = || {
            let word = self.knowledge.place_words.words.longest_at(self.text, at);
            word.is_some_and(|w| w.n_tokens == 1 && (w.value.part.is_some() || w.value.cue.is_some()))
        };
        let adjective =
            |at: usize| self.text.is_definite(at) && self.word(at).is_none() && self.name(at).is_none();
        noun && site() && (adjective(at + name.n_tokens) || self.is_described_before(at))
    }

    /// «the presidential palace …, then stormed the palace»: is the noun one that the text has described just before?
    fn is_described_before(&self, at: usize) -> bool {
        const REACH: usize = 80;
        let noun = self.text.fold_at(at);
        let noun = &noun[noun.find(ARTICLE).unwrap_or(0)..];
        let bare = noun.strip_prefix(ARTICLE).unwrap_or(noun);
        (at.saturating_sub(REACH)..at).any(|i| {
            let fold = self.text.fold_at(i);
            let whole = fold.ends_with(noun) && fold.len() <= noun.len() + 2 && self.text.is_definite(i + 1);
            (whole || fold == bare) && self.name(i + 1).is_none_or(|n| n.value.doubt != Doubt::None)
        })
    }

    /// «the area of al-X»: a word with its article that no lexicon but those of names knows, and no adjective.
    fn is_strange(&self, at: usize) -> bool {
        const ADJECTIVES: [&str; 3] = ["\u{64A}\u{647}", "\u{64A}\u{646}", "\u{627}\u{62A}"];
        let Some(token) = self.text.tokens.get(at) else { return false };
        let fold = self.text.fold_of(token);
        self.knowledge.place_words.is_unheard(self.text, at)
            && fold.starts_with(ARTICLE)
            && !ADJECTIVES.iter().any(|a| fold.ends_with(a))
    }

    /// «the area of Kafr al-X»: two words that no lexicon knows, the second with its article.
    fn is_strange_pair(&self, at: usize) -> bool {
        let unheard = self.knowledge.place_words.is_unheard(self.text, at);
        unheard && !self.text.is_definite(at) && self.is_strange(at + 1)
    }

    /// «the judiciary», «the elimination of», «from the point of view of»: is the noun for a district at `at`, in an opening
    /// that begins at `i`, another noun there?
    pub(super) fn is_other_noun(&self, i: usize, at: usize) -> bool {
        const ON: &str = "\u{639}\u{644}\u{64A}";
        let next = self.text.fold_at(at + 1);
        let of_people =
            self.text.is_definite(at + 1) && (next.ends_with("\u{64A}") || next.ends_with("\u{64A}\u{647}"));
        let placed = i < at || i.checked_sub(1).is_some_and(|j| self.is_preposition(j));
        !placed || next == ON || of_people
    }

    /// «X and its airport»: a site told by the pronoun of its city.
    pub(super) fn site_of_it(&self, i: usize) -> Option<Draft> {
        self.text.tokens.get(i).filter(|t| t.is_known)?;
        let word = self.knowledge.place_words.words.longest_at(self.text, i).filter(|m| m.pronoun)?;
        let cue = word.value.cue.filter(|c| c.kind == Some(PlaceKind::Base) && !c.many)?;
        let adjective = self.text.is_definite(i + word.n_tokens);
        let end = i + word.n_tokens + usize::from(adjective);
        let mut draft = self.draft(i, &Opening { at: i, ..Opening::default() }, i..end, word.affixes);
        draft.again = true;
        draft.cue = Some(cue);
        Some(draft)
    }

    /// How many tokens from `at` on look like a name that no lexicon knows.
    pub(super) fn name_like(&self, at: usize) -> Option<usize> {
        const LONGEST: usize = 3;
        let mut n_tokens = 0;
        while n_tokens < LONGEST && self.is_name_part(at + n_tokens, n_tokens) {
            n_tokens += 1;
            if !self.opens_name(at + n_tokens - 1) {
                break;
            }
        }
        (n_tokens > 0 && !self.opens_name(at + n_tokens - 1)).then_some(n_tokens)
    }

    fn is_name_part(&self, i: usize, depth: usize) -> bool {
        let Some(token) = self.text.tokens.get(i).filter(|t| t.kind == TokenKind::Word) else {
            return false;
        };
        if self.opens_name(i) {
            return true;
        }
        let fold = self.text.fold_of(token);
        // «cities that it runs»
        let with_object = fold.starts_with(IMPERFECT) && fold.ends_with(HER);
        // «Tall Safa in X»: behind the first word of a compound name a word written like a verb ends the name.
        let second = depth > 0 && i.checked_sub(1).is_some_and(|j| self.opens_name(j));
        let acts = self.is_verb(i) && !(second && self.is_parted(i + 1));
        // «the districts A, Ayn and B»: a name that the gazetteer has, behind «and».
        let another = depth > 0 && self.name(i).is_some_and(|m| m.affixes.has(Affixes::WA));
        if another || acts || with_object || self.is_sidewards(i) {
            return false;
        }
        let names_from = self.knowledge.place_words.only_names_from;
        // No news speaks to «you»: what ends like «your» is a name.
        let yours = |a: Affixes| a.has(Affixes::PRONOUN) && fold.ends_with(YOUR);
        let known = self
            .text
            .readings(token)
            .iter()
            .filter(|r| r.stem.index() < names_from && !yours(r.affixes))
            .any(|r| r.affixes.is_empty() || r.affixes == Affixes::AL || r.affixes.has(Affixes::PRONOUN));
        // Parts of other names are in the vocabulary too.
        let named = depth > 0 || fold.starts_with(ARTICLE);
        // «Umm al-Zaytun»: behind the first word of a compound name any noun may stand.
        // «appointed the president X»: the word is a verb too, and an office is no part of a name.
        let office = self.actor(i).and_then(|m| m.value.head).is_some_and(|h| h.class == HeadClass::Official);
        let bare = if named {
            office || !second && (self.word(i).is_some() || self.actor(i).is_some())
        } else {
            known
        };
        // «a farmer was hurt by the shelling»: «farmers» is written like «farms».
        let by_act = || {
            let lists = &self.knowledge.triggers.lists;
            let act = self.knowledge.triggers.lexicon.longest_at(self.text, i).map(|m| m.affixes);
            act.or_else(|| lists.shots.longest_at(self.text, i).map(|m| m.affixes))
                .is_some_and(|a| a.has(Affixes::BI))
        };
        let governed = depth == 0 && (fold.starts_with('\u{644}') || by_act());
        let parted = |j: usize| matches!(self.text.fold_at(j), "\u{60C}" | "," | "-" | "\u{2013}");
        let listed = fold.starts_with(AND) || i.checked_sub(1).is_some_and(parted);
        let nisba = fold.ends_with("\u{64A}\u{647}") && !fold.starts_with(ARTICLE) && !listed;
        let opens = self.word(i).is_some_and(|w| opens(w.value));
        let word = bare || opens || (nisba && depth == 0);
        fold.len() >= 6 && !word && !governed
    }

    /// «westwards»: is the word a side in the accusative, which says where the names before it lie?
    pub(super) fn is_sidewards(&self, i: usize) -> bool {
        const CASE: char = '\u{627}';
        let words = &self.knowledge.place_words.words;
        let side = |noun| words.get(&self.knowledge.vocabulary, noun).is_some_and(|w| w.direction.is_some());
        self.text.fold_at(i).strip_suffix(CASE).is_some_and(side)
    }

    /// «on A and Palmyra», «on A and Palmyra east of B»: does a name stand right before token `i`, and nothing behind that a
    /// verb could act on?
    pub(super) fn ends_list_of_names(&self, i: usize) -> bool {
        const LONGEST: usize = 3;
        let named = |n: usize| i.checked_sub(n).and_then(|j| self.name(j)).is_some_and(|m| m.n_tokens == n);
        let side = || self.word(i + 1).is_some_and(|w| w.value.direction.is_some());
        (self.is_parted(i + 1) || side()) && (1..=LONGEST).any(named)
    }

    /// Does nothing but a preposition or a mark stand at token `i`?
    pub(super) fn is_parted(&self, i: usize) -> bool {
        let Some(token) = self.text.tokens.get(i) else { return true };
        token.kind != TokenKind::Word || self.is_preposition(i)
    }

    /// «the town of Ayn al-X»: the first word of a name that no list knows is no town of its own.
    pub(super) fn opens_longer_name(&self, i: usize) -> bool {
        self.opens_name(i) && !self.is_parted(i + 1) && !self.text.fold_at(i + 1).starts_with(AND)
    }

    /// Is it the first word of compound names (Abu, Tall, Kafr)?
    pub(super) fn opens_name(&self, i: usize) -> bool {
        let fold = self.text.fold_at(i);
        let bare = fold.strip_prefix(AND).unwrap_or(fold);
        let words = &self.knowledge.place_words;
        bare.len() <= words.longest_compound
            && (words.compound.contains(bare) || bare.len() < fold.len() && words.compound.contains(fold))
    }

    /// The length of an unknown name of two words inside a list: what parts the names of the list follows it.
    pub(super) fn pair(&self, at: usize, n_tokens: usize) -> Option<usize> {
        let next = at + n_tokens;
        let ends = |i: usize| {
            let fold = self.text.fold_at(i);
            matches!(fold, "\u{60C}" | "," | "." | "-" | "\u{2013}")
                || self.is_bracket(i)
                || (fold.starts_with(AND)
                    && (self.name(i).is_some() || (self.word(i).is_none() && !self.is_verb(i))))
        };
        let fold = self.text.fold_at(next);
        // «the two main …»: the adjective of both.
        let joined = fold.starts_with(AND) || (fold.starts_with(ARTICLE) && fold.ends_with(OF_TWO));
        (!joined && self.is_name_part(next, 1) && ends(next + 1)).then_some(n_tokens + 1)
    }

    /// A quotation mark or a round bracket.
    pub(super) fn is_bracket(&self, at: usize) -> bool {
        const MARKS: [&str; 9] =
            ["(", ")", "\"", "\u{201C}", "\u{201D}", "\u{AB}", "\u{BB}", "\u{2018}", "\u{2019}"];
        MARKS.contains(&self.text.fold_at(at))
    }
}

/// May the word stand before a name of a place?
pub(super) fn opens(word: &PlaceWord) -> bool {
    word.cue.is_some() || word.part.is_some() || word.direction.is_some()
}

/// Does the word neither open nor name a place, but only stand before one, as a preposition does?
pub(super) fn is_particle(word: &PlaceWord) -> bool {
    !(opens(word) || word.introduces || word.country || word.capital || word.again)
}
