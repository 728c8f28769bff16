//! Holders of an office that no side is known of, where a verb of speech names them as who speaks:
//! «the chairman of the oil corporation said».

use std::ops::Range;

use smallvec::smallvec;

use super::{ActorKind, ActorMention};
use crate::knowledge::status::{Cue, Speech, Status};
use crate::knowledge::{HeadClass, Knowledge};
use crate::text::{Affixes, Text, TokenKind, is_quote};

/// An office and whose it is have at most so many words.
const LONGEST: usize = 9;

/// Adds a mention for every office of nobody's side right after a verb of speech. Mentions stay in the
/// order of the text and do not overlap.
pub(super) fn name_speakers(text: &Text<'_>, knowledge: &Knowledge, mentions: &mut Vec<ActorMention>) {
    let reader = Reader { text, knowledge };
    let mut found: Vec<ActorMention> = Vec::new();
    for (i, word) in knowledge.status.lexicon.longest_in(text, 0..text.tokens.len()) {
        let speaks = |s: Speech, _| !matches!(s, Speech::Tell | Speech::More);
        let Some(n_tokens) = super::speaking(&word, speaks) else { continue };
        let at = i + n_tokens;
        let next = mentions.partition_point(|m| m.tokens.end <= at);
        let limit = mentions.get(next).map_or(text.tokens.len(), |m| m.tokens.start);
        let behind = reader.office(at, limit).or_else(|| reader.titled(at, limit));
        if let Some((tokens, apart)) = behind.or_else(|| reader.set_before(i, mentions)) {
            found.push(reader.mention(tokens, apart));
        }
    }
    super::insert(mentions, found);
}

struct Reader<'t, 'a> {
    text: &'t Text<'a>,
    knowledge: &'t Knowledge,
}

impl Reader<'_, '_> {
    /// The office that begins at token `at`, with whatever says whose it is.
    fn office(&self, at: usize, limit: usize) -> Option<(Range<usize>, bool)> {
        let head = self.knowledge.actors.words.longest_at(self.text, at)?;
        let office = head.value.head?;
        // «the ministry accused X»: nobody else is who accuses.
        let body = office.class == HeadClass::Government && head.n_tokens == 1 && self.text.is_definite(at);
        let quote = usize::from(self.text.tokens.get(at + 1).is_some_and(|t| is_quote(self.text.fold_of(t))));
        if body && limit == at + 1 + quote && !head.pronoun {
            return Some((at..at + 1, true));
        }
        let first = at + head.n_tokens;
        // «the party of Justice and Development»: a group of no known side, by its name.
        let group = office.class == HeadClass::Group
            && self.text.tokens.get(first).is_some_and(|_| self.text.is_definite(first))
            && !self.text.is_definite(at);
        let holds = matches!(office.class, HeadClass::Official | HeadClass::Commander) || group;
        let holds = holds && !head.pronoun;
        if !holds || head.affixes.has_any(Affixes::BI.with(Affixes::LI).with(Affixes::WA)) {
            return None;
        }
        let start = at + head.n_tokens;
        let mut end = start;
        while end < limit && end - at < LONGEST && self.goes_on(end) {
            end += 1;
        }
        (end > start && end <= limit).then_some((at..end, office.apart || group))
    }

    /// «Brigadier X», «Sheikh X»: a title with the article and the name behind it, of no known side.
    fn titled(&self, at: usize, limit: usize) -> Option<(Range<usize>, bool)> {
        const NAME: usize = 4;
        let title = |i: usize| self.knowledge.actors.words.longest_at(self.text, i).filter(|m| m.value.title);
        let first = title(at).filter(|_| self.text.is_definite(at))?;
        if first.affixes.has_any(Affixes::BI.with(Affixes::LI).with(Affixes::WA)) {
            return None;
        }
        let mut start = at;
        while let Some(m) = title(start).filter(|_| start < limit) {
            start += m.n_tokens;
        }
        let mut end = start;
        // «Sheikh Hikmat»: a name may be written like a verb.
        while end < limit && end - start < NAME && (self.goes_on(end) || end == start && self.is_plain(end)) {
            end += 1;
        }
        (end > start && end <= limit && !self.is_introduced(start)).then_some((at..end, true))
    }

    /// «Colonel X, the spokesman of Y»: the name at token `start` is followed by the office that tells the side.
    fn is_introduced(&self, start: usize) -> bool {
        const NAME: usize = 4;
        let comma = |i: &usize| self.text.tokens[*i].span.of(self.text.source) == "\u{60C}";
        let end = self.text.tokens.len().min(start + NAME);
        let office =
            (start..end).find(comma).and_then(|i| self.knowledge.actors.words.longest_at(self.text, i + 1));
        office
            .and_then(|m| m.value.head)
            .is_some_and(|h| matches!(h.class, HeadClass::Official | HeadClass::Commander))
    }

