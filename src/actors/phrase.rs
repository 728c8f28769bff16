//! One noun phrase: a head and what says whose it is.

use std::ops::Range;

use super::ActorKind;
use crate::knowledge::{
    ActorWord, Actors, Camp, FactionId, Head, HeadClass, Knowledge, Modifier, NameIdx, NameKind, Relation,
    StateIdx,
};
use crate::text::{Affixes, Match, Text, TokenKind};

/// Whose a phrase is, as far as its own words tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    /// A name says it.
    Name(NameIdx),
    /// A state and the class of the head noun say it.
    State(StateIdx, HeadClass, Option<Camp>),
    /// A side of the story.
    Camp(Camp),
    /// A patron says it.
    Patron(Patron, Relation, Option<Camp>),
    /// Civilians.
    Civilians,
    /// Nobody's by its words.
    Unknown,
}

/// Who stands behind a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Patron {
    Name(NameIdx),
    State(StateIdx),
    Camp(Camp),
    /// A pronoun: whoever was named last.
    Pronoun,
}

/// A mention before context is known.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) tokens: Range<usize>,
    /// What was taken off the first token.
    pub(super) affixes: Affixes,
    pub(super) owner: Owner,
    pub(super) kind: ActorKind,
    pub(super) class: Option<HeadClass>,
}

/// Every draft of the text, in order.
pub(super) fn drafts(text: &Text<'_>, knowledge: &Knowledge) -> Vec<Draft> {
    let reader = Reader { text, actors: &knowledge.actors };
    let mut out = Vec::new();
    let mut i = 0;
    while i < text.tokens.len() {
        i = reader.read_at(i, &mut out).max(i + 1);
    }
    out
}

const PROCLITIC: Affixes =
    Affixes::WA.with(Affixes::FA).with(Affixes::BI).with(Affixes::KA).with(Affixes::LI).with(Affixes::SA);

struct Reader<'t, 'a> {
    text: &'t Text<'a>,
    actors: &'t Actors,
}

/// What has been read of a phrase so far.
struct Phrase {
    end: usize,
    head: Head,
    name: Option<NameIdx>,
    state: Option<StateIdx>,
    /// Tokens of a second state, as in the Syrian and Russian air force.
    second: Option<(Range<usize>, StateIdx)>,
    side: Option<Camp>,
    patron: Option<(Patron, Relation)>,
    pronoun: bool,
    definite: bool,
    /// Where the innermost head ends.
    bare_end: usize,
    /// Class of the outermost head.
    outer: HeadClass,
    /// The first token that says whose it is.
    decided_at: usize,
}

