//! From whom a place was taken, when its own sentence does not say: from the holder that the story told of before,
//! from the one who held it on the eve, or from the side that its taker fights in the article.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::build::acled;
use crate::events::{ControlChange, Event, EventKind, Role};
use crate::knowledge::{Conflict, FactionId, Knowledge, State, StateIdx};

/// So many fights before and behind an event are asked for the foe of its taker.
const FIGHTS_NEAR: usize = 12;
/// How much one part in the fighting of the article speaks for a side as the foe.
const PRESENCE: usize = 12;
/// How much more the fight told nearest speaks; the second nearest half of it, the third a third.
const NEAREST: usize = 72;

/// Two sides of one fight, where it is told.
struct Fight {
    /// First character of its telling.
    at: usize,
    sides: [FactionId; 2],
    /// Fought on the ground, not by blows from afar?
    on_ground: bool,
}

/// One article's fights, in the order of the text, and its changes of hands.
#[derive(Default)]
struct Story {
    fights: Vec<Fight>,
    /// Positions among the events.
    taken: Vec<usize>,
    /// How often each side takes part in the fighting told.
    shares: Vec<(FactionId, usize)>,
    /// Of its events the last one heard.
    last: Option<usize>,
    /// The first name of a force that no list knows, and is another told of?
    rest: Option<(String, bool)>,
}

/// What there is to ask: the events, told by article, and what is known beforehand.
pub(super) struct Witness<'a> {
    /// The events.
    pub(super) events: &'a [Event],
    stories: BTreeMap<&'a str, Story>,
    /// What is known beforehand.
    pub(super) knowledge: &'a Knowledge,
}

/// Names the side that lost a place wherever a taker is named and no loser, or one only assumed.
pub(in crate::events) fn name_losers(events: &mut [Event], knowledge: &Knowledge) {
    let witness = Witness::new(events, knowledge);
    let asked =
        events.iter().enumerate().filter_map(|(i, e)| Some((i, taker_to_ask(e, &knowledge.conflict)?)));
    let found: Vec<_> = asked.filter_map(|(i, taker)| Some((i, witness.loser(i, taker)?))).collect();
    for (i, (loser, reason)) in found {
        let event = &mut events[i];
        let Some(change) = event.control.as_mut() else { continue };
        change.from = Some(knowledge.conflict.faction(loser).code.clone());
        change.is_assumed = false;
        event.why.push(reason.to_owned());
        event.acled = acled(event);
    }
}

/// Who takes the place, if nothing sure is known of its loser.
fn taker_to_ask(event: &Event, conflict: &Conflict) -> Option<FactionId> {
    let takes = matches!(event.kind, EventKind::Capture | EventKind::Retake | EventKind::Advance);
    let change = event.control.as_ref().filter(|_| takes)?;
    let by = conflict.faction_of(change.to.as_deref()?)?;
    // Nobody takes a place from himself.
    let from_himself = change.from == change.to && !conflict.faction(by).is_rest;
    (change.from.is_none() || change.is_assumed || from_himself).then_some(by)
}

fn stories<'a>(events: &'a [Event], conflict: &Conflict) -> BTreeMap<&'a str, Story> {
    let mut stories: BTreeMap<&str, Story> = BTreeMap::new();
    for (i, event) in events.iter().enumerate() {
        let fights = fights(event, conflict);
        let changes = event.control.as_ref().is_some_and(|c| c.to.is_some());
        if fights.is_empty() && !changes && !is_fighting(event.kind) {
            continue;
        }
        let on_ground = !matches!(event.kind, EventKind::AirStrike | EventKind::Shelling | EventKind::Attack);
        for mention in &event.mentions {
            let story = stories.entry(&mention.sha256).or_default();
            let is_first = story.last.replace(i) != Some(i);
            story.fights.extend(fights.iter().map(|&sides| Fight { at: mention.start, sides, on_ground }));
            if is_first {
                story.taken.extend(changes.then_some(i));
                story.count(event, conflict);
            }
        }
    }
    for story in stories.values_mut() {
        story.fights.sort_by_key(|f| f.at);
    }
    stories
}

impl Story {
    /// Counts who takes part in a fight, and whose dead are counted.
    fn count(&mut self, event: &Event, conflict: &Conflict) {
        if !is_fighting(event.kind) {
            return;
        }
        let dead = event.casualties.iter().filter_map(|t| conflict.faction_of(t.faction.as_deref()?));
        for side in dead {
            self.share(side);
        }
        for actor in &event.actors {
            let Some(side) = actor.faction_id else { continue };
            self.share(side);
            if conflict.faction(side).is_rest {
                let first = self.rest.get_or_insert_with(|| (actor.name.clone(), false));
                first.1 |= first.0 != actor.name;
            }
        }
    }

    fn share(&mut self, side: FactionId) {
        match self.shares.iter_mut().find(|(s, _)| *s == side) {
            Some((_, n)) => *n += 1,
            None => self.shares.push((side, 1)),
        }
    }
}

