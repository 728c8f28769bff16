//! What the words of a mention do not tell: which government is meant, whose "the fighters" are.

use smallvec::{SmallVec, smallvec};

use super::own_army::own_army;
use super::owner::{Owner, Patron, of_state};
use super::phrase::Draft;
use super::{ActorKind, ActorMention, Reason, speakers};
use crate::knowledge::status::Cue;
use crate::knowledge::{Actors, Camp, FactionId, HeadClass, Knowledge, Relation, StateIdx};
use crate::text::{Affixes, Text, Token, TokenKind};

/// How many tokens back a generic word may look for whom it means.
pub(super) const REACH: usize = 400;

/// Turns drafts into mentions, in order.
pub(super) fn settle(
    theatre: Option<StateIdx>,
    text: &Text<'_>,
    knowledge: &Knowledge,
    drafts: &[Draft],
) -> Vec<ActorMention> {
    let settler = Settler {
        text,
        actors: &knowledge.actors,
        knowledge,
        drafts,
        foreign: theatre.filter(|t| Some(*t) != knowledge.actors.theatre),
    };
    let mut out: Vec<ActorMention> = Vec::with_capacity(drafts.len() + drafts.len() / 4); // speakers and persons follow
    for draft in drafts {
        let mention = settler.mention(draft, &out);
        out.push(mention);
    }
    for i in 0..drafts.len().saturating_sub(1) {
        settler.including(&drafts[i], &drafts[i + 1], i, &mut out);
    }
    for i in 0..drafts.len().saturating_sub(1) {
        settler.led(&drafts[i], &drafts[i + 1], i, &mut out);
    }
    super::belongs::join_members(text, knowledge, &mut out);
    super::umbrella::name_leaders(text, knowledge, &mut out);
    super::umbrella::name_clients(text, knowledge, &mut out);
    super::umbrella::join_leaders(text, knowledge, &mut out);
    out
}

pub(super) struct Settler<'t, 'a> {
    pub(super) text: &'t Text<'a>,
    pub(super) actors: &'t Actors,
    pub(super) knowledge: &'t Knowledge,
    /// All of the text.
    pub(super) drafts: &'t [Draft],
    /// The state of the story when it is not the conflict's.
    pub(super) foreign: Option<StateIdx>,
}

impl Settler<'_, '_> {
    fn mention(&self, draft: &Draft, before: &[ActorMention]) -> ActorMention {
        let span = self.text.span_of(draft.tokens.start, draft.tokens.end);
        let mut mention = ActorMention {
            tokens: draft.tokens.clone(),
            span,
            name: self.text.words_without(
                draft.tokens.start,
                draft.tokens.end,
                draft.affixes,
                &self.knowledge.vocabulary,
            ),
            faction: self.actors.sides.other,
            kind: draft.kind,
            class: draft.class,
            leader: None,
            by_office: false,
            for_side: self.is_for_side(draft),
            by_context: false,
            certainty: 0.9,
            why: SmallVec::new(),
        };
        self.decide(draft, before, &mut mention);
        self.raise_flag(draft, &mut mention);
        mention.by_office = self.is_by_office(draft, before, &mention);
        mention
    }

