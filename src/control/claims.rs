//! Events → claims: what each event says about who holds which site, and from which day.

use std::collections::BTreeMap;
use std::ops::Range;

use chrono::NaiveDate;

use super::{Certainty, ControlOptions};
use crate::events::{Actor, ControlStatus, Event, EventKind, Mention, Modality, Role};
use crate::knowledge::{Conflict, ControlRules, FactionId, PlaceIdx};
use crate::text::fold::fold;

/// What a claim says about a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    /// A side advanced into it or up to it.
    Advances {
        /// Who.
        by: FactionId,
    },
    /// A side left it.
    Leaves {
        /// Who.
        who: FactionId,
    },
    /// A side holds it from now on.
    Holds {
        /// Who; nothing when nobody is named.
        to: Option<FactionId>,
        /// All of it, or a part.
        whole: bool,
    },
    /// A side still holds it.
    Stands {
        /// Who.
        by: FactionId,
    },
    /// A side does not hold it.
    Denies {
        /// Who is said not to.
        to: FactionId,
    },
    /// A side has not left it.
    Stays {
        /// Who is said not to have.
        who: FactionId,
    },
}

impl Says {
    /// The order within one day: who advances comes before who leaves, who leaves makes room, and a place is
    /// held until it falls.
    fn rank(self) -> u8 {
        match self {
            Self::Advances { .. } => 0,
            Self::Leaves { .. } => 1,
            Self::Stands { .. } => 2,
            Self::Holds { .. } => 3,
            Self::Denies { .. } | Self::Stays { .. } => 4,
        }
    }

    /// The side that gains by it.
    fn gainer(self) -> Option<FactionId> {
        match self {
            Self::Advances { by: side } | Self::Stands { by: side } | Self::Stays { who: side } => Some(side),
            Self::Holds { to, .. } => to,
            Self::Leaves { .. } | Self::Denies { .. } => None,
        }
    }

    /// Do the two say the same of a place, as far as sides go?
    fn is_alike(self, other: Self, conflict: &Conflict) -> bool {
        match (self, other) {
            (Self::Holds { to: Some(a), whole: w }, Self::Holds { to: Some(b), whole: v }) => {
                w == v && conflict.same_side(a, b)
            }
            (Self::Leaves { who: a }, Self::Leaves { who: b })
            | (Self::Advances { by: a }, Self::Advances { by: b }) => conflict.same_side(a, b),
            _ => false,
        }
    }
}

/// A claim about one place, drawn from one event.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "four independent properties of one claim")]
pub struct Claim {
    /// From which day it counts.
    pub day: NaiveDate,
    /// First and last day on which it may have come about, as far as its articles can tell.
    pub range: [NaiveDate; 2],
    /// Is that one day, and told by the text itself?
    pub is_dated: bool,
    /// The first day on which an article told it.
    pub published: Option<NaiveDate>,
    /// The site, or the area whose sites it is about.
    pub place: PlaceIdx,
    /// Is the place an area?
    pub is_area: bool,
    /// Does the text name the place itself, and not only its surroundings?
    pub is_exact: bool,
    /// Does it tell that somebody went into the place, all of it?
    pub is_entry: bool,
    /// What it says.
    pub says: Says,
    /// Who lost it, when named.
    pub from: Option<FactionId>,
    /// Is it told as a fact, or by another side than the one that gains?
    pub is_firm: bool,
    /// Without a fight: by a withdrawal or a deal.
    pub is_peaceful: bool,
    /// Who tells it: the code of a side, or a source in the words of the text; nothing for the article itself.
    pub sources: Vec<Option<String>>,
    /// How many articles tell it.
    pub n_articles: usize,
    /// Position of the event in the list that was read.
    pub event: usize,
    /// The event's id.
    pub id: String,
}

