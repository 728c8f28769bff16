//! One noun phrase: a head and what says whose it is.

use std::ops::Range;

use super::ActorKind;
use super::owner::{Owner, Patron};
use super::scan::{PROCLITIC, Reader};
use crate::knowledge::{
    ActorWord, Actors, Camp, Head, HeadClass, Modifier, NameIdx, NameKind, Relation, StateIdx,
};
use crate::text::{Affixes, Match};

/// A mention before context is known.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) tokens: Range<usize>,
    /// What was taken off the first token.
    pub(super) affixes: Affixes,
    pub(super) owner: Owner,
    pub(super) kind: ActorKind,
    pub(super) class: Option<HeadClass>,
    /// Does its head carry a pronoun ("its forces")?
    pub(super) pronoun: bool,
    /// Whom its head noun means by itself.
    pub(super) camp: Option<Camp>,
}

/// What has been read of a phrase so far.
pub(super) struct Phrase {
    pub(super) end: usize,
    pub(super) head: Head,
    pub(super) name: Option<NameIdx>,
    pub(super) state: Option<StateIdx>,
    /// Tokens of a second state, as in the Syrian and Russian air force.
    pub(super) second: Option<(Range<usize>, StateIdx)>,
    pub(super) side: Option<Camp>,
    pub(super) patron: Option<(Patron, Relation)>,
    pub(super) pronoun: bool,
    pub(super) definite: bool,
    /// Where the innermost head ends.
    pub(super) bare_end: usize,
    /// Class of the outermost head.
    pub(super) outer: HeadClass,
    /// The first token that says whose it is.
    decided_at: usize,
    /// Is the holder of the office named?
    holder: bool,
    /// Of whom it is a unit or band, when its own words name nobody: its number, «planes», a name that no list knows.
    pub(super) of: Option<Owner>,
}

impl Reader<'_, '_> {
    /// «the movement», «fighters of the movement»: the name told last that holds the noun at token `i`.
    fn echoed(&self, i: usize, out: &[Draft]) -> Option<Owner> {
        const REACH: usize = 12;
        let found = self.at(i).filter(|m| !m.pronoun && self.has_article(i))?;
        // «the fourth convoy», after one of displaced people.
        if found.value.head.is_some_and(|h| h.class == HeadClass::Member) {
            let civil = |d: &&Draft| d.owner == Owner::Civilians && self.share_stem(i, d.tokens.start);
            return out.iter().rev().find(civil).map(|d| d.owner);
        }
        if found.n_tokens != 1 {
            return None;
        }
        // «the army», «the factions» mean more than one name; «the movement» needs one.
        let needs_name = |h: Head| !h.alone || (h.weak && h.class == HeadClass::Group);
        let groups = found.value.head.is_some_and(|h| {
            matches!(h.class, HeadClass::Group | HeadClass::Force) && h.side.is_none() && needs_name(h)
        });
        // «the Units», after the Units of X: unless others of that noun were told since.
        let units =
            found.value.head.is_some_and(|h| h.class == HeadClass::Force && h.weak && h.side.is_none());
        if !(groups || units) || self.has_article(i + 1) {
            return None;
        }
        let holds = |j: usize| self.share_stem(i, j);
        let named = |d: &&Draft| matches!(d.owner, Owner::Name(_));
        let alike = |d: &&Draft| (!groups || named(d)) && d.tokens.clone().any(holds);
        out.iter().rev().take(REACH).find(alike).filter(named).map(|d| d.owner)
    }