    fn decide(&self, draft: &Draft, before: &[ActorMention], mention: &mut ActorMention) {
        match draft.owner {
            Owner::Name(name) => {
                let known = self.actors.name(name);
                let elsewhere =
                    !super::relation::is_meant(self.foreign.or(self.actors.theatre), self.actors, name);
                mention.faction = if elsewhere {
                    self.actors.sides.other
                } else if self.is_of_government(name) {
                    self.side(Camp::Government)
                } else if known.shared {
                    self.named_in_full(known, draft.tokens.start)
                } else {
                    self.of_group(known)
                };
                mention.certainty = if elsewhere { 0.6 } else { 1.0 };
                mention.why.push(Reason::Name(name));
            }
            Owner::Civilians => {
                mention.faction = self.actors.sides.civilians;
                mention.why.push("civilians".into());
            }
            Owner::State(state, class, side) => {
                mention.faction = self.of_state_and_side(state, class, side);
                mention.certainty = if draft.kind == ActorKind::State { 0.5 } else { 0.9 };
                mention.why.push(Reason::State(state));
            }
            Owner::Camp(side) => {
                let army = side == Camp::Government
                    && draft.class == Some(HeadClass::Force)
                    && draft.tokens.len() == 1;
                let knows = (self.text, &self.knowledge.status, self.actors);
                let own = if army { own_army(knows, before, draft.tokens.start) } else { None };
                let invader = if army && own.is_none() { self.army_of_invader(before, draft) } else { None };
                let named =
                    || self.army_of_name(before, draft).or_else(|| self.army_of_speaker(before, draft));
                let own = own.or_else(|| named().filter(|_| side == Camp::Government));
                mention.faction =
                    invader.unwrap_or_else(|| own.map_or_else(|| self.side(side), |m| m.faction));
                mention.certainty = 0.8;
                mention.why.push(match own {
                    Some(speaker) => format!("of {} before", speaker.name).into(),
                    None => Reason::Side(side),
                });
            }
            Owner::Patron(patron, relation, side) => {
                self.patron(patron, (relation, side), draft, before, mention);
            }
            Owner::NoSide => {
                mention.certainty = 0.5;
                mention.why.push("named by whom it fights".into());
            }
            Owner::Unit => self.unit(draft, before, mention),
            Owner::Planes => self.planes(draft, before, mention),
            Owner::Suicide => self.suicide(before, mention),
            Owner::Unknown => self.generic(draft, before, mention),
        }
    }

    /// "the fighters, among them X": the fighters are X's.
    fn including(&self, this: &Draft, next: &Draft, i: usize, out: &mut [ActorMention]) {
        let between = this.tokens.end..next.tokens.start;
        let named = out[i].by_context && matches!(next.owner, Owner::Name(_)) && between.len() <= 5;
        let including = |j| {
            let found = self.actors.words.longest_at(self.text, j);
            found.is_some_and(|m| m.value.particle.is_some_and(|p| p.including))
        };
        if named && between.clone().any(including) {
            out[i].faction = out[i + 1].faction;
            out[i].certainty = 0.8;
            out[i].why = smallvec![format!("including {}", out[i + 1].name).into()];
        }
    }

    /// "a division led by X": it is X's.
    fn led(&self, this: &Draft, next: &Draft, i: usize, out: &mut [ActorMention]) {
        let between = this.tokens.end..next.tokens.start;
        let by = |j: usize| {
            let cue = self.knowledge.status.lexicon.longest_at(self.text, j);
            cue.is_some_and(|m| m.value.iter().any(|c| c.cue.names_doer()))
        };
        let near = between.len() <= 4 && between.clone().take(2).any(by);
        let leads = matches!(next.kind, ActorKind::Person | ActorKind::Official);
        if out[i].by_context && near && leads {
            out[i].faction = out[i + 1].faction;
            out[i].certainty = 0.8;
            out[i].why = smallvec![format!("led by {}", out[i + 1].name).into()];
        }
    }

    fn side(&self, side: Camp) -> FactionId {
        let sides = self.actors.sides;
        match (side, self.foreign) {
            (Camp::Government, None) => sides.government,
            (Camp::Government, Some(state)) => self.actors.state(state).origin.government,
            (Camp::Opposition, None) => sides.opposition,
            (Camp::Opposition, Some(_)) => sides.other,
            (Camp::Shia, Some(state)) => self.actors.state(state).origin.group,
            (Camp::Shia, None) => sides.shia,
        }
    }

    pub(super) fn of_state_and_side(
        &self,
        state: StateIdx,
        class: HeadClass,
        side: Option<Camp>,
    ) -> FactionId {
        let at_home = self.actors.theatre == Some(state);
        match side {
            Some(Camp::Opposition) if at_home => self.actors.sides.opposition,
            Some(Camp::Government) => self.actors.state(state).origin.government,
            _ if self.actors.state(state).origin.at_home && self.foreign.is_some() => self.actors.sides.other,
            _ => of_state(self.actors, state, class),
        }
    }