impl<'t> Reader<'t, '_> {
    fn at(&self, i: usize) -> Option<Match<'t, ActorWord>> {
        self.text.tokens.get(i).filter(|t| !t.readings.is_empty())?;
        let found = self.actors.words.longest_at(self.text, i)?;
        // A noun with the article takes no pronoun; what looks like one is an adjective.
        (!found.pronoun || !self.has_article(i)).then_some(found)
    }

    fn has_article(&self, i: usize) -> bool {
        let fold = self.text.fold_at(i);
        let bare = fold.trim_start_matches(['\u{648}', '\u{641}', '\u{628}', '\u{643}']);
        bare.starts_with("\u{627}\u{644}")
    }

    /// The phrase at `i` when nothing but the article stands before it.
    fn bare(&self, i: usize) -> Option<Match<'t, ActorWord>> {
        self.at(i).filter(|m| !m.affixes.has_any(PROCLITIC))
    }

    /// Reads the mention that begins at token `i`; gives the token to go on at.
    fn read_at(&self, i: usize, out: &mut Vec<Draft>) -> usize {
        let Some(found) = self.at(i) else { return i };
        let word = *found.value;
        if let Some(name) = word.name {
            if self.excluded(name, i) {
                return i + found.n_tokens;
            }
            return self.name(i, &found, name, out);
        }
        if let Some(head) = word.head {
            let end = self.phrase(i, &found, head, out);
            if end > i {
                return end;
            }
        }
        if let Some((modifier, true)) = word.modifier {
            let end = self.people(i, &found, modifier, out);
            if end > i {
                return end;
            }
        }
        let adjective = word.modifier.is_some() || found.affixes.has(Affixes::AL);
        if let Some(state) = word.state.or(word.capital).filter(|_| !adjective) {
            self.state(i, &found, state, word.state.is_none(), out);
            return i + found.n_tokens;
        }
        i
    }

    /// Does a word near say that this is not the actor?
    fn excluded(&self, name: NameIdx, i: usize) -> bool {
        const REACH: usize = 8;
        let words = &self.actors.name(name).not_near;
        !words.is_empty()
            && (i.saturating_sub(REACH)..i + REACH).any(|j| {
                let near = self.text.fold_at(j);
                words.iter().any(|w| w == near)
            })
    }

    fn name(&self, i: usize, found: &Match<'_, ActorWord>, name: NameIdx, out: &mut Vec<Draft>) -> usize {
        let kind = match self.actors.name(name).kind {
            NameKind::Faction => ActorKind::Faction,
            NameKind::Person => ActorKind::Person,
            NameKind::State => ActorKind::State,
            NameKind::Source => ActorKind::Source,
        };
        let mut end = i + found.n_tokens;
        if kind == ActorKind::Faction {
            while let Some(next) = self.bare(end).filter(|m| m.value.modifier.is_some()) {
                if next.value.name.is_some() || next.value.head.is_some() {
                    break;
                }
                end += next.n_tokens;
            }
        }
        out.push(Draft {
            tokens: i..end,
            affixes: found.affixes,
            owner: Owner::Name(name),
            kind,
            class: None,
        });
        end
    }

    fn state(
        &self,
        i: usize,
        found: &Match<'_, ActorWord>,
        state: StateIdx,
        capital: bool,
        out: &mut Vec<Draft>,
    ) {
        let place = found.affixes.has_any(Affixes::BI) || self.particle_before(i, |p| p.locative);
        let end = i + found.n_tokens;
        let spoken = !found.affixes.has(Affixes::LI)
            && (self.feminine_verb(i.wrapping_sub(1), false)
                || self.feminine_verb(end, true)
                || self.particle_before(i, |p| p.subject_after));
        if place || (capital && !spoken) {
            return;
        }
        let kind = if capital { ActorKind::Capital } else { ActorKind::State };
        let owner = Owner::State(state, HeadClass::Government, None);
        out.push(Draft { tokens: i..end, affixes: found.affixes, owner, kind, class: None });
    }

    fn particle_before(&self, i: usize, is: impl Fn(crate::knowledge::Particle) -> bool) -> bool {
        let before = i.checked_sub(1).and_then(|j| self.at(j));
        before.is_some_and(|m| m.n_tokens == 1 && m.value.particle.is_some_and(is))
    }

    /// Does token `i` look like a verb with a feminine subject: perfect in -t, or (when `after` the
    /// subject) imperfect in t- or sat-?
    fn feminine_verb(&self, i: usize, after: bool) -> bool {
        const TA: char = '\u{62A}';
        let Some(token) = self.text.tokens.get(i).filter(|t| t.kind == TokenKind::Word) else {
            return false;
        };
        let fold = self.text.fold_of(token);
        let known_noun = self.at(i).is_some();
        if known_noun || fold.len() < 8 {
            return fold.len() >= 6 && fold.ends_with(TA) && !known_noun;
        }
        let stem = fold.strip_prefix('\u{648}').unwrap_or(fold);
        let imperfect = stem.starts_with(TA) || stem.starts_with("\u{633}\u{62A}");
        let plural_noun = stem.ends_with("\u{627}\u{62A}");
        (fold.ends_with(TA) && !plural_noun) || (after && imperfect)
    }

    /// A people as actors: an adjective of a state in the plural, with the article.
    fn people(
        &self,
        i: usize,
        found: &Match<'_, ActorWord>,
        modifier: Modifier,
        out: &mut Vec<Draft>,
    ) -> usize {
        let owner = match modifier {
            Modifier::State(state) => Owner::State(state, HeadClass::Civil, None),
            Modifier::Camp(side) => Owner::Camp(side),
            Modifier::Plain => return i,
        };
        if !found.affixes.has(Affixes::AL) {
            return i;
        }
        let end = i + found.n_tokens;
        let class = Some(HeadClass::Civil);
        out.push(Draft { tokens: i..end, affixes: found.affixes, owner, kind: ActorKind::People, class });
        end
    }

    /// A head noun and its tail. Gives `i` when it is no actor.
    fn phrase(&self, i: usize, found: &Match<'_, ActorWord>, head: Head, out: &mut Vec<Draft>) -> usize {
        let mut phrase = Phrase {
            end: i + found.n_tokens,
            head,
            name: None,
            state: None,
            second: None,
            side: None,
            patron: None,
            pronoun: found.pronoun,
            definite: found.affixes.has(Affixes::AL),
            bare_end: i + found.n_tokens,
            outer: head.class,
            decided_at: usize::MAX,
        };
        self.tail(&mut phrase, i);
        let from = if head.class == HeadClass::Act { phrase.decided_at } else { i };
        let Some(owner) = phrase.owner() else { return i };
        let pronoun = phrase.pronoun && head.class != HeadClass::Member;
        if phrase.undecided() && owner != Owner::Civilians && !phrase.head.alone && !pronoun {
            return i;
        }
        let affixes = if from == i { found.affixes } else { Affixes::default() };
        let class = Some(phrase.head.class);
        let kind = phrase.kind(self.actors, owner);
        let second = phrase.second.take();
        let end = second.as_ref().map_or(phrase.end, |(tokens, _)| tokens.start);
        out.push(Draft { tokens: from..end.max(from + 1), affixes, owner, kind, class });
        if let Some((tokens, state)) = second {
            let owner = Owner::State(state, phrase.head.class, phrase.side);
            let affixes = self.at(tokens.start).map_or(affixes, |m| m.affixes);
            let kind = ActorKind::Group;
            out.push(Draft { tokens, affixes, owner, kind, class });
        }
        phrase.end
    }

    fn tail(&self, phrase: &mut Phrase, i: usize) {
        let mut at = phrase.end;
        loop {
            let start = self.skip_quotes(at);
            let Some(next) = self.at(start) else { break };
            let used = if next.affixes.has_any(PROCLITIC) {
                self.with_proclitic(phrase, start, &next)
            } else {
                self.without_proclitic(phrase, start, &next, i)
            };
            if !used || phrase.end <= at {
                break;
            }
            at = phrase.end;
        }
    }

    fn skip_quotes(&self, i: usize) -> usize {
        let quote = self.text.tokens.get(i).is_some_and(|t| {
            t.kind == TokenKind::Mark
                && matches!(self.text.fold_of(t), "\"" | "\u{201C}" | "\u{201D}" | "\u{AB}" | "(")
        });
        i + usize::from(quote)
    }

    /// Words with wa- or bi-: a second state, or the group that members belong to.
    fn with_proclitic(&self, phrase: &mut Phrase, at: usize, next: &Match<'_, ActorWord>) -> bool {
        let a = next.affixes;
        if a.has(Affixes::WA) && !a.has_any(Affixes::BI.with(Affixes::LI)) {
            let Some((Modifier::State(state), false)) = next.value.modifier else { return false };
            if phrase.state.is_none_or(|s| s == state) || phrase.second.is_some() {
                return false;
            }
            phrase.second = Some((at..at + next.n_tokens, state));
            phrase.end = at + next.n_tokens;
            return true;
        }
        let inner = next.value.head.is_some_and(|h| h.class != HeadClass::Act && h.class != HeadClass::Civil);
        a.has(Affixes::BI)
            && phrase.undecided()
            && (inner || next.value.name.is_some())
            && self.nest(phrase, at, next)
    }

    fn without_proclitic(
        &self,
        phrase: &mut Phrase,
        at: usize,
        next: &Match<'_, ActorWord>,
        i: usize,
    ) -> bool {
        let word = next.value;
        if let Some(relation) = word.relation
            && self.relation(phrase, at, next, relation)
        {
            return true;
        }
        if let Some(name) = word.name {
            return self.nested_name(phrase, at, next, name);
        }
        if let Some((modifier, _)) = word.modifier {
            return phrase.modify(modifier, at, next.n_tokens);
        }
        if phrase.head.class == HeadClass::Act {
            return false;
        }
        if word.head.is_some() {
            return phrase.takes_genitive() && self.nest(phrase, at, next);
        }
        if let Some(state) = word.state.or(word.capital) {
            let construct = !phrase.definite && phrase.undecided() && at == phrase.bare_end;
            if construct && phrase.head.class != HeadClass::Civil {
                phrase.state = Some(state);
                phrase.decide(at);
                phrase.end = at + next.n_tokens;
            }
            return construct;
        }
        if word.particle.is_some_and(|p| p.link) && phrase.takes_link() && at > i {
            return if phrase.undecided() {
                self.linked(phrase, at + next.n_tokens)
            } else {
                self.out_of_groups(phrase, at + next.n_tokens)
            };
        }
        false
    }

    fn nested_name(
        &self,
        phrase: &mut Phrase,
        at: usize,
        next: &Match<'_, ActorWord>,
        name: NameIdx,
    ) -> bool {
        let kind = self.actors.name(name).kind;
        let fits = phrase.name.is_none()
            && !matches!(phrase.head.class, HeadClass::Act | HeadClass::Civil)
            && (phrase.undecided() || kind == NameKind::Person)
            && (kind != NameKind::Source || phrase.head.class == HeadClass::Member);
        if fits {
            phrase.name = Some(name);
            phrase.decide(at);
            phrase.end = at + next.n_tokens;
        }
        fits
    }

    /// Members of a group: the group after a preposition.
    fn linked(&self, phrase: &mut Phrase, at: usize) -> bool {
        let at = self.skip_quotes(at);
        let Some(next) = self.bare(at) else { return false };
        let inner = next.value.head.is_some_and(|h| h.class != HeadClass::Act);
        (inner || next.value.name.is_some()) && self.nest(phrase, at, &next)
    }

    /// "of the jihadist factions" after a name says no more whose it is.
    fn out_of_groups(&self, phrase: &mut Phrase, at: usize) -> bool {
        let Some(next) = self.bare(at) else { return false };
        let group = next.value.head.is_some_and(|h| h.class == HeadClass::Group && h.weak);
        if group && phrase.name.is_some() {
            phrase.end = at + next.n_tokens;
        }
        group && phrase.name.is_some()
    }

    /// Reads an inner phrase and lets it say whose the outer is.
    fn nest(&self, phrase: &mut Phrase, at: usize, next: &Match<'_, ActorWord>) -> bool {
        if let Some(name) = next.value.name {
            return self.nested_name(phrase, at, next, name);
        }
        let Some(head) = next.value.head else { return false };
        let outer = phrase.head.class;
        if outer == HeadClass::Civil || head.class == HeadClass::Act {
            return false;
        }
        phrase.definite = next.affixes.has(Affixes::AL);
        phrase.pronoun |= next.pronoun;
        phrase.end = at + next.n_tokens;
        phrase.bare_end = phrase.end;
        phrase.decide(at);
        phrase.head = Head {
            class: if head.class == HeadClass::Member { outer } else { head.class },
            side: head.side.or(phrase.head.side),
            weak: head.weak || (head.side.is_none() && phrase.head.weak),
            alone: head.alone || phrase.head.alone,
        };
        true
    }

    /// Backed by, loyal to, part of: whom?
    fn relation(
        &self,
        phrase: &mut Phrase,
        at: usize,
        found: &Match<'_, ActorWord>,
        relation: Relation,
    ) -> bool {
        let mut j = at + found.n_tokens;
        if self.at(j).is_some_and(|m| m.value.particle.is_some_and(|p| p.pronoun)) {
            phrase.patron.get_or_insert((Patron::Pronoun, relation));
            phrase.end = j + 1;
            return true;
        }
        // The preposition, which may be two words.
        let is_small = |j: usize| {
            self.text.fold_at(j).len() <= 6 && self.at(j).is_none_or(|m| m.value.particle.is_some())
        };
        for _ in 0..2 {
            j += usize::from(is_small(j));
        }
        let Some((patron, n_tokens)) = self.patron(j) else { return false };
        if phrase.patron.is_none() {
            phrase.patron = Some((patron, relation));
            phrase.decide(at);
        }
        phrase.end = j + n_tokens;
        true
    }

    fn patron(&self, j: usize) -> Option<(Patron, usize)> {
        let next = self.at(j)?;
        let word = next.value;
        if let Some(name) = word.name {
            return Some((Patron::Name(name), next.n_tokens));
        }
        if let Some(state) = word.state.or(word.capital) {
            return Some((Patron::State(state), next.n_tokens));
        }
        let head = word.head?;
        let after = self.bare(j + next.n_tokens);
        if let Some((Modifier::State(state), _)) = after.and_then(|m| m.value.modifier) {
            return Some((Patron::State(state), next.n_tokens + 1));
        }
        if let Some(name) = after.and_then(|m| m.value.name) {
            return Some((Patron::Name(name), next.n_tokens + after.map_or(0, |m| m.n_tokens)));
        }
        Some((Patron::Camp(head.side?), next.n_tokens))
    }
}

