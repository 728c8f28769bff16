//! What the forms read from: the tokens of one sentence as words of time and numbers.

use std::borrow::Cow;
use std::ops::Range;

use chrono::{Datelike, NaiveDate, Weekday};
use smallvec::{SmallVec, smallvec};

use super::anchor::Anchor;
use super::story::Story;
use super::token_set::TokenSet;
use super::{Basis, Relation};
use crate::base::DayRange;
use crate::knowledge::Knowledge;
use crate::knowledge::time::{Count, Link, Side, TimeWord, Unit};
use crate::text::numbers::{NumberWord, NumberWords, Numeral, NumeralKind, numeral_at};
use crate::text::{ARTICLE, Affixes, Lexicons, Text, TokenKind};

/// One sentence, seen from one day.
#[derive(Clone, Copy)]
pub(super) struct Scan<'t> {
    /// The text.
    pub(super) text: &'t Text<'t>,
    /// One past the last token of the sentence.
    pub(super) end: usize,
    /// The day of publication.
    pub(super) reference: Option<NaiveDate>,
    /// What the text has named so far.
    pub(super) story: Story,
    /// Does an open date lie ahead and not behind?
    pub(super) ahead: bool,
    /// Words of time.
    pub(super) words: &'t Words,
    /// Number words.
    pub(super) numbers: &'t NumberWords,
}

/// The words of time and the numbers of a text, by token, looked up once: the forms ask for each many
/// times.
pub(super) struct Words {
    times: Vec<Option<Word>>,
    numbers: Vec<Numeral>,
    /// One past the place in `numbers` of what begins at each token; 0 for nothing.
    number_at: Vec<u32>,
    /// The tokens at which a time may begin.
    begins: TokenSet,
    /// Those that may stand between the two ends of an interval.
    joints: TokenSet,
}

impl Words {
    /// Looks up every token.
    pub(super) fn new(text: &Text<'_>, knowledge: &Knowledge) -> Self {
        let n = text.tokens.len();
        let (times, number_at) = (vec![None; n], vec![0; n]);
        let (begins, joints) = (TokenSet::new(n), TokenSet::new(n));
        let mut words = Self { times, numbers: Vec::new(), number_at, begins, joints };
        let known = Lexicons::default().with(&knowledge.time.lexicon).with(&knowledge.numbers.lexicon);
        for (i, token) in text.tokens.iter().enumerate() {
            if token.kind != TokenKind::Word || known.may_begin_with(token) {
                words.look_up(text, knowledge, i);
            }
        }
        words
    }

    /// Looks up token `i`.
    fn look_up(&mut self, text: &Text<'_>, knowledge: &Knowledge, i: usize) {
        let kind = text.tokens[i].kind;
        let time = knowledge.time.lexicon.longest_at(text, i).filter(|m| !m.pronoun);
        if let Some(m) = time {
            self.times[i] = Some(Word { means: *m.value, end: i + m.n_tokens, affixes: m.affixes });
        }
        let is_number = kind == TokenKind::Number || knowledge.numbers.lexicon.begins_at(text, i);
        if is_number && let Some(number) = date_number(text, knowledge, i) {
            self.numbers.push(number);
            self.number_at[i] = self.numbers.len() as u32;
        }
        let is_joint = match kind {
            TokenKind::Mark => matches!(text.fold_at(i), "-" | "\u{2013}"),
            _ => time.is_some_and(|m| *m.value == TimeWord::Link(Link::Until)),
        };
        if time.is_some() || is_number {
            self.begins.add(i);
        }
        if is_joint {
            self.joints.add(i);
        }
    }

    /// The first token from `i` on at which a time may begin; past the text when there is none.
    pub(super) fn next(&self, i: usize) -> usize {
        self.begins.first_from(i)
    }

    /// The first token from `i` on that is a dash or a word for "until"; past the text when there is none.
    pub(super) fn next_joint(&self, i: usize) -> usize {
        self.joints.first_from(i)
    }

    /// May one of these tokens tell the day of publication: a number that may be a year, a weekday?
    pub(super) fn may_tell_year_or_weekday(&self, text: &Text<'_>, tokens: Range<usize>) -> bool {
        tokens.into_iter().any(|i| {
            text.tokens[i].kind == TokenKind::Number
                || matches!(self.times[i], Some(Word { means: TimeWord::Weekday(_), .. }))
                || self.number(i).is_some_and(|n| n.low >= 100.0)
        })
    }

    fn number(&self, i: usize) -> Option<Numeral> {
        let at = *self.number_at.get(i)?;
        Some(self.numbers[at.checked_sub(1)? as usize])
    }
}