    fn patron(
        &self,
        patron: Patron,
        (relation, side): (Relation, Option<Camp>),
        draft: &Draft,
        before: &[ActorMention],
        mention: &mut ActorMention,
    ) {
        let faction = match patron {
            Patron::Name(name) if self.actors.name(name).at_home && self.foreign.is_some() => {
                self.actors.sides.other
            }
            Patron::Name(name) => self.actors.name(name).faction,
            Patron::State(state) => self.actors.state(state).origin.government,
            Patron::Camp(side) => self.side(side),
            Patron::Country => match nearest_statesman(before) {
                Some(earlier) => earlier.faction,
                None => return self.generic(draft, before, mention),
            },
            Patron::Pronoun => match nearest_party(before) {
                Some(earlier) => earlier.faction,
                None => return self.generic(draft, before, mention),
            },
        };
        let groups = draft.class == Some(HeadClass::Group) && relation != Relation::Part;
        // «forces backed by X» are none of X itself.
        let armed = groups
            || draft.class == Some(HeadClass::Force)
                && matches!(relation, Relation::Backed | Relation::Sides);
        mention.faction = match side {
            Some(Camp::Shia) => self.side(Camp::Shia),
            Some(side) if !self.actors.has_client(faction) => self.side(side),
            _ if armed && self.foreign.is_some() => self.actors.sides.other,
            _ if armed => self.actors.client_of(faction),
            _ => faction,
        };
        mention.certainty = 0.7;
        mention.why.push(
            format!("{relation:?} by {}", self.knowledge.conflict.faction(faction).code)
                .to_lowercase()
                .into(),
        );
    }