impl Phrase {
    fn undecided(&self) -> bool {
        self.name.is_none() && self.state.is_none() && self.side.is_none() && self.patron.is_none()
    }

    fn takes_genitive(&self) -> bool {
        !self.definite && self.name.is_none() && self.state.is_none() && self.head.class != HeadClass::Civil
    }

    fn takes_link(&self) -> bool {
        !self.pronoun
            && matches!(
                self.head.class,
                HeadClass::Member
                    | HeadClass::Group
                    | HeadClass::Force
                    | HeadClass::Commander
                    | HeadClass::Official
            )
    }

    fn decide(&mut self, at: usize) {
        self.decided_at = self.decided_at.min(at);
    }

    fn modify(&mut self, modifier: Modifier, at: usize, n_tokens: usize) -> bool {
        match modifier {
            Modifier::Plain => {}
            Modifier::Camp(_) if self.head.class == HeadClass::Act => return false,
            Modifier::Camp(side) => {
                self.side.get_or_insert(side);
                self.decide(at);
            }
            Modifier::State(state) => match self.state {
                None => {
                    self.state = Some(state);
                    self.decide(at);
                }
                Some(first) if first != state && self.second.is_none() => {
                    self.second = Some((at..at + n_tokens, state));
                }
                Some(_) => {}
            },
        }
        if let Some((tokens, _)) = &mut self.second
            && tokens.end == at
        {
            tokens.end = at + n_tokens;
        }
        self.end = at + n_tokens;
        true
    }