/// The number at token `i`, when it is one that a date may have in it: whole and not negative.
fn date_number(text: &Text<'_>, knowledge: &Knowledge, i: usize) -> Option<Numeral> {
    let fits =
        |n: &Numeral| n.low >= 0.0 && n.low < 1e6 && n.low.fract() == 0.0 && n.kind != NumeralKind::Vague;
    numeral_at(text, &knowledge.numbers, i).filter(fits)
}

/// A word of time at some token.
#[derive(Clone, Copy)]
pub(super) struct Word {
    /// What it means.
    pub(super) means: TimeWord,
    /// One past its last token.
    pub(super) end: usize,
    /// What was taken off its first token.
    pub(super) affixes: Affixes,
}

/// What a form understood.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Reading {
    /// One past its last token.
    pub(super) end: usize,
    /// The days meant.
    pub(super) range: Option<DayRange>,
    /// What only the story can resolve.
    pub(super) anchor: Option<Anchor>,
    /// What it was worked out from.
    pub(super) basis: Basis,
    /// How it stands to the sentence.
    pub(super) relation: Relation,
    /// Does it say how long?
    pub(super) is_duration: bool,
    /// The weekday named.
    pub(super) weekday: Option<Weekday>,
    /// Days from the day of publication, when that is how it is told.
    pub(super) from_published: Option<i64>,
    /// Is it told as so long ago?
    pub(super) ago: bool,
    /// Would it mean another day if it lay ahead?
    pub(super) open: bool,
    /// The chain of reasons.
    pub(super) why: SmallVec<[Cow<'static, str>; 2]>,
}

impl Reading {
    /// A reading that is known to mean `range`.
    pub(super) fn new(
        end: usize,
        range: Option<DayRange>,
        basis: Basis,
        why: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self {
            end,
            range,
            anchor: None,
            basis,
            relation: Relation::At,
            is_duration: false,
            weekday: None,
            from_published: None,
            ago: false,
            open: false,
            why: smallvec![why.into()],
        }
    }

    /// A reading that only the story can resolve.
    pub(super) fn anchored(end: usize, anchor: Anchor, why: impl Into<Cow<'static, str>>) -> Self {
        Self { anchor: Some(anchor), ..Self::new(end, None, Basis::Event, why) }
    }

    /// The same with one more reason.
    pub(super) fn because(mut self, why: impl Into<Cow<'static, str>>) -> Self {
        self.why.push(why.into());
        self
    }

    /// The same, standing otherwise to the sentence.
    pub(super) fn related(self, relation: Relation) -> Self {
        Self { relation, ..self }
    }

    /// Does it say a day or a period, or hang on the story?
    pub(super) fn is_dated(&self) -> bool {
        self.range.is_some() || self.anchor.is_some()
    }
}

impl<'t> Scan<'t> {
    /// The same sentence with open dates lying ahead.
    pub(super) fn looking_ahead(self) -> Self {
        Self { ahead: true, ..self }
    }

    /// Looks at the sentence that ends before token `end`.
    pub(super) fn new(
        text: &'t Text<'t>,
        words: &'t Words,
        end: usize,
        knowledge: &'t Knowledge,
        reference: Option<NaiveDate>,
    ) -> Self {
        let numbers = &knowledge.numbers;
        Self { text, end, reference, story: Story::default(), ahead: false, words, numbers }
    }

    /// The word of time at token `i`.
    pub(super) fn word(&self, i: usize) -> Option<Word> {
        if i >= self.end {
            return None;
        }
        self.words.times[i].filter(|w| w.end <= self.end)
    }

    /// The word at token `i` as it is written.
    pub(super) fn written(&self, i: usize) -> &str {
        self.text.tokens.get(i).map_or("", |t| t.span.of(self.text.source))
    }

    /// The number at token `i`, whole and not negative.
    pub(super) fn number(&self, i: usize) -> Option<Numeral> {
        self.words.number(i).filter(|n| n.end <= self.end)
    }

    /// Does a number in words begin at token `i`?
    pub(super) fn is_number(&self, i: usize) -> bool {
        use NumberWord::{Cardinal, Compound, Minus, Ordinal, Scale, ScaleTwo};
        matches!(
            self.number_word(i),
            Some(Cardinal(_) | Compound(_) | Ordinal(_) | Scale { .. } | ScaleTwo(_) | Minus)
        )
    }

