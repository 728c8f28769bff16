//! Whose a numbered unit is, and whose planes fly, by what else the text tells.

use super::context::{Settler, is_armed};
use super::owner::{Owner, Patron};
use super::phrase::Draft;
use super::{ActorKind, ActorMention};
use crate::knowledge::{ActorName, FactionId, HeadClass, NameIdx, Relation};
use crate::text::{Affixes, LONGEST_IN_NAMES};

impl Settler<'_, '_> {
    /// «the resistance»: a name of no side that wars alone give a meaning is the armed group's of the war at hand.
    pub(super) fn of_group(&self, name: &ActorName) -> FactionId {
        let open = !name.only_in.is_empty() && name.faction == self.actors.sides.other;
        let group = self.foreign.filter(|s| open && name.only_in.contains(s));
        group.map_or(name.faction, |s| self.actors.state(s).origin.group)
    }

    /// «the ninth division»: whose the text says it is, where it names it more fully; else that of the army told last.
    pub(super) fn unit(&self, draft: &Draft, before: &[ActorMention], mention: &mut ActorMention) {
        mention.by_context = true;
        mention.certainty = 0.5;
        let number = draft.tokens.end - 1;
        // «the sixteenth» is two words, and so is «the fifteenth».
        let tens = draft.tokens.len() > 2 && !self.text.is_definite(number);
        let same = |tokens: &std::ops::Range<usize>| {
            let own = tokens.clone();
            own.clone().any(|i| self.is_same_number(i, number))
                && (!tens || own.clone().any(|i| self.is_same_number(i, number - 1)))
                && own.clone().any(|i| self.same_noun(i, draft.tokens.start))
        };
        if let Some(earlier) = before
            .iter()
            .rev()
            .take(LONGEST_IN_NAMES)
            .find(|m| m.kind != ActorKind::Civilians && same(&m.tokens))
        {
            mention.faction = earlier.faction;
            mention.why.push(format!("as {} before", earlier.name).into());
            return;
        }
        let later = self
            .drafts
            .iter()
            .filter(|d| d.tokens.start > number)
            .take(LONGEST_IN_NAMES)
            .filter(|d| same(&d.tokens))
            .find_map(|d| self.told_of(d));
        if let Some(faction) = later {
            mention.faction = faction;
            mention.why.push("as named behind it".into());
            return;
        }
        let army = before.iter().rev().find(|m| is_armed(m) && self.is_of_own_state(m));
        mention.faction = army.map_or_else(|| self.own_force(), |m| m.faction);
        mention.why.push(army.map_or_else(
            || "nobody fitting named before".into(),
            |m| format!("as {} before", m.name).into(),
        ));
    }

    /// «the planes»: those told last, when it is their noun alone; else those of whoever bombs where the story plays.
    pub(super) fn planes(&self, draft: &Draft, before: &[ActorMention], mention: &mut ActorMention) {
        mention.by_context = true;
        mention.certainty = 0.5;
        // «the air defences brought down the planes»: those of somebody else.
        if before.last().is_some_and(|m| m.tokens.end == draft.tokens.start && is_armed(m)) {
            mention.faction = self.actors.sides.other;
            mention.why.push("nobody fitting named before".into());
            return;
        }
        let alone = draft.tokens.len() == 1;
        let told = before.iter().rev().take(LONGEST_IN_NAMES).find(|m| {
            let planes = m.tokens.clone().any(|i| self.same_noun(i, draft.tokens.start));
            alone && planes && (m.class == Some(HeadClass::Force) || m.kind == ActorKind::Faction)
        });
        if let Some(earlier) = told {
            mention.faction = earlier.faction;
            mention.why.push(format!("as {} before", earlier.name).into());
            return;
        }
        // «the planes and artillery of X».
        let next =
            self.drafts.iter().find(|d| d.tokens.start == draft.tokens.end && d.affixes.has(Affixes::WA));
        let shared =
            next.filter(|d| matches!(d.owner, Owner::State(..)) && d.class == Some(HeadClass::Force));
        if let Some((next, faction)) = shared.and_then(|d| Some((d, self.told_of(d)?))) {
            mention.faction = faction;
            let span = self.text.span_of(next.tokens.start, next.tokens.end);
            mention.why.push(format!("as {} behind it", span.of(self.text.source)).into());
            return;
        }
        let state = self.foreign.or(self.actors.theatre);
        mention.faction = state.map_or(self.actors.sides.other, |s| self.actors.state(s).origin.bombers);
        mention.why.push("nobody fitting named before".into());
    }

