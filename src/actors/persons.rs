//! Persons that a text introduces («General X, a commander of Y») and names by one word afterwards.

use std::ops::Range;

use rustc_hash::FxHashMap;

use smallvec::smallvec;

use super::{ActorKind, ActorMention};
use crate::knowledge::{FactionId, HeadClass, Knowledge, NameKind};
use crate::text::{ARTICLE, Affixes, Lexicons, Text, TokenKind, WordId, is_quote};

/// A name has at most so many words.
const LONGEST: usize = 4;

/// A person met in the text.
struct Person {
    /// The last word of the name, without article.
    name: String,
    /// Whose he is.
    faction: FactionId,
    /// What he is.
    class: HeadClass,
}

/// Everyone met so far.
#[derive(Default)]
struct Persons {
    all: Vec<Person>,
    /// Who bears each name, the last one met.
    by_name: FxHashMap<String, usize>,
    /// A bit for how each name ends: most words of a text end like none.
    ends: u64,
}

impl Persons {
    fn meet(&mut self, person: Person) {
        self.ends |= Self::end(&person.name).unwrap_or(u64::MAX);
        self.by_name.insert(person.name.clone(), self.all.len());
        self.all.push(person);
    }

    /// May the word name one of them? Most words of a text name nobody.
    fn may_be(&self, word: &str) -> bool {
        !self.all.is_empty() && Self::end(word).is_none_or(|end| self.ends & end != 0)
    }

    /// The bit of the last two letters of a word.
    fn end(word: &str) -> Option<u64> {
        let end = u32::from_le_bytes(*word.as_bytes().last_chunk()?);
        Some(1 << (end.wrapping_mul(0x9E37_79B1) >> 26))
    }

    /// Whom a word names by the last word of the name; the last one met when it names several.
    fn named(&self, word: &str) -> Option<&Person> {
        const PROCLITICS: [char; 4] = ['\u{648}', '\u{641}', '\u{628}', '\u{643}'];
        if !self.may_be(word) {
            return None;
        }
        let bare = |word| str::strip_prefix(word, ARTICLE).unwrap_or(word);
        // After li- («of X») the alef of the article is gone.
        let of = word.strip_prefix(LAM);
        let names = [
            Some(bare(word)),
            word.strip_prefix(PROCLITICS).map(bare),
            of,
            of.and_then(|w| w.strip_prefix(LAM)),
        ];
        names.into_iter().flatten().filter_map(|n| self.by_name.get(n)).max().map(|&i| &self.all[i])
    }
}

const LAM: char = '\u{644}';

/// Adds a mention for every person that the text introduces by title or office, and for every later word
/// that names one of them alone. Mentions stay in the order of the text and do not overlap.
pub(super) fn name_persons(text: &Text<'_>, knowledge: &Knowledge, mentions: &mut Vec<ActorMention>) {
    let reader = Reader { text, knowledge };
    let titles = Lexicons::default().with(&knowledge.actors.words);
    let mut found: Vec<ActorMention> = Vec::new();
    let mut persons = Persons::default();
    let mut gap = 0..0;
    for next in 0..=mentions.len() {
        gap.end = mentions.get(next).map_or(text.tokens.len(), |m| m.tokens.start);
        let office = next.checked_sub(1).and_then(|j| mentions.get(j));
        let near = office.map_or(gap.start, |m| gap.start.max(m.tokens.end + 1));
        let mut i = gap.start;
        while i < gap.end {
            if i > near && !titles.may_begin_at(text, i) && !persons.may_be(text.fold_at(i)) {
                i += 1;
                continue;
            }
            if let Some(person) = reader.named(i, &persons) {
                found.push(reader.mention(i..i + 1, person.faction, person.class, &person.name));
                i += 1;
                continue;
            }
            // A title opens a name, and an office right before it does.
            let behind = i == gap.start || office.is_some_and(|m| reader.stands_behind(m, i));
            let opens = behind || reader.is_title(i);
            let introduced = if opens { reader.introduction(i, mentions, next) } else { None };
            let Some((name, person)) = introduced else {
                i += 1;
                continue;
            };
            let end = name.end;
            found.push(reader.mention(i..end, person.faction, person.class, &person.name));
            persons.meet(person);
            i = end;
        }
        if let Some(m) = mentions.get(next).filter(|m| m.tokens.end > gap.start) {
            reader.known(m).into_iter().for_each(|p| persons.meet(p));
            gap.start = m.tokens.end;
        }
    }
    super::insert(mentions, found);
}