impl Claim {
    /// What `event` says about control, if anything. Planned and hypothetical events say nothing, nor do
    /// events without a day, a place of the gazetteer, or an article published by the as-of day.
    pub(super) fn of(
        event: &Event,
        index: usize,
        conflict: &Conflict,
        options: ControlOptions,
    ) -> Option<Self> {
        if matches!(event.modality, Modality::Planned | Modality::Hypothetical)
            || event.confidence < conflict.control_rules.min_confidence
        {
            return None;
        }
        let tellings = counted(event, options);
        let (published, range) = known(event, &tellings)?;
        let day = match options.certainty {
            Certainty::Possible => range[0],
            Certainty::Certain => range[1],
        };
        if event.background && day >= conflict.first_day {
            return None;
        }
        let named = event.place.as_ref()?;
        let place = named.idx.or_else(|| conflict.place_of(&named.id))?;
        let facts = conflict.places.get(place.0 as usize)?;
        let is_area = facts.kind.is_area();
        if !is_area && !facts.is_site {
            return None;
        }
        let rules = &conflict.control_rules;
        if advances_by(event, &rules.toward_words, rules) && !is_near(event, rules) {
            return None;
        }
        let sides = Sides::of(event, conflict);
        let whole = is_whole(event, &tellings, is_area, rules);
        let mut says = said(event, &sides, whole, conflict)?;
        let is_firm = tellings.iter().any(|m| is_fact(event, m, says, conflict));
        if event.modality == Modality::Denied {
            says = match says {
                Says::Holds { to: Some(to), .. } | Says::Advances { by: to } => Says::Denies { to },
                Says::Leaves { who } => Says::Stays { who },
                _ => return None,
            };
        }
        Some(Self {
            day,
            range,
            is_dated: range[0] == range[1] && !matches!(event.date.basis.as_str(), "context" | "published"),
            published,
            place,
            is_area,
            is_exact: is_area || (named.precision <= facts.precision.max(1) && !is_near(event, rules)),
            is_entry: enters(event, rules) && !event.mentions.iter().any(|m| is_of_a_part(m, rules)),
            says,
            from: sides.from,
            is_firm,
            is_peaceful: !matches!(event.kind, EventKind::Capture | EventKind::Retake),
            sources: sources(event, &tellings, conflict),
            n_articles: n_articles(&tellings),
            event: index,
            id: event.id.clone(),
        })
    }

    /// Claims in the order in which they are folded: by day, areas before sites, then what they say, then as
    /// published, then as read.
    pub(super) fn order(&self) -> impl Ord + use<> {
        (self.day, !self.is_area, self.says.rank(), self.published.is_none(), self.published, self.event)
    }
}

/// Lets a claim with a wide range of days count on the day of a narrower one that tells the same: it is the same
/// fact, told more vaguely, and no later one.
pub(super) fn narrow(claims: &mut [Claim], conflict: &Conflict) {
    let width = |c: &Claim| c.range[1] - c.range[0];
    let mut by_place: BTreeMap<PlaceIdx, Vec<usize>> = BTreeMap::new();
    for (i, claim) in claims.iter().enumerate() {
        by_place.entry(claim.place).or_default().push(i);
    }
    let mut days: Vec<(usize, NaiveDate)> = Vec::new();
    for (i, wide) in claims.iter().enumerate().filter(|(_, c)| c.range[0] < c.range[1]) {
        let tells = |j: &usize| {
            let c = &claims[*j];
            width(c) < width(wide)
                && (wide.range[0]..=wide.range[1]).contains(&c.day)
                && wide.says.is_alike(c.says, conflict)
        };
        let latest = by_place[&wide.place].iter().filter(|j| tells(j)).map(|&j| claims[j].day).max();
        days.extend(latest.map(|day| (i, day)));
    }
    for (i, day) in days {
        claims[i].day = day;
    }
}

/// The tellings of an event in articles that count.
fn counted(event: &Event, options: ControlOptions) -> Vec<&Mention> {
    let counts = |published: Option<NaiveDate>| match options.as_of {
        Some(as_of) => published.is_some_and(|p| p <= as_of),
        None => true,
    };
    event.mentions.iter().filter(|m| counts(m.published)).collect()
}

/// The first known day of publication, and the days on which an event may have been; nothing when no article that
/// counts tells it, or its days are not known.
///
/// An article cannot tell of days after it came out, so the end of a range is cut there.
fn known(event: &Event, tellings: &[&Mention]) -> Option<(Option<NaiveDate>, [NaiveDate; 2])> {
    tellings.first()?;
    let published = tellings.iter().filter_map(|m| m.published).min();
    let range = event.date.range()?;
    let told = published.filter(|&p| p >= range.start());
    let end = told.map_or(range.end(), |p| range.end().min(p));
    Some((published, [range.start(), end]))
}

