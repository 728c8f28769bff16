//! All mentions of one article side by side, in the order of its tokens, as the event reader needs them.

use std::cell::OnceCell;
use std::ops::Range;

use chrono::NaiveDate;

use crate::base::{DayRange, Span};
use crate::dates::Anchor;
use crate::events::clauses::item::Item;
use crate::knowledge::status::Cue;
use crate::knowledge::triggers::{Frame, TriggerForm};
use crate::knowledge::{FactionId, Knowledge, PlaceIdx, PlaceKind};
use crate::text::Text;

/// A sentence of the article.
#[derive(Clone, Debug)]
pub(in crate::events) struct SentenceHit {
    /// Its tokens.
    pub(in crate::events) tokens: Range<usize>,
    /// Its bytes.
    pub(in crate::events) span: Span,
    /// Is it a headline or heading?
    pub(in crate::events) is_headline: bool,
    /// Which paragraph of the article, counted from 0.
    pub(in crate::events) paragraph: usize,
}

/// A place that an event may have happened at.
#[derive(Clone, Debug)]
pub(in crate::events) struct PlaceHit {
    /// Its tokens, cue words included.
    pub(in crate::events) tokens: Range<usize>,
    /// Its bytes.
    pub(in crate::events) span: Span,
    /// The gazetteer's place.
    pub(in crate::events) place: Option<PlaceIdx>,
    /// The area around it, as the text tells.
    pub(in crate::events) area: Option<PlaceIdx>,
    /// The name in the text.
    pub(in crate::events) name: String,
    /// What kind of place.
    pub(in crate::events) kind: PlaceKind,
    /// Is only a part or the edge of it meant?
    pub(in crate::events) is_part: bool,
    /// Is a road meant that bears its name?
    pub(in crate::events) is_road: bool,
    /// Does it only say where the place before it lies?
    pub(in crate::events) is_qualifier: bool,
    /// How it was read.
    pub(in crate::events) why: Vec<String>,
}

/// What sort of actor, as far as events care.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::events) enum ActorClass {
    /// Fighters, soldiers, a group, an army.
    Armed,
    /// A state, government, ministry, or international body.
    State,
    /// A named official or commander.
    Person,
    /// Persons who do not fight.
    Civilians,
    /// Someone who reports.
    Source,
}

/// Someone who may take part in an event.
#[expect(clippy::struct_excessive_bools, reason = "independent findings about one mention")]
#[derive(Clone, Debug)]
pub(in crate::events) struct ActorHit {
    /// Its tokens.
    pub(in crate::events) tokens: Range<usize>,
    /// Its bytes.
    pub(in crate::events) span: Span,
    /// The words.
    pub(in crate::events) name: String,
    /// The faction.
    pub(in crate::events) faction: Option<FactionId>,
    /// Who leads it, when the faction is an umbrella and the text says so.
    pub(in crate::events) leader: Option<FactionId>,
    /// What sort.
    pub(in crate::events) class: ActorClass,
    /// Is it someone without a name or office («two officers»)?
    pub(in crate::events) is_anonymous: bool,
    /// Does it hold an office of no known side, so that its word is no side's claim?
    pub(in crate::events) is_of_no_side: bool,
    /// Does it tell for a side, so that its word is that side's claim?
    pub(in crate::events) is_for_side: bool,
    /// Is it told by a noun of the language and not by a name?
    pub(in crate::events) is_common_noun: bool,
    /// Is it told by its office, and not by a name: whoever holds it then is meant?
    pub(in crate::events) is_by_office: bool,
    /// Is it a people, named by its adjective?
    pub(in crate::events) is_people: bool,
    /// Does it command troops?
    pub(in crate::events) is_commander: bool,
    /// Is it the name of a state or capital, which may be a place as well?
    pub(in crate::events) is_land: bool,
}

/// A day or range of days.
#[expect(clippy::struct_excessive_bools, reason = "independent findings about one day")]
#[derive(Clone, Debug)]
pub(in crate::events) struct DateHit {
    /// Its tokens.
    pub(in crate::events) tokens: Range<usize>,
    /// Its bytes.
    pub(in crate::events) span: Span,
    /// The days, unless they hang on an event.
    pub(in crate::events) range: Option<DayRange>,
    /// Does it say since when, and not when?
    pub(in crate::events) is_since: bool,
    /// Is it a bare weekday that something goes on until?
    pub(in crate::events) is_until: bool,
    /// Would it mean another day if it lay ahead?
    pub(in crate::events) is_open: bool,
    /// Does it say that it was some days ago («days ago»), so that the story does not go on from there?
    pub(in crate::events) is_some_time_ago: bool,
    /// Is it written with digits?
    pub(in crate::events) has_digits: bool,
    /// What it hangs on.
    pub(in crate::events) anchor: Option<Anchor>,
    /// The record's word for how it is known.
    pub(in crate::events) basis: &'static str,
    /// How it was read.
    pub(in crate::events) why: Vec<String>,
}