    /// «as for the governor of X, he said», «the governor of X had said»: the office between «as for», or «had», and the verb of
    /// speech at token `verb`.
    fn set_before(&self, verb: usize, mentions: &[ActorMention]) -> Option<(Range<usize>, bool)> {
        const AS_FOR: &str = "\u{627}\u{645}\u{627}";
        const SO: char = '\u{641}';
        let cue = |i: usize, cue: Cue| {
            let found = self.knowledge.status.lexicon.longest_at(self.text, i);
            found.is_some_and(|m| m.value.iter().any(|c| c.cue == cue))
        };
        let so = self.text.fold_at(verb).starts_with(SO);
        let end = verb.checked_sub(1).filter(|&i| !so && cue(i, Cue::May)).unwrap_or(verb);
        let mut before = (end.saturating_sub(LONGEST + 1)..end).rev();
        let opens =
            |i: usize| if so { self.text.fold_at(i) == AS_FOR } else { end < verb && cue(i, Cue::Was) };
        let at = before.find(|&i| opens(i))? + 1;
        let free = mentions[..mentions.partition_point(|m| m.tokens.start < verb)].last();
        let free = free.is_none_or(|m| m.tokens.end <= at);
        let found = self.office(at, end).or_else(|| self.titled(at, end))?;
        (free && (so || found.0.end == end)).then_some(found)
    }

    /// May the word at token `i` say whose an office is, or who holds it?
    fn goes_on(&self, i: usize) -> bool {
        let Some(token) = self.text.tokens.get(i).filter(|t| t.kind == TokenKind::Word) else { return false };
        let knowledge = self.knowledge;
        let small = knowledge.status.lexicon.longest_at(self.text, i).is_some();
        let acts = knowledge.triggers.lexicon.longest_at(self.text, i).is_some();
        let content = self.text.readings(token).iter().any(|r| r.affixes.has(Affixes::BI));
        !small && !acts && !content
    }

    /// Is token `i` a word without a preposition, and no small word?
    fn is_plain(&self, i: usize) -> bool {
        let token = self.text.tokens.get(i).filter(|t| t.kind == TokenKind::Word);
        let small = || self.knowledge.status.lexicon.longest_at(self.text, i).is_some();
        token.is_some_and(|t| {
            !self.text.readings(t).iter().any(|r| r.affixes.has_any(Affixes::BI.with(Affixes::LI)))
        }) && !small()
    }

    fn mention(&self, tokens: Range<usize>, apart: bool) -> ActorMention {
        // A spokesman or minister is a party; the mayor of a town is none.
        let kind = if apart { ActorKind::Office } else { ActorKind::Official };
        let span = self.text.span_of(tokens.start, tokens.end);
        ActorMention {
            name: span.of(self.text.source).to_owned(),
            tokens,
            span,
            faction: self.knowledge.actors.sides.other,
            kind,
            class: Some(HeadClass::Official),
            leader: None,
            by_office: false,
            for_side: false,
            by_context: true,
            certainty: 0.6,
            why: smallvec!["an office of no known side, as who speaks".into()],
        }
    }
}

/// «the commander of the operations of X said that his forces …»: does «that» before token `at` hang on a verb of speech
/// whose subject is none of the parties named `before`?
pub(super) fn is_of_unnamed(text: &Text<'_>, status: &Status, before: &[ActorMention], at: usize) -> bool {
    const REACH: usize = 12;
    let cues = |i: usize, test: fn(Cue, bool) -> bool| {
        let found = status.lexicon.longest_at(text, i);
        found.is_some_and(|m| m.value.iter().any(|c| test(c.cue, c.verb.is_some())))
    };
    let Some(that) = at.checked_sub(1).filter(|&i| cues(i, |c, _| c == Cue::That)) else { return false };
    let mut back = (that.saturating_sub(REACH)..that).rev();
    let verb = back.find(|&i| cues(i, |c, verb| verb && matches!(c, Cue::Speech(_))));
    let word = |i: usize| text.tokens[i].kind == TokenKind::Word;
    verb.is_some_and(|v| {
        v + 1 < that
            && before.iter().all(|m| m.tokens.end <= v || m.kind == ActorKind::Source)
            && (v..that).all(word)
    })
}

/// «denied the fall of X to Y, stressing that its forces held»: whose words a participle of speech and «that» before
/// token `at` go on with, which is whom a pronoun in them means.
pub(super) fn who_adds<'m>(
    text: &Text<'_>,
    status: &Status,
    before: &'m [ActorMention],
    at: usize,
) -> Option<&'m ActorMention> {
    const REACH: usize = 60;
    const NEAR: usize = 3;
    let is = |i: usize, cue: Cue| {
        status.lexicon.longest_at(text, i).is_some_and(|m| m.value.iter().any(|c| c.cue == cue))
    };
    let that = at.checked_sub(1).filter(|&i| is(i, Cue::That))?;
    let adds = that.checked_sub(1).filter(|&i| is(i, Cue::Saying))?;
    let verb = (adds.saturating_sub(REACH)..adds).rev().find(|&i| {
        let found = status.lexicon.longest_at(text, i);
        found.is_some_and(|m| m.value.iter().any(|c| matches!(c.cue, Cue::Speech(_)) && c.verb.is_some()))
    })?;
    before.iter().find(|m| m.tokens.start > verb && m.tokens.start <= verb + NEAR)
}