    /// The faction that the words of a draft name.
    fn told_of(&self, draft: &Draft) -> Option<FactionId> {
        match draft.owner {
            Owner::Name(name) => Some(self.actors.name(name).faction),
            Owner::State(state, class, side) => Some(self.of_state_and_side(state, class, side)),
            Owner::Camp(_) => Some(self.own_force()),
            _ => None,
        }
    }

    /// Is it the army of the state that the story is about, or a force beside it?
    fn is_of_own_state(&self, mention: &ActorMention) -> bool {
        let Some(state) = self.foreign else {
            return self.is_army(mention) && self.is_of_state(mention.faction);
        };
        let origin = self.actors.state(state).origin;
        mention.faction == origin.force
            || mention.faction == origin.group && mention.kind == ActorKind::Faction
    }

    /// Does a force of this faction fight in the war that a foreign text tells of, as its own or as who bombs there?
    pub(super) fn fights_here(&self, faction: FactionId) -> bool {
        let Some(state) = self.foreign else { return true };
        let origin = self.actors.state(state).origin;
        [origin.force, origin.government, origin.bombers].contains(&faction)
    }

    /// Is it told by the office or the army of the state that the story is about, and by no word for its old government?
    pub(super) fn is_by_office(
        &self,
        draft: &Draft,
        before: &[ActorMention],
        mention: &ActorMention,
    ) -> bool {
        let own = mention.faction == self.actors.sides.government && self.foreign.is_none();
        let Some(succession) = self.actors.succession.as_ref().filter(|_| own) else { return false };
        let old = |i: usize| {
            let readings = self.text.readings_at(i).iter();
            let bare = crate::text::without_article(self.text.fold_at(i));
            readings.len() > 0 && succession.old.iter().any(|w| w == bare)
        };
        let end = self.text.tokens.len().min(draft.tokens.end + 1);
        if (draft.tokens.start..end).any(old) {
            return false;
        }
        match draft.owner {
            Owner::Name(name) => self.is_of_government(name),
            // «helicopters belonging to the army».
            Owner::Patron(Patron::Camp(_), Relation::Part, _) => true,
            Owner::Patron(..) => false,
            Owner::Unknown => {
                let body = |m: &&ActorMention| {
                    let person = matches!(m.kind, ActorKind::Person | ActorKind::Official);
                    let group = m.class == Some(HeadClass::Group) && !self.is_remnant(m);
                    m.faction == mention.faction && !person && !group
                };
                before.iter().rev().find(body).is_none_or(|m| m.by_office)
            }
            _ => true,
        }
    }

    /// Does the name mean the government, as the text names the faction by no other name?
    pub(super) fn is_of_government(&self, name: NameIdx) -> bool {
        let known = self.actors.name(name);
        let other = |d: &Draft| match d.owner {
            Owner::Name(n) => self.actors.name(n).faction == known.faction && !self.actors.name(n).in_company,
            _ => false,
        };
        known.in_company && !self.drafts.iter().any(other)
    }

    /// «the occupation»: whose it is by its full name, told nearest before token `at` or else first behind it.
    pub(super) fn named_in_full(&self, known: &ActorName, at: usize) -> FactionId {
        /// So many mentions before and behind are asked.
        const REACH: usize = 100;
        let Some(noun) = known.name.rsplit(' ').next() else { return known.faction };
        let full = |d: &Draft| match d.owner {
            Owner::Name(n) => {
                let rest = self.actors.name(n).name.rsplit_once(noun).map(|(_, rest)| rest);
                rest.is_some_and(|r| r.starts_with(' ')).then(|| self.actors.name(n).faction)
            }
            _ => None,
        };
        let here = self.drafts.partition_point(|d| d.tokens.start < at);
        let (before, behind) = self.drafts.split_at(here);
        let told = before.iter().rev().take(REACH).find_map(full);
        told.or_else(|| behind.iter().take(REACH).find_map(full)).unwrap_or(known.faction)
    }