    /// Is there a number, a word of time or a lone article at token `i`?
    pub(super) fn is_timely(&self, i: usize) -> bool {
        i < self.end
            && match self.text.tokens[i].kind {
                TokenKind::Number => true,
                TokenKind::Word => self.word(i).is_some() || self.is_number(i) || self.fold(i) == ARTICLE,
                TokenKind::Mark | TokenKind::Break => false,
            }
    }

    /// The folded form of token `i`; empty past the end of the sentence.
    pub(super) fn fold(&self, i: usize) -> &str {
        if i < self.end { self.text.fold_at(i) } else { "" }
    }

    /// Is token `i` one of these marks?
    pub(super) fn is_mark(&self, i: usize, marks: &[&str]) -> bool {
        i < self.end && self.text.tokens[i].kind == TokenKind::Mark && marks.contains(&self.text.fold_at(i))
    }

    /// Is token `i` a word of the sentence?
    pub(super) fn is_word(&self, i: usize) -> bool {
        i < self.end && self.text.tokens[i].kind == TokenKind::Word
    }

    /// The token after `i` when `i` is one of these marks, else `i`.
    pub(super) fn skip(&self, i: usize, marks: &[&str]) -> usize {
        i + usize::from(self.is_mark(i, marks))
    }

    /// The token after a link at `i`, when one of these stands there.
    pub(super) fn link(&self, i: usize, links: &[Link]) -> Option<usize> {
        match self.word(i) {
            Some(Word { means: TimeWord::Link(link), end, .. }) if links.contains(&link) => Some(end),
            _ => None,
        }
    }

    /// The token after a link at `i`, or `i`.
    pub(super) fn skip_link(&self, i: usize, links: &[Link]) -> usize {
        self.link(i, links).unwrap_or(i)
    }

    /// Where a period lies, when a word at `i` says so.
    pub(super) fn side(&self, i: usize) -> Option<(Side, usize)> {
        match self.word(i)? {
            Word { means: TimeWord::Side(side), end, .. } => Some((side, end)),
            _ => None,
        }
    }

    /// A unit at `i`.
    pub(super) fn unit(&self, i: usize) -> Option<(Unit, Count, Word)> {
        let word = self.word(i)?;
        match word.means {
            TimeWord::Unit(unit, count) => Some((unit, count, word)),
            _ => None,
        }
    }

    /// A weekday at `i`.
    pub(super) fn weekday(&self, i: usize) -> Option<(Weekday, Word)> {
        let word = self.word(i)?;
        match word.means {
            TimeWord::Weekday(day) => Some((day, word)),
            _ => None,
        }
    }

    /// Does a lone "and" stand at `i`, or "and" before the word there? Gives where that word begins.
    pub(super) fn and(&self, i: usize) -> Option<usize> {
        const WAW: &str = "\u{648}";
        let token = self.text.tokens.get(i).filter(|_| i < self.end)?;
        if self.fold(i) == WAW {
            return Some(i + 1);
        }
        let joined = token.kind == TokenKind::Word
            && self.fold(i).starts_with(WAW)
            && self.text.readings(token).iter().any(|r| r.affixes.has(Affixes::WA));
        joined.then_some(i)
    }

    /// The token after "and" or a comma at `i`.
    pub(super) fn skip_and(&self, i: usize) -> Option<usize> {
        let comma = self.skip(i, &["\u{60C}", ","]);
        self.and(comma).or_else(|| (comma > i).then_some(comma))
    }

    /// Does a word at token `i` make the number after it a name?
    pub(super) fn labels_number(&self, i: usize) -> bool {
        matches!(self.number_word(i), Some(NumberWord::Label))
    }

    /// Does a word that ends at token `i` bound the number after it?
    pub(super) fn bounds_number(&self, i: usize) -> bool {
        (i.saturating_sub(2)..=i).any(|from| {
            self.numbers.lexicon.longest_at(self.text, from).is_some_and(|m| {
                from + m.n_tokens == i + 1
                    && matches!(m.value, NumberWord::Bound(_) | NumberWord::BoundAfter(_))
            })
        })
    }

    /// The end of "at least" and the like at token `i`.
    pub(super) fn bound_after(&self, i: usize) -> Option<usize> {
        let found = self.numbers.lexicon.longest_at(self.text, i).filter(|_| i < self.end)?;
        let end = i + found.n_tokens;
        (matches!(found.value, NumberWord::BoundAfter(_)) && end <= self.end).then_some(end)
    }

    fn number_word(&self, i: usize) -> Option<NumberWord> {
        self.numbers.lexicon.longest_at(self.text, i).map(|m| *m.value)
    }

    /// The year of the reference.
    pub(super) fn year(&self) -> Option<i32> {
        self.reference.map(|r| r.year())
    }
}