    /// Whose it is; nothing for an act of nobody.
    fn owner(&self) -> Option<Owner> {
        let class = self.head.class;
        if class == HeadClass::Civil {
            return Some(Owner::Civilians);
        }
        if let Some(name) = self.name {
            return Some(Owner::Name(name));
        }
        if let Some(state) = self.state {
            return Some(Owner::State(state, class, self.side));
        }
        match (self.side, self.patron) {
            (side, Some((patron, relation))) => Some(Owner::Patron(patron, relation, side)),
            (Some(side), None) => Some(Owner::Camp(side)),
            _ if class == HeadClass::Act => None,
            _ => Some(self.head.side.filter(|_| !self.head.weak).map_or(Owner::Unknown, Owner::Camp)),
        }
    }

    fn kind(&self, actors: &Actors, owner: Owner) -> ActorKind {
        match (self.outer, owner) {
            _ if self.head.class == HeadClass::Civil => ActorKind::Civilians,
            (HeadClass::Media, _) => ActorKind::Source,
            (HeadClass::Official | HeadClass::Commander, Owner::Name(name))
                if actors.name(name).kind == NameKind::Person =>
            {
                ActorKind::Person
            }
            (HeadClass::Official | HeadClass::Commander, _) => ActorKind::Official,
            (_, Owner::Unknown) => ActorKind::Generic,
            _ => ActorKind::Group,
        }
    }
}

/// The faction that a state stands for with a head of this class.
pub(super) fn of_state(actors: &Actors, state: StateIdx, class: HeadClass) -> FactionId {
    let origin = actors.state(state).origin;
    match class {
        HeadClass::Force | HeadClass::Act => origin.force,
        HeadClass::Commander => origin.commander,
        HeadClass::Group => origin.group,
        HeadClass::Civil => origin.people,
        HeadClass::Government | HeadClass::Official | HeadClass::Media | HeadClass::Member => {
            origin.government
        }
    }
}