/// Kinds of which whoever takes part is a side of the war.
pub(super) fn is_fighting(kind: EventKind) -> bool {
    matches!(
        kind,
        EventKind::Capture
            | EventKind::Retake
            | EventKind::Advance
            | EventKind::Withdrawal
            | EventKind::Defence
            | EventKind::Clash
            | EventKind::AirStrike
            | EventKind::Shelling
            | EventKind::Deployment
            | EventKind::Casualties
            | EventKind::Detention
    )
}

/// The pairs of sides that an event sets against each other.
fn fights(event: &Event, conflict: &Conflict) -> Vec<[FactionId; 2]> {
    let of = |role: Role| event.actors.iter().filter(move |a| a.role == role).filter_map(|a| a.faction_id);
    let mut out = Vec::new();
    let meets_others = matches!(event.kind, EventKind::Withdrawal | EventKind::Defence);
    for doer in of(Role::Initiator) {
        for target in of(Role::Target).chain(of(Role::Other).filter(|_| meets_others)) {
            if doer != target || conflict.faction(doer).is_rest {
                out.push([doer, target]);
            }
        }
    }
    if event.kind == EventKind::Clash {
        let doers: Vec<_> = event.actors.iter().filter_map(|a| a.faction_id).collect();
        for (n, &a) in doers.iter().enumerate() {
            out.extend(doers[n + 1..].iter().filter(|&&b| !conflict.same_side(a, b)).map(|&b| [a, b]));
        }
    }
    out
}

impl<'a> Witness<'a> {
    /// Hears what the events tell of the fighting in each article.
    pub(super) fn new(events: &'a [Event], knowledge: &'a Knowledge) -> Self {
        Self { events, stories: stories(events, &knowledge.conflict), knowledge }
    }

    /// Who lost the place of event `i` to `taker`, and how that is known.
    fn loser(&self, i: usize, taker: FactionId) -> Option<(FactionId, &'static str)> {
        let event = &self.events[i];
        let (own, foreign) = self.foes(event, taker);
        let before = || self.held_before(i, taker).map(|f| (f, "lost by the side that took it before"));
        let eve =
            || self.held_on_the_eve(event, taker).map(|f| (f, "lost by the side that held it on the eve"));
        let fought = |f| (f, "lost by the side that its taker fights in the text");
        let nobody =
            || self.nobody_in_particular(event, taker).map(|f| (f, "lost by nobody that the text names"));
        before().or_else(eve).or(own.map(fought)).or_else(nobody).or(foreign.map(fought))
    }

    fn stories_of(&self, event: &'a Event) -> impl Iterator<Item = (usize, &Story)> {
        event.mentions.iter().filter_map(|m| Some((m.start, self.stories.get(m.sha256.as_str())?)))
    }

    /// The state whose country the place lies in; that of the conflict when nothing is known.
    fn country(&self, event: &Event) -> Option<StateIdx> {
        let Some(place) = event.place.as_ref().and_then(|p| p.idx) else {
            return self.knowledge.actors.theatre;
        };
        self.knowledge.place_words.states.get(&self.knowledge.conflict.place(place).country).copied()
    }

    fn is_home(&self, event: &Event) -> bool {
        self.country(event) == self.knowledge.actors.theatre
    }

    /// Can a side lose this ground to `taker`? At home only those that may hold any.
    fn can_lose(&self, loser: FactionId, taker: FactionId, is_home: bool) -> bool {
        let conflict = &self.knowledge.conflict;
        let side = conflict.faction(loser);
        let civilians = loser == self.knowledge.actors.sides.civilians;
        side.is_rest || loser != taker && !civilians && (side.holds_ground || !is_home)
    }

    /// Who held the place when the taker came, by what the same article tells of days before.
    fn held_before(&self, i: usize, taker: FactionId) -> Option<FactionId> {
        let (events, conflict) = (self.events, &self.knowledge.conflict);
        let event = &events[i];
        let (place, start) = (event.place.as_ref()?, event.date.start?);
        let changes = self.stories_of(event).flat_map(|(_, s)| &s.taken).map(|&j| &events[j]);
        let there =
            |e: &&Event| e.kind != EventKind::Advance && e.place.as_ref().is_some_and(|p| p.id == place.id);
        changes
            .filter(there)
            .filter_map(|e| {
                let end = e.date.end.filter(|end| *end < start)?;
                Some((end, conflict.faction_of(e.control.as_ref()?.to.as_deref()?)?))
            })
            .max_by_key(|(end, _)| *end)
            .map(|(_, holder)| holder)
            .filter(|&h| h != taker)
    }

    /// Who held a site on the eve of the story, for what the story itself tells.
    fn held_on_the_eve(&self, event: &Event, taker: FactionId) -> Option<FactionId> {
        let conflict = &self.knowledge.conflict;
        let place = event.place.as_ref().filter(|_| !event.background)?.idx?;
        let holder = conflict.opening.get(&place)?.holder;
        let is_story = event.date.start.is_some_and(|d| conflict.first_day <= d && d <= conflict.last_day);
        (is_story && !conflict.same_side(holder, taker)).then_some(holder)
    }