    /// A head noun and its tail. Gives `i` when it is no actor.
    pub(super) fn phrase(
        &self,
        i: usize,
        found: &Match<'_, ActorWord>,
        head: Head,
        out: &mut Vec<Draft>,
    ) -> usize {
        let mut phrase = Phrase {
            end: i + found.n_tokens,
            head,
            name: None,
            state: None,
            second: None,
            side: None,
            patron: None,
            pronoun: found.pronoun,
            definite: match found.n_tokens {
                // An entry with its article, such as «the organisation».
                1 => {
                    self.text.readings_at(i).iter().any(|r| r.affixes.has(Affixes::AL)) && !self.has_madda(i)
                }
                n => found.affixes.has(Affixes::AL) || self.has_article(i + n - 1),
            },
            bare_end: i + found.n_tokens,
            outer: head.class,
            decided_at: usize::MAX,
            holder: false,
            of: None,
        };
        // «units of the Free Army», where «units of the army» is a phrase too: the longer name.
        let last = phrase.end - 1;
        let longer = if found.n_tokens > 1 { self.at(last).filter(|m| m.n_tokens > 1) } else { None };
        if let Some((name, n_tokens)) = longer.and_then(|m| Some((m.value.name?, m.n_tokens))) {
            phrase.name = Some(name);
            phrase.decide(last);
            phrase.end = last + n_tokens;
        }
        self.tail(&mut phrase, i);
        let from = if head.class == HeadClass::Act { phrase.decided_at } else { i };
        let Some(owner) = self.client_owner(&phrase).or_else(|| phrase.owner()) else { return i };
        let pronoun = phrase.pronoun && head.class != HeadClass::Member;
        let is_named = phrase.name.is_some() || phrase.state.is_some() || phrase.patron.is_some();
        let is_open = phrase.undecided() && owner != Owner::Civilians && !pronoun;
        // «gunmen of the organisation»: the organisation says more than the gunmen.
        let weak = head.weak && !is_named;
        let echoed = if is_open || weak { (i..phrase.end).find_map(|t| self.echoed(t, out)) } else { None };
        // «the police chief of X», «the battalions of Abu X»: an office over troops, a group with a new name.
        let troops = phrase.head.class == HeadClass::Force && phrase.bare_end > i + found.n_tokens;
        let office = troops && matches!(phrase.outer, HeadClass::Official | HeadClass::Commander);
        let dies = found.value.particle.is_some_and(|p| p.dies) && found.n_tokens == 1;
        let nobody = phrase.of.is_none() && !dies && !self.flies(&phrase, i, found);
        let nobody = nobody && !self.is_gripping(&phrase, i);
        if is_open && echoed.is_none() && !phrase.head.alone && !office && nobody {
            return i;
        }
        let owner = echoed.or(phrase.of.filter(|_| is_open)).unwrap_or(owner);
        let owner = if is_open && self.flies(&phrase, i, found) { Owner::Planes } else { owner };
        let owner = if is_open && dies { Owner::Suicide } else { owner };
        let affixes = if from == i { found.affixes } else { Affixes::default() };
        let class = Some(if echoed == Some(Owner::Civilians) { HeadClass::Civil } else { phrase.head.class });
        let kind = phrase.kind(self.actors, owner);
        let second = phrase.second.take();
        let end = second.as_ref().map_or(phrase.end, |(tokens, _)| tokens.start);
        out.push(Draft {
            tokens: from..end.max(from + 1),
            affixes,
            owner,
            kind,
            class,
            pronoun: phrase.pronoun,
            camp: phrase.head.side,
        });
        if let Some((tokens, state)) = second {
            let owner = phrase.second_owner(state);
            let affixes = self.at(tokens.start).map_or(affixes, |m| m.affixes);
            let kind = ActorKind::Group;
            out.push(Draft { tokens, affixes, owner, kind, class, pronoun: false, camp: None });
        }
        phrase.end
    }

    fn tail(&self, phrase: &mut Phrase, i: usize) {
        let mut at = phrase.end;
        loop {
            let first = self.skip_quotes(at);
            let found = self.at(first);
            let start = self.past_relative(self.past_rank_found(first, found));
            let next = if start == first { found } else { self.at(start) };
            let (start, next) = self.past_first_name(phrase, start, next);
            if self.of_country(phrase, at) || self.band(phrase, start, next) {
                break;
            }
            if self.number(phrase, start) {
                at = phrase.end;
                continue;
            }
            let Some(next) = next else { break };
            let used = if next.affixes.has_any(PROCLITIC) {
                self.with_proclitic(phrase, start, &next, i)
            } else {
                self.without_proclitic(phrase, start, &next, i)
            };
            if !used || phrase.end <= at {
                break;
            }
            at = phrase.end;
        }
    }