/// Is a telling more than the word of the side that gains? What another side says of it is: its own loss at least.
fn is_fact(event: &Event, telling: &Mention, says: Says, conflict: &Conflict) -> bool {
    let modality = telling.evidence.modality.unwrap_or(event.modality);
    match (modality, telling.evidence.told_by.zip(says.gainer())) {
        (Modality::Asserted | Modality::Claimed, Some((side, gainer))) => !conflict.same_side(side, gainer),
        (Modality::Asserted, None) => true,
        _ => false,
    }
}

/// Who tells an event, each once: sides by their code, others in the words of the text.
fn sources(event: &Event, tellings: &[&Mention], conflict: &Conflict) -> Vec<Option<String>> {
    let mut out: Vec<Option<String>> = Vec::new();
    for telling in tellings {
        let evidence = &telling.evidence;
        let source = match evidence.told_by {
            Some(side) => Some(conflict.faction(side).code.clone()),
            None if evidence.modality.is_some() => evidence.source.clone(),
            None => event.attribution.clone(),
        };
        if !out.contains(&source) {
            out.push(source);
        }
    }
    out
}

/// Does one telling at least mean all of the place?
fn is_whole(event: &Event, tellings: &[&Mention], is_area: bool, rules: &ControlRules) -> bool {
    let status = event.control.as_ref().is_none_or(|c| c.status == ControlStatus::Held);
    let means_all =
        |m: &Mention| m.evidence.is_whole.unwrap_or(status) && !(is_area && is_of_a_part(m, rules));
    tellings.iter().any(|m| means_all(m))
}

/// How many articles tell it.
fn n_articles(tellings: &[&Mention]) -> usize {
    let mut articles: Vec<&str> = tellings.iter().map(|m| m.sha256.as_str()).collect();
    articles.sort_unstable();
    articles.dedup();
    articles.len()
}

/// Who gains and who loses, as far as the event names them.
struct Sides {
    to: Option<FactionId>,
    from: Option<FactionId>,
    initiator: Option<FactionId>,
}

impl Sides {
    fn of(event: &Event, conflict: &Conflict) -> Self {
        let change = event.control.as_ref();
        let is_umbrella = |f: FactionId| conflict.faction(f).is_umbrella;
        let coded = |code: Option<&String>| code.and_then(|c| conflict.faction_of(c));
        let acting = |role: Role| {
            let named = event.actors.iter().filter(|a| a.role == role).filter_map(|a| faction(a, conflict));
            let mut named = named.collect::<Vec<_>>();
            named.sort_by_key(|&f| is_umbrella(f));
            named.first().copied()
        };
        let initiator = acting(Role::Initiator);
        let to = coded(change.and_then(|c| c.to.as_ref()));
        let is_named_by = |to: FactionId| initiator.filter(|&i| is_umbrella(to) && conflict.same_side(i, to));
        Self {
            to: to.map(|to| is_named_by(to).unwrap_or(to)),
            from: coded(change.and_then(|c| c.from.as_ref())).or_else(|| acting(Role::Target)),
            initiator,
        }
    }
}

fn faction(actor: &Actor, conflict: &Conflict) -> Option<FactionId> {
    actor.faction_id.or_else(|| conflict.faction_of(&actor.faction))
}

/// What the kind of event says, once its sides are known.
fn said(event: &Event, sides: &Sides, whole: bool, conflict: &Conflict) -> Option<Says> {
    let ground = |f: Option<FactionId>| f.and_then(|f| holder_for(conflict, f));
    match event.kind {
        EventKind::Capture => Some(Says::Holds { to: ground(sides.to.or(sides.initiator)), whole }),
        EventKind::Retake => {
            let taker = sides.to.or(sides.initiator);
            let to = if taker.is_none() { conflict.government() } else { ground(taker) };
            Some(Says::Holds { to, whole })
        }
        EventKind::Advance => Some(Says::Advances { by: ground(sides.to.or(sides.initiator))? }),
        EventKind::Withdrawal => {
            if let Some(to) = ground(sides.to) {
                return Some(Says::Holds { to: Some(to), whole });
            }
            if !whole {
                return None;
            }
            let coded = event.control.as_ref().and(sides.from);
            Some(Says::Leaves { who: coded.or(sides.initiator)? })
        }
        EventKind::Defence => Some(Says::Stands { by: ground(sides.initiator)? }),
        EventKind::Agreement | EventKind::Deployment => {
            Some(Says::Holds { to: Some(ground(sides.to)?), whole })
        }
        // What a statement denies, and nothing that one tells.
        EventKind::Statement if event.modality == Modality::Denied => {
            event.control.as_ref()?;
            let who = || Some(Says::Leaves { who: sides.from? });
            ground(sides.to).map(|to| Says::Holds { to: Some(to), whole }).or_else(who)
        }
        _ => None,
    }
}