    /// Whom a generic noun means: the nearest actor before it that is named with the same noun, else one
    /// of the side that the noun names, else one that fits.
    ///
    /// Armed groups are meant by group nouns, anyone under arms by nouns of force; states, civilians and
    /// sources are never meant. Gives nothing when nobody fits within some four hundred words.
    fn earlier<'m>(
        &self,
        before: &'m [ActorMention],
        draft: &Draft,
        class: HeadClass,
    ) -> Option<&'m ActorMention> {
        let near = || before.iter().rev().take_while(|m| m.tokens.end + REACH > draft.tokens.start);
        let umbrella = self.side(Camp::Opposition);
        let conflict = &self.knowledge.conflict;
        let of_opposition = |f: FactionId| f == umbrella || conflict.faction(umbrella).allies.contains(&f);
        // «the factions» are many groups; «the gunmen» may be those of one.
        let many = draft.camp == Some(Camp::Opposition) && !self.is_of_persons(draft.tokens.start);
        let fits = |m: &&ActorMention| match class {
            HeadClass::Group => {
                let group = is_armed(m) && m.class != Some(HeadClass::Force) && !self.governs(m.faction);
                group && !self.is_of_state(m.faction) && (!many || of_opposition(m.faction))
            }
            // «the forces»: those of a state, whoever was named last; «the organisation of X» is no army.
            HeadClass::Force if self.is_army_alone(draft) => {
                let army = self.is_army(m) || self.is_of_state(m.faction);
                let army = army && self.fights_here(m.faction);
                let ministry = is_ministry(m) && Some(m.faction) == self.home_force();
                (is_armed(m) && !self.is_flying(m) || ministry) && army && m.class != Some(HeadClass::Group)
            }
            // «the ministry of defence», and no armed group's.
            HeadClass::Government => {
                (is_armed(m) || is_ministry(m)) && (self.is_army(m) || self.is_of_state(m.faction))
            }
            _ => is_armed(m),
        };
        let same_noun =
            |m: &&ActorMention| fits(m) && m.tokens.clone().any(|i| self.same_noun(i, draft.tokens.start));
        let of_camp = |m: &&ActorMention| draft.camp == Some(Camp::Opposition) && of_opposition(m.faction);
        let unit = class == HeadClass::Force && draft.tokens.len() > 1;
        let of_army =
            |m: &&ActorMention| unit && (self.is_army(m) || is_ministry(m) && self.is_of_state(m.faction));
        let mut asked: SmallVec<[(FactionId, bool); 8]> = SmallVec::new();
        let mut is_sort = |faction: FactionId| {
            let known = asked.iter().find(|a| a.0 == faction).map(|a| a.1);
            known.unwrap_or_else(|| {
                let is = self.is_sort(faction, draft);
                asked.push((faction, is));
                is
            })
        };
        let same_sort = |m: &&ActorMention| class == HeadClass::Group && fits(m) && is_sort(m.faction);
        let remnant = |m: &&ActorMention| draft.camp == Some(Camp::Opposition) && self.is_remnant(m);
        near()
            .find(same_noun)
            .or_else(|| near().find(same_sort))
            .or_else(|| near().find(remnant))
            .or_else(|| near().find(|m| fits(m) && of_camp(m) || (fits(m) || is_ministry(m)) && of_army(m)))
            .or_else(|| near().find(fits))
    }

    /// Is the noun at token `a`, its article and proclitics aside, the one at token `b`?
    pub(super) fn same_noun(&self, a: usize, b: usize) -> bool {
        let stems = |i: usize| {
            let readings = self.text.readings_at(i).iter();
            readings.filter(|r| !r.affixes.has_any(Affixes::PRONOUN.with(Affixes::SA))).map(|r| r.stem)
        };
        stems(a).any(|stem| stems(b).any(|other| other == stem))
    }

    /// Is it an army, or a part of one, and no armed group?
    pub(super) fn is_army(&self, mention: &ActorMention) -> bool {
        mention.class == Some(HeadClass::Force) || self.governs(mention.faction)
    }

    pub(super) fn is_of_state(&self, faction: FactionId) -> bool {
        self.actors.is_of_state(faction)
    }

    /// Is the noun at token `i` a plural of persons («gunmen»)?
    pub(super) fn is_of_persons(&self, i: usize) -> bool {
        self.text.fold_at(i).ends_with(['\u{646}', '\u{648}', '\u{64A}'])
    }

    fn governs(&self, f: FactionId) -> bool {
        self.knowledge.conflict.factions.get(usize::from(f.0)).is_some_and(|f| f.is_government)
    }

    /// «X announced that it was sending forces»: the state that speaks right before forces without an article.
    fn sender<'m>(
        &self,
        before: &'m [ActorMention],
        draft: &Draft,
        class: HeadClass,
    ) -> Option<&'m ActorMention> {
        const NEAR: usize = 6;
        let state = before
            .last()
            .filter(|m| m.kind == ActorKind::State && m.tokens.end + NEAR > draft.tokens.start)?;
        let verb = state.tokens.start.checked_sub(1)?;
        let found = self.knowledge.status.lexicon.longest_at(self.text, verb)?;
        let says = found.value.iter().any(|c| matches!(c.cue, Cue::Speech(_)) && c.verb.is_some());
        let forces = class == HeadClass::Force && !self.text.is_definite(draft.tokens.start);
        (says && forces && self.is_of_state(state.faction)).then_some(state)
    }

    /// The name in the text that holds the one noun for a force which stands alone in quotation marks.
    fn quoted(&self, draft: &Draft, class: HeadClass) -> Option<crate::knowledge::NameIdx> {
        const LONGEST: usize = 3; // «posts of the "Units"»
        const MARKS: [&str; 3] = ["\"", "\u{AB}", "\u{201C}"];
        let start = draft.tokens.end.checked_sub(1)?;
        let marked = start.checked_sub(1).is_some_and(|i| MARKS.contains(&self.text.fold_at(i)));
        if !marked || class != HeadClass::Force || draft.tokens.len() > LONGEST {
            return None;
        }
        self.drafts.iter().find_map(|d| match d.owner {
            Owner::Name(name) if d.tokens.clone().any(|i| self.same_noun(i, start)) => Some(name),
            _ => None,
        })
    }

    /// «fighters of the Organisation», in a text that names it later only: the first name that has the same noun.
    fn named_later(&self, draft: &Draft, class: HeadClass) -> Option<crate::knowledge::NameIdx> {
        let noun = draft.tokens.end.checked_sub(1)?;
        let open = class == HeadClass::Group && self.text.is_definite(noun) && !self.is_of_persons(noun);
        let later = self.drafts.iter().filter(|d| open && d.tokens.start > noun);
        later.take(REACH).find_map(|d| match d.owner {
            Owner::Name(name) if self.same_noun(d.tokens.start, noun) => Some(name),
            _ => None,
        })
    }

    fn generic(&self, draft: &Draft, before: &[ActorMention], mention: &mut ActorMention) {
        mention.by_context = true;
        let class = draft.class.unwrap_or(HeadClass::Group);
        let speaker = || speakers::who_adds(self.text, &self.knowledge.status, before, draft.tokens.start);
        let unnamed = || {
            let officer = class == HeadClass::Force
                && speakers::is_of_unnamed(self.text, &self.knowledge.status, before, draft.tokens.start);
            let home = self.foreign.or(self.actors.theatre).map(|s| self.actors.state(s).origin.force);
            let own = |m: &&ActorMention| Some(m.faction) == home && self.is_of_state(m.faction);
            before.iter().rev().find(|m| officer && own(m))
        };
        let owner = if draft.pronoun {
            if self.is_ours(draft) && speaker().is_none() {
                mention.faction = self.own_force();
                mention.certainty = 0.6;
                mention.why.push("side: government".into());
                return;
            }
            speaker().or_else(unnamed).or_else(|| self.nearest_fitting(before, draft))
        } else {
            None
        };
        if let Some(earlier) = owner {
            mention.faction = earlier.faction;
            mention.certainty = 0.6;
            mention.why.push(format!("of {} before", earlier.name).into());
            return;
        }
        // «the "Units"», of a text that names the Units of X.
        if let Some(name) = self.quoted(draft, class) {
            mention.faction = self.actors.name(name).faction;
            mention.certainty = 0.6;
            mention.why.push(format!("as {} before", self.actors.name(name).name).into());
            return;
        }
        // «battalion 166» has a number, and is none of the group named before.
        let numbered =
            class == HeadClass::Force && self.text.tokens.get(draft.tokens.end).is_some_and(is_digits);
        let own = |m: &&ActorMention| !numbered || self.is_army(m) || self.is_of_state(m.faction);
        let named =
            self.sender(before, draft, class).or_else(|| self.earlier(before, draft, class)).filter(own);
        if let Some(earlier) = self.repeated(draft, before, named).or(named) {
            mention.faction = earlier.faction;
            mention.certainty = 0.5;
            mention.why.push(format!("as {} before", earlier.name).into());
            return;
        }
        if let Some(name) = self.named_later(draft, class) {
            mention.faction = self.actors.name(name).faction;
            mention.certainty = 0.5;
            mention.why.push(format!("as {} behind it", self.actors.name(name).name).into());
            return;
        }
        mention.certainty = 0.3;
        mention.faction = match class {
            HeadClass::Group if draft.camp.is_none() || self.is_of_group(draft) => self.actors.sides.other,
            HeadClass::Group => self.side(Camp::Opposition),
            _ => self.side(Camp::Government),
        };
        mention.why.push("nobody fitting named before".into());
    }
}