struct Reader<'t, 'a> {
    text: &'t Text<'a>,
    knowledge: &'t Knowledge,
}

impl Reader<'_, '_> {
    /// A title, a name and an office at token `i`: the tokens of the name, and the person.
    fn introduction(
        &self,
        i: usize,
        mentions: &[ActorMention],
        next: usize,
    ) -> Option<(Range<usize>, Person)> {
        let mut at = i;
        while self.is_title(at) {
            at += 1;
        }
        let office = next.checked_sub(1).and_then(|j| mentions.get(j)).filter(|m| self.stands_behind(m, i));
        let titled = at > i;
        let office = office.filter(|m| leads(m) && (titled || m.kind == ActorKind::Official));
        if !titled && office.is_none() {
            return None;
        }
        let limit = mentions.get(next).map_or(self.text.tokens.len(), |m| m.tokens.start);
        let end = self
            .name_end(at, limit)
            .filter(|&end| titled || self.reads_as_name(at..end) && !self.is_place(at..end))?;
        let after = || self.office_after(end, mentions, next);
        let (faction, class) = match office {
            Some(m) => (m.faction, m.class.unwrap_or(HeadClass::Official)),
            None => after()?,
        };
        let last = self.text.fold_at(end - 1);
        let name = last.strip_prefix(ARTICLE).unwrap_or(last).to_owned();
        let class = if class == HeadClass::Official { class } else { HeadClass::Commander };
        Some((at..end, Person { name, faction, class }))
    }

    /// «a leader of "X" Y»: does token `i` stand right behind the mention, or behind the quotation mark that closes the name in
    /// it?
    fn stands_behind(&self, m: &ActorMention, i: usize) -> bool {
        let quote = |t: usize| is_quote(self.text.fold_at(t));
        let end = m.tokens.end;
        end == i || end + 1 == i && quote(end) && m.tokens.clone().any(quote)
    }

    /// A person whom the data know and the text names in full.
    fn known(&self, mention: &ActorMention) -> Option<Person> {
        let full = mention.kind == ActorKind::Person && mention.class.is_none() && mention.tokens.len() > 1;
        let last = mention.tokens.end - 1;
        // Nothing else brings back a surname that is a given name.
        let full = full || self.is_given(last) && self.ends_with_name(&mention.tokens);
        if !full || self.text.tokens[last].kind != TokenKind::Word {
            return None;
        }
        let fold = self.text.fold_at(last);
        let name = fold.strip_prefix(ARTICLE).unwrap_or(fold).to_owned();
        let word = self.knowledge.place_words.names.longest_at(self.text, last).is_some();
        (name.chars().count() >= 4 && !word).then_some(Person {
            name,
            faction: mention.faction,
            class: mention.class.filter(|&c| c == HeadClass::Official).unwrap_or(HeadClass::Commander),
        })
    }

    /// «the president of Y, X»: do the last words of a mention name a person in full?
    fn ends_with_name(&self, tokens: &Range<usize>) -> bool {
        let actors = &self.knowledge.actors;
        let name = |i: usize| {
            let found = actors.words.longest_at(self.text, i).filter(|m| i + m.n_tokens == tokens.end);
            found.and_then(|m| m.value.name).is_some_and(|n| actors.name(n).kind == NameKind::Person)
        };
        let from = tokens.end.saturating_sub(LONGEST).max(tokens.start + 1);
        (from..tokens.end.saturating_sub(1)).any(name)
    }

    /// One past the name that begins at `at`: words that are nothing else.
    fn name_end(&self, at: usize, limit: usize) -> Option<usize> {
        let mut end = at;
        while end < limit && end - at < LONGEST && self.may_be_name(end) {
            end += 1;
        }
        // The preposition "on" is spelled like a given name.
        let prep = |i: usize| self.knowledge.status.lexicon.longest_at(self.text, i).is_some();
        if end > at + 1 && prep(end - 1) {
            end -= 1;
        }
        let strange = (at..end).any(|i| !self.is_given(i));
        (end > at && strange && self.text.fold_at(end - 1).chars().count() >= 3).then_some(end)
    }

    /// Is one of the words a given name, or one with the article as surnames have it?
    fn reads_as_name(&self, words: Range<usize>) -> bool {
        words.into_iter().any(|i| self.is_given(i) || self.text.fold_at(i).starts_with(ARTICLE))
    }