/// Do the words of a telling mean a part of a place ("dozens of towns in …") and not all? A noun right before the
/// place or in its name ("the villages of …") means all of them.
fn is_of_a_part(telling: &Mention, rules: &ControlRules) -> bool {
    let name = name_of_place(telling);
    let is_part = |(end, w): (usize, String)| rules.part_words.contains(&w) && !name.contains(&end);
    words(&telling.quote).any(is_part) && !words(&telling.quote).any(|(_, w)| rules.whole_words.contains(&w))
}

/// Where words end, in bytes of the quote, that belong to the name of the place: from the last word before it to
/// its own last one. Empty when the place is not in the quote.
fn name_of_place(mention: &Mention) -> Range<usize> {
    let in_quote = |byte: u32| byte.checked_sub(mention.span.start).map(|b| b as usize);
    let place = mention.evidence.place.and_then(|p| in_quote(p.start).zip(in_quote(p.end)));
    let before = |at: usize| mention.quote.get(..at).map(|b| b.trim_end().len());
    place.and_then(|(start, end)| Some(before(start)?..end + 1)).unwrap_or(0..0)
}

/// Does an advance lead only up to the place? Its words say so, and its verb is none of entering.
fn is_near(event: &Event, rules: &ControlRules) -> bool {
    advances_by(event, &rules.near_words, rules)
}

/// Is it an advance, not into the place, told with a word that has one of `parts` in it?
fn advances_by(event: &Event, parts: &[String], rules: &ControlRules) -> bool {
    let tells = |w: &str| parts.iter().any(|part| w.contains(part.as_str()));
    event.kind == EventKind::Advance && words_of(event).any(|w| tells(&w)) && !enters(event, rules)
}

/// Is the verb of an advance one of entering?
fn enters(event: &Event, rules: &ControlRules) -> bool {
    let is_entry = |w: &str| rules.enter_words.iter().any(|enter| w.contains(enter.as_str()));
    event.kind == EventKind::Advance && event.mentions.iter().any(|m| is_entry(&fold(trigger(m))))
}

/// The word that tells an event; the whole quote when it is not known.
fn trigger(mention: &Mention) -> &str {
    let (at, quote) = (mention.evidence.trigger, mention.span);
    let word = at.start.checked_sub(quote.start).zip(at.end.checked_sub(quote.start));
    let word = word.and_then(|(start, end)| mention.quote.get(start as usize..end as usize));
    word.filter(|w| !w.is_empty()).unwrap_or(&mention.quote)
}

/// The words of all tellings of an event, folded.
fn words_of(event: &Event) -> impl Iterator<Item = String> {
    event.mentions.iter().flat_map(|m| words(&m.quote).map(|(_, word)| word))
}

/// The words of a text, folded, each with the byte at which it ends.
fn words(text: &str) -> impl Iterator<Item = (usize, String)> {
    let pieces = text.split_inclusive(|c: char| !c.is_alphabetic()).scan(0, |at, piece| {
        let start = *at;
        *at += piece.len();
        Some((start, piece.trim_end_matches(|c: char| !c.is_alphabetic())))
    });
    pieces.filter(|(_, w)| !w.is_empty()).map(|(start, w)| (start + w.len(), fold(w)))
}

/// The faction that holds the ground which `faction` takes: itself, or the first ally that can.
pub(super) fn holder_for(conflict: &Conflict, faction: FactionId) -> Option<FactionId> {
    let facts = conflict.faction(faction);
    if facts.holds_ground {
        return Some(faction);
    }
    facts.allies.iter().copied().find(|&ally| conflict.faction(ally).holds_ground)
}