    /// Whom the taker fights in the article, and which foreign state: each fight speaks for its opponent, the nearer
    /// the more; fights of its allies, blows from afar and mere presence speak less.
    fn foes(&self, event: &Event, taker: FactionId) -> (Option<FactionId>, Option<FactionId>) {
        let conflict = &self.knowledge.conflict;
        let (country, is_home) = (self.country(event), self.is_home(event));
        let mut votes = self.votes(event, taker);
        votes.retain(|(s, _)| self.can_lose(*s, taker, is_home));
        // «took X with the support of Y»: whoever takes part otherwise stands by the taker.
        let backs = |s: FactionId| {
            !conflict.faction(s).is_rest
                && event.actors.iter().any(|a| a.role == Role::Other && a.faction_id == Some(s))
        };
        let gains = matches!(event.kind, EventKind::Capture | EventKind::Retake | EventKind::Advance);
        votes.retain(|(s, _)| !(gains && backs(*s)));
        // Allies fight each other too, where nobody else is told of.
        let ally = |s: FactionId| s != taker && conflict.same_side(s, taker);
        if votes.iter().any(|(s, _)| !ally(*s)) {
            votes.retain(|(s, _)| !ally(*s));
        }
        let most = |foreign: bool| {
            let of = votes.iter().filter(|(s, _)| self.is_state_of_another(*s, country) == foreign);
            of.max_by_key(|(s, n)| (*n, Reverse(*s))).map(|(s, _)| *s)
        };
        (most(false), most(true))
    }

    /// How much the article speaks for each side as the one that `taker` fights.
    pub(super) fn votes(&self, event: &Event, taker: FactionId) -> Vec<(FactionId, usize)> {
        let conflict = &self.knowledge.conflict;
        let mut votes: Vec<(FactionId, usize)> = Vec::new();
        let mut vote = |side: FactionId, weight: usize| match votes.iter_mut().find(|(s, _)| *s == side) {
            Some((_, n)) => *n += weight,
            None => votes.push((side, weight)),
        };
        for (start, story) in self.stories_of(event) {
            let here = story.fights.partition_point(|f| f.at < start);
            let near = here.saturating_sub(FIGHTS_NEAR)..(here + FIGHTS_NEAR).min(story.fights.len());
            for (i, fight) in near.clone().zip(&story.fights[near]) {
                let rank = if i < here { here - i } else { i + 1 - here };
                let Some((foe, own)) = opponent(fight, taker, conflict) else { continue };
                let weight = (PRESENCE + NEAREST / rank) * if own { 2 } else { 1 };
                vote(foe, if fight.on_ground { weight * 2 } else { weight });
            }
            for &(side, n) in &story.shares {
                if !conflict.same_side(side, taker) {
                    vote(side, n * PRESENCE);
                }
            }
            let taken_by_rest = conflict.faction(taker).is_rest;
            if taken_by_rest && story.rest.as_ref().is_some_and(|(_, many)| *many) {
                vote(taker, PRESENCE);
            }
        }
        votes
    }

    /// Is a side the state of another country than this one?
    fn is_state_of_another(&self, side: FactionId, country: Option<StateIdx>) -> bool {
        let rules = |s: &State| s.origin.government == side && s.origin.force == side && !s.origin.at_home;
        let states = self.knowledge.actors.states.iter().enumerate();
        let mut its_own = states.filter(|(_, s)| rules(s)).map(|(i, _)| i).peekable();
        let rest = self.knowledge.conflict.faction(side).is_rest;
        !rest && its_own.peek().is_some() && its_own.all(|i| country.is_none_or(|c| usize::from(c.0) != i))
    }

    /// From whom the government took a place at home when the text knows no side but its own.
    fn nobody_in_particular(&self, event: &Event, taker: FactionId) -> Option<FactionId> {
        let conflict = &self.knowledge.conflict;
        let government = conflict.government().filter(|&g| g == taker && self.is_home(event))?;
        let mut sides = (0..conflict.factions.len()).map(|i| FactionId(i as u8));
        sides.find(|&f| conflict.faction(f).is_umbrella && !conflict.same_side(f, government))
    }
}

/// Whom `taker` faces in a fight, and whether it fights itself or one of its allies does.
fn opponent(fight: &Fight, taker: FactionId, conflict: &Conflict) -> Option<(FactionId, bool)> {
    let [a, b] = fight.sides;
    let against = |own: FactionId, other: FactionId| {
        let allied = own != taker && conflict.same_side(own, taker) && !conflict.same_side(other, taker);
        (own == taker || allied).then_some((other, own == taker))
    };
    against(a, b).or_else(|| against(b, a))
}

/// Keeps the surer of two tellings of a change of hands.
pub(super) fn join_changes(one: &mut ControlChange, other: ControlChange) {
    if one.from.is_none() || one.is_assumed && !other.is_assumed && other.from.is_some() {
        one.is_assumed = other.is_assumed;
        one.from = other.from;
    }
    one.to = one.to.take().or(other.to);
}