    /// «the forces of his country», «the forces of the X»: a patron by his pronoun, a name that no list knows.
    fn of_country(&self, phrase: &mut Phrase, at: usize) -> bool {
        let bare = phrase.bare_end == at && !phrase.definite && !phrase.pronoun && phrase.undecided();
        if bare && phrase.head.class == HeadClass::Force && self.is_his_country(at) {
            phrase.patron = Some((Patron::Country, Relation::Part));
            phrase.end = at + 1;
        } else if let Some(end) = if bare { self.unlisted(at) } else { None } {
            phrase.side = Some(Camp::Opposition);
            phrase.end = end;
        } else {
            return false;
        }
        phrase.decide(at);
        true
    }

    /// Words with wa- or bi-: a second state, or the group that members belong to.
    fn with_proclitic(&self, phrase: &mut Phrase, at: usize, next: &Match<'_, ActorWord>, i: usize) -> bool {
        let a = next.affixes;
        let is_plain = matches!(next.value.modifier, Some((Modifier::Plain, _)));
        if a.has(Affixes::WA) && is_plain && self.client(phrase, at, next) {
            return true;
        }
        if a.has(Affixes::WA) && !a.has_any(Affixes::BI.with(Affixes::LI)) && !is_plain {
            let Some((Modifier::State(state), false)) = next.value.modifier else {
                return self.client(phrase, at, next);
            };
            if phrase.state.is_none_or(|s| s == state) || phrase.second.is_some() {
                return false;
            }
            phrase.second = Some((at..at + next.n_tokens, state));
            phrase.end = at + next.n_tokens;
            return true;
        }
        // «rocket and artillery … of X»: a second plain adjective of an act.
        if a == Affixes::WA && is_plain && phrase.head.class == HeadClass::Act && phrase.undecided() {
            phrase.end = at + next.n_tokens;
            return true;
        }
        // «the national security council at the White House».
        if let Some(state) = next.value.state
            && a == Affixes::BI
            && phrase.head.class == HeadClass::Government
            && phrase.undecided()
        {
            phrase.state = Some(state);
            phrase.decide(at);
            phrase.end = at + next.n_tokens;
            return true;
        }
        let inner = next.value.head.is_some_and(|h| h.class != HeadClass::Act && h.class != HeadClass::Civil);
        // «the general command of the army», «the presidential council of the government».
        let office =
            matches!(phrase.outer, HeadClass::Government | HeadClass::Official | HeadClass::Commander)
                || (phrase.outer == HeadClass::Force && phrase.head.weak && phrase.bare_end == at);
        let of_office = a.has(Affixes::LI) && office && phrase.definite && phrase.end > i + 1;
        // «the fifth convoy of the displaced of X».
        let civil = next.value.head.is_some_and(|h| h.class == HeadClass::Civil);
        let of_people = a.has(Affixes::LI) && civil && phrase.head.class == HeadClass::Member;
        // «a source in the army», and not «the army [pushed] with reinforcements».
        phrase.definite &= !of_office;
        (a.has(Affixes::BI) && !phrase.is_definite_group() || of_office || of_people)
            && phrase.undecided()
            && (inner || of_people || next.value.name.is_some())
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
        // «gunmen [attacked] the forces»: another party.
        let closed =
            self.is_closed(phrase.head.class, phrase.bare_end - 1) && self.is_behind_noun(phrase, at);
        if closed && word.modifier.is_none() && (word.head.is_some() || word.name.is_some()) {
            return false;
        }
        if let Some(relation) = word.relation
            && self.relation(phrase, at, next, relation)
        {
            return true;
        }
        if let Some(name) = word.name {
            return self.nested_name(phrase, at, next, name);
        }
        if let Some((modifier, plural)) = word.modifier {
            // An adjective has the article with its noun: «the regime», and then «year», no «general».
            let definite = at > i && self.text.is_definite(at - 1) && at <= i + 2;
            let plain = !matches!(modifier, Modifier::Camp(_)) || plural || self.is_object(at);
            if definite && next.affixes.is_empty() && plain {
                return false;
            }
            let people = plural && next.affixes == Affixes::AL;
            let body =
                || phrase.definite && self.is_one_body(phrase.head.class, i..at, at == phrase.bare_end);
            if people && (body() || self.is_apart(phrase, at)) {
                return false; // «the forces [drove out] the X», «minister Y [accused] the X»
            }
            if let Modifier::State(state) = modifier
                && (people && phrase.head.class == HeadClass::Member)
                && phrase.undecided()
                && self.actors.state(state).origin.people == self.actors.sides.civilians
            {
                phrase.head.class = HeadClass::Civil;
            }
            return phrase.modify(modifier, at, next.n_tokens);
        }
        if phrase.head.class == HeadClass::Act {
            return false;
        }
        if word.head.is_some() {
            return phrase.takes_genitive()
                && !self.is_absolute(phrase.head.class, phrase.end - 1)
                && !self.is_ground(at)
                && self.nest(phrase, at, next);
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
        // «the secretary general of X, Y»: who holds the office of a group that is named already.
        let holder = kind == NameKind::Person
            && phrase.name.is_some_and(|n| self.actors.name(n).kind != NameKind::Person)
            && !phrase.holder
            && matches!(phrase.outer, HeadClass::Official | HeadClass::Commander);
        if holder {
            phrase.holder = true;
            phrase.end = at + next.n_tokens;
            return true;
        }
        let fits = phrase.name.is_none()
            && !matches!(phrase.head.class, HeadClass::Act | HeadClass::Civil)
            && (phrase.undecided() || kind == NameKind::Person)
            && (kind != NameKind::Source || phrase.head.class == HeadClass::Member)
            && !(self.is_behind_noun(phrase, at)
                && (phrase.is_definite_group()
                    || phrase.definite && phrase.head.class == HeadClass::Government)
                && kind != NameKind::Person);
        if fits {
            phrase.name = Some(name);
            phrase.decide(at);
            phrase.end = at + next.n_tokens;
        }
        fits
    }

    /// Reads an inner phrase and lets it say whose the outer is.
    pub(super) fn nest(&self, phrase: &mut Phrase, at: usize, next: &Match<'_, ActorWord>) -> bool {
        if let Some(name) = next.value.name {
            return self.nested_name(phrase, at, next, name);
        }
        let Some(head) = next.value.head else { return false };
        let outer = phrase.head.class;
        if outer == HeadClass::Civil || head.class == HeadClass::Act {
            return false;
        }
        phrase.definite = next.affixes.has(Affixes::AL) || self.has_article(at + next.n_tokens - 1);
        phrase.pronoun |= next.pronoun;
        phrase.end = at + next.n_tokens;
        phrase.bare_end = phrase.end;
        phrase.decide(at);
        phrase.head = Head {
            class: if head.class == HeadClass::Member || is_soldiers_of_state(outer, head.class) {
                outer
            } else {
                head.class
            },
            side: head.side.or(phrase.head.side),
            weak: head.weak || (head.side.is_none() && phrase.head.weak),
            alone: head.alone || phrase.head.alone,
            apart: head.apart || phrase.head.apart,
        };
        true
    }
}

impl Phrase {
    pub(super) fn undecided(&self) -> bool {
        self.name.is_none() && self.state.is_none() && self.side.is_none() && self.patron.is_none()
    }