    /// «the minister visited X»: are the words the name of a place, and no given name?
    fn is_place(&self, words: Range<usize>) -> bool {
        let found = self.knowledge.place_words.names.longest_at(self.text, words.start);
        !self.is_given(words.start) && found.is_some_and(|m| words.start + m.n_tokens >= words.end)
    }

    fn may_be_name(&self, i: usize) -> bool {
        let Some(token) = self.text.tokens.get(i).filter(|t| t.kind == TokenKind::Word) else { return false };
        if self.is_given(i) {
            return true;
        }
        let knowledge = self.knowledge;
        let small = knowledge.status.lexicon.longest_at(self.text, i).is_some()
            || knowledge.triggers.lexicon.longest_at(self.text, i).is_some();
        let place_word = knowledge.place_words.words.longest_at(self.text, i).is_some();
        // «Bakkur» is no «in Kur», when that is but a part of some village's name.
        let names = &knowledge.place_words;
        let part = |w: WordId| w.index() >= names.only_names_from && names.names.of_word(w).is_none();
        let preposition = Affixes::BI.with(Affixes::LI);
        let bare = self.text.readings(token).iter().all(|r| !r.affixes.has_any(preposition) || part(r.stem));
        !small && !place_word && bare
    }

    fn is_given(&self, i: usize) -> bool {
        self.knowledge.actors.words.longest_at(self.text, i).is_some_and(|m| m.value.given)
    }

    fn is_title(&self, i: usize) -> bool {
        self.knowledge.actors.words.longest_at(self.text, i).is_some_and(|m| m.value.title)
    }

    /// The office that follows a name in apposition: «, a commander of …».
    fn office_after(
        &self,
        end: usize,
        mentions: &[ActorMention],
        next: usize,
    ) -> Option<(FactionId, HeadClass)> {
        const REACH: usize = 3;
        let comma = matches!(self.text.fold_at(end), "\u{60C}" | "," | "(");
        let office = mentions.get(next).filter(|m| m.tokens.start <= end + 1 + REACH)?;
        let fits = comma && leads(office) && office.class != Some(HeadClass::Civil);
        fits.then_some((office.faction, office.class.unwrap_or(HeadClass::Official)))
    }

    /// The person whom token `i` names by the last word of the name.
    fn named<'p>(&self, i: usize, persons: &'p Persons) -> Option<&'p Person> {
        let token = &self.text.tokens[i];
        if token.kind != TokenKind::Word {
            return None;
        }
        persons.named(self.text.fold_of(token)).filter(|_| !self.is_given(i) || self.stands_alone(i))
    }

    /// «X arrived in», «X issued a decree»: a given name that is a surname here, alone between small words.
    fn stands_alone(&self, i: usize) -> bool {
        let small = |i: usize| self.knowledge.status.lexicon.longest_at(self.text, i).is_some();
        let mark = |i: usize| self.text.tokens.get(i).is_none_or(|t| t.kind != TokenKind::Word);
        let day = |i: usize| self.knowledge.time.lexicon.longest_at(self.text, i).is_some();
        let of = |i: usize| self.text.readings_at(i).iter().any(|r| r.affixes.has(Affixes::LI));
        let begins = i.checked_sub(1).is_none_or(|b| !self.is_given(b) && !self.is_title(b));
        // «X was killed by», behind «that».
        let acts = |i: usize| self.knowledge.triggers.lexicon.longest_at(self.text, i).is_some();
        let verb = acts(i + 1) && i.checked_sub(1).is_some_and(small);
        begins && !of(i) && (mark(i + 1) || small(i + 1) || day(i + 1) || verb)
    }

    fn mention(
        &self,
        tokens: Range<usize>,
        faction: FactionId,
        class: HeadClass,
        name: &str,
    ) -> ActorMention {
        let span = self.text.span_of(tokens.start, tokens.end);
        ActorMention {
            name: span.of(self.text.source).to_owned(),
            tokens,
            span,
            faction,
            kind: ActorKind::Person,
            class: Some(class),
            leader: None,
            by_office: false,
            for_side: false,
            by_context: true,
            certainty: 0.7,
            why: smallvec![format!("introduced in this text: {name}").into()],
        }
    }
}

/// May a person of this mention be named beside it?
fn leads(mention: &ActorMention) -> bool {
    !matches!(mention.kind, ActorKind::Civilians | ActorKind::Source | ActorKind::People | ActorKind::Person)
}