    /// «the army», in a text about a country that a foreign power fights in: that power's, when its army was told last or
    /// the country has none.
    pub(super) fn army_of_invader(&self, before: &[ActorMention], draft: &Draft) -> Option<FactionId> {
        let origin = self.actors.state(self.foreign?).origin;
        let same = |m: &&ActorMention| m.tokens.clone().any(|i| self.same_noun(i, draft.tokens.start));
        let last = before.iter().rev().take(LONGEST_IN_NAMES).find(same).map(|m| m.faction);
        let theirs = last.map_or(origin.force == self.actors.sides.other, |f| f == origin.bombers);
        (origin.bombers != origin.force && theirs).then_some(origin.bombers)
    }

    /// «a suicide bomber»: sent by the organisation that the text names.
    pub(super) fn suicide(&self, before: &[ActorMention], mention: &mut ActorMention) {
        mention.by_context = true;
        mention.certainty = 0.4;
        let sends = |f: FactionId| {
            let begins = |name: &str| {
                let rest = |w: &String| name.strip_prefix(w.as_str()).is_some_and(|r| r.starts_with(' '));
                self.actors.orders.iter().any(rest)
            };
            f != self.actors.sides.other && self.actors.names_of(f).any(|n| begins(&n.name))
        };
        let earlier = before.iter().rev().find(|m| is_armed(m) && sends(m.faction)).map(|m| m.faction);
        let later = || {
            let named = |d: &Draft| match d.owner {
                Owner::Name(name) => Some(self.actors.name(name).faction).filter(|f| sends(*f)),
                _ => None,
            };
            self.drafts.iter().find_map(named)
        };
        mention.faction = earlier.or_else(later).unwrap_or(self.actors.sides.other);
        mention.why.push("nobody fitting named before".into());
    }

    /// «our forces».
    pub(super) fn is_ours(&self, draft: &Draft) -> bool {
        const OUR: &str = "\u{646}\u{627}";
        draft.tokens.len() == 1 && self.text.fold_at(draft.tokens.start).ends_with(OUR)
    }

    /// «the organisation», where a list calls the faction by a name with that noun: «the organisation of X».
    pub(super) fn is_sort(&self, faction: FactionId, draft: &Draft) -> bool {
        let Some(noun) = draft.tokens.end.checked_sub(1).filter(|&i| self.text.is_definite(i)) else {
            return false;
        };
        let bare = crate::text::without_article(self.text.fold_at(noun));
        // «the group», written with the ending that folding makes a plain h of.
        let stem = bare.trim_end_matches(['\u{647}', '\u{629}']);
        let begins = |name: &str| {
            let rest = name.strip_prefix(stem).map(|r| r.trim_start_matches(['\u{647}', '\u{629}']));
            rest.is_some_and(|rest| rest.starts_with(' '))
        };
        !self.is_of_persons(noun) && self.actors.names_of(faction).any(|n| begins(&n.name))
    }

    /// «the forces», «soldiers»: words for an army with nothing that says whose it is.
    pub(super) fn is_army_alone(&self, draft: &Draft) -> bool {
        let at = draft.tokens.start;
        let word = self.actors.words.longest_at(self.text, at);
        let soldiers = word.is_some_and(|m| m.value.particle.is_some_and(|p| p.soldiers));
        draft.tokens.len() == 1 && (self.text.is_definite(at) || soldiers)
    }

    /// Do its words tell of planes, or only whose they are («the Syrian and Russian air force»)? «The forces» are none of these.
    pub(super) fn is_flying(&self, mention: &ActorMention) -> bool {
        let word = self.actors.words.longest_at(self.text, mention.tokens.start);
        let flies = word.as_ref().is_some_and(|m| m.value.particle.is_some_and(|p| p.flies));
        let noun = word.is_some_and(|m| m.value.head.is_some() || m.value.name.is_some());
        flies || mention.class == Some(HeadClass::Force) && !noun
    }

    /// The army of the state that the story is about.
    pub(super) fn home_force(&self) -> Option<FactionId> {
        self.foreign.or(self.actors.theatre).map(|s| self.actors.state(s).origin.force)
    }

    pub(super) fn own_force(&self) -> FactionId {
        let state = self.foreign.or(self.actors.theatre);
        state.map_or(self.actors.sides.other, |s| self.actors.state(s).origin.force)
    }

    /// Do both tokens say the same number?
    fn is_same_number(&self, a: usize, b: usize) -> bool {
        self.text.fold_at(a) == self.text.fold_at(b)
    }
}