/// A count.
#[derive(Clone, Copy, Debug)]
pub(in crate::events) struct NumberHit {
    /// First token.
    pub(in crate::events) from: usize,
    /// One past the last token.
    pub(in crate::events) to: usize,
    /// At least so many.
    pub(in crate::events) low: u64,
    /// At most so many; nothing when open.
    pub(in crate::events) high: Option<u64>,
}

impl Reading<'_> {
    /// Does the word at token `at` end like a plural of persons in the nominative, behind which no genitive stands?
    pub(in crate::events) fn is_nominative_plural(&self, at: usize) -> bool {
        const THEY: &str = "\u{648}\u{646}";
        self.text.fold_at(at).ends_with(THEY)
    }

    /// Does a count begin at token `at`?
    pub(in crate::events) fn begins_count(&self, at: usize) -> bool {
        self.numbers.binary_search_by_key(&at, |n| n.from).is_ok()
    }

    /// Is it a verb of repelling or bringing down?
    pub(in crate::events) fn repels(&self, item: &Item) -> bool {
        item.verb_trigger().is_some_and(|(t, _)| self.frame_of(t) == Frame::Repel)
    }

    /// How the trigger of a form takes its places and actors.
    pub(in crate::events) fn frame_of(&self, form: TriggerForm) -> Frame {
        self.knowledge.triggers.all[form.trigger as usize].frame
    }

    /// Does the particle right before token `at` say `cue`?
    pub(in crate::events) fn follows_cue(&self, at: usize, cue: Cue) -> bool {
        at.checked_sub(1).is_some_and(|before| self.says_cue(before, cue))
    }

    /// Does the longest phrase at token `at` say this cue?
    pub(in crate::events) fn says_cue(&self, at: usize, cue: Cue) -> bool {
        let found = self.knowledge.status.lexicon.longest_at(&self.text, at);
        found.is_some_and(|m| m.value.iter().any(|f| f.cue == cue))
    }

    /// Are they troops on the move, or some who are taken somewhere: a convoy, a patrol, «the second group of the fighters»?
    pub(in crate::events) fn is_column(&self, actor: usize) -> bool {
        let (lists, at) = (&self.knowledge.triggers.lists, self.actors[actor].tokens.start);
        [&lists.columns, &lists.buses].iter().any(|l| l.longest_at(&self.text, at).is_some())
    }

    /// Does the mention name positions of somebody, which are hit and hit nobody?
    pub(in crate::events) fn is_position(&self, actor: usize) -> bool {
        let places = &self.knowledge.status.lexicon;
        let found = places.longest_at(&self.text, self.actors[actor].tokens.start);
        found.is_some_and(|m| m.value.iter().any(|c| c.cue == Cue::VaguePlace))
    }

    /// Does token `at` stand in a headline?
    pub(in crate::events) fn text_is_headline(&self, at: usize) -> bool {
        let i = self.sentences.partition_point(|s| s.tokens.end <= at);
        self.sentences.get(i).is_some_and(|s| s.is_headline)
    }
}

/// Everything found in one article.
pub(in crate::events) struct Reading<'a> {
    /// Tokens.
    pub(in crate::events) text: Text<'a>,
    /// Sentences that are no clutter.
    pub(in crate::events) sentences: Vec<SentenceHit>,
    /// Lines taken for clutter.
    pub(in crate::events) clutter: Vec<(Span, String)>,
    /// Places.
    pub(in crate::events) places: Vec<PlaceHit>,
    /// Actors.
    pub(in crate::events) actors: Vec<ActorHit>,
    /// Dates.
    pub(in crate::events) dates: Vec<DateHit>,
    /// Numbers.
    pub(in crate::events) numbers: Vec<NumberHit>,
    /// The publication day, given or inferred.
    pub(in crate::events) published: Option<NaiveDate>,
    /// Why that day, when inferred.
    pub(in crate::events) published_why: Vec<String>,
    /// Is the article about the war of another country than the conflict's?
    pub(in crate::events) is_abroad: bool,
    /// The country whose war the article tells of.
    pub(in crate::events) home: Option<PlaceIdx>,
    /// The settlement that the article is about, once somebody asks.
    pub(in crate::events) main_place: OnceCell<Option<PlaceIdx>>,
    /// What is known.
    pub(in crate::events) knowledge: &'a Knowledge,
}