    /// «the factions», «the forces»: a name right after is another party.
    pub(super) fn is_definite_group(&self) -> bool {
        self.definite && matches!(self.head.class, HeadClass::Group | HeadClass::Force) && self.undecided()
    }

    fn takes_genitive(&self) -> bool {
        !(self.definite || self.pronoun) && self.undecided() && self.head.class != HeadClass::Civil
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
                    | HeadClass::Government
            )
    }

    pub(super) fn decide(&mut self, at: usize) {
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
            (side, Some((patron, relation))) => {
                let own = self.head.side.filter(|_| !self.head.weak); // «the rebels that X backs»
                Some(Owner::Patron(patron, relation, side.or(own)))
            }
            (Some(side), None) => Some(Owner::Camp(side)),
            _ if class == HeadClass::Act => None,
            _ => Some(self.head.side.filter(|_| !self.head.weak).map_or(Owner::Unknown, Owner::Camp)),
        }
    }

    fn kind(&self, actors: &Actors, owner: Owner) -> ActorKind {
        match (self.outer, owner) {
            _ if self.head.class == HeadClass::Civil => ActorKind::Civilians,
            _ if self.holder => ActorKind::Person,
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

/// «soldiers of the regime»: they stay soldiers.
fn is_soldiers_of_state(outer: HeadClass, inner: HeadClass) -> bool {
    matches!(outer, HeadClass::Force | HeadClass::Group) && inner == HeadClass::Government
}