impl Settler<'_, '_> {
    /// «fighters of the Organisation»: do they belong to a group that is told by a noun of no side?
    fn is_of_group(&self, draft: &Draft) -> bool {
        let last = draft.tokens.end - 1;
        let found = self.actors.words.longest_at(self.text, last).and_then(|m| m.value.head);
        let group = found.is_some_and(|h| h.class == HeadClass::Group && h.side.is_none() && h.weak);
        group && draft.tokens.len() > 1 && self.text.is_definite(last)
    }
}

/// Is the token a number in digits?
fn is_digits(token: &Token) -> bool {
    token.kind == TokenKind::Number
}

/// Is it the government or a ministry of a side that its words name?
fn is_ministry(mention: &ActorMention) -> bool {
    mention.kind == ActorKind::Group && mention.class == Some(HeadClass::Government)
}

/// Whom a pronoun of allegiance means: the nearest party before it.
fn nearest_party(before: &[ActorMention]) -> Option<&ActorMention> {
    before.iter().rev().find(|m| is_party(m))
}

pub(super) fn is_party(mention: &ActorMention) -> bool {
    !matches!(mention.kind, ActorKind::Civilians | ActorKind::Source)
}

/// Whose country «his country» is: that of the office or state named last.
fn nearest_statesman(before: &[ActorMention]) -> Option<&ActorMention> {
    let kinds = [ActorKind::Person, ActorKind::Official, ActorKind::State, ActorKind::Capital];
    let group = |m: &&ActorMention| m.class == Some(HeadClass::Government);
    before.iter().rev().find(|m| kinds.contains(&m.kind) || group(m))
}

pub(super) fn is_armed(mention: &ActorMention) -> bool {
    match mention.kind {
        ActorKind::Faction => true,
        ActorKind::Group => {
            matches!(mention.class, Some(HeadClass::Group | HeadClass::Force))
        }
        _ => false,
    }
}
