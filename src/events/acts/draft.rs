//! One trigger and what the clause around it says: who, whom, where.

use smallvec::SmallVec;

use super::besides::brought_down_by;
use super::carried::{carry_noun, goes_on_by_light_verb, rest_on};
use super::columns::come_who_are_seen;
use super::encircled::is_of_it;
use super::from_air::fly_on;
use super::hits::strikes_in;
use super::nominal::lead;
use super::office::{appoint, surrender};
use super::weapon::{is_hit_by, kind_of_subject};
use super::wrecked::lay_down;
use crate::events::clauses::clause::Clause;
use crate::events::clauses::item::{Item, What};
use crate::events::doers::expelled::{drive_out_him, drive_out_them};
use crate::events::doers::launched::lay_to_launcher;
use crate::events::doers::roles::{noun_actors, verb_actors};
use crate::events::doers::sides::side_actors;
use crate::events::doers::whose_leave::name_leaver;
use crate::events::mentions::reading::Reading;
use crate::events::scenes::scene_of::places;
use crate::events::voices::stance::Stance;
use crate::events::{EventKind, Toll};
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::{Frame, Trigger, TriggerForm, WordForm};
use crate::knowledge::{FactionId, PlaceIdx};
use crate::text::Affixes;

/// Positions in the reading's list of actors.
pub(in crate::events) type Actors = SmallVec<[usize; 2]>;

/// An event as one trigger tells it, before dates and merging. A draft with several places becomes
/// several events.
#[expect(clippy::struct_excessive_bools, reason = "independent findings about one trigger")]
#[derive(Clone, Debug)]
pub(in crate::events) struct Draft {
    /// What happened.
    pub(in crate::events) kind: EventKind,
    /// The grammar of its trigger.
    pub(in crate::events) frame: Frame,
    /// Sentence, by position in the reading.
    pub(in crate::events) sentence: usize,
    /// Clause, by position in the sentence.
    pub(in crate::events) clause: usize,
    /// Tokens of the trigger.
    pub(in crate::events) trigger: (usize, usize),
    /// Tokens of the words that carry the act.
    pub(in crate::events) quote: (usize, usize),
    /// Who acts.
    pub(in crate::events) initiators: Actors,
    /// Who is acted upon.
    pub(in crate::events) targets: Actors,
    /// Who takes part otherwise.
    pub(in crate::events) others: Actors,
    /// What the act hits, in the words of the text, and whose it is.
    pub(in crate::events) thing: Option<(String, FactionId)>,
    /// Who did not do it, though the clause tells of them.
    pub(in crate::events) not_by: Actors,
    /// Where, one event each; positions in the reading's list of places.
    pub(in crate::events) places: SmallVec<[usize; 2]>,
    /// Where the story plays, for an act told without a place.
    pub(in crate::events) setting: Option<PlaceIdx>,
    /// Where to.
    pub(in crate::events) destination: Option<usize>,
    /// Where else to, in a list of places.
    pub(in crate::events) also_to: SmallVec<[usize; 2]>,
    /// The larger place that the list stands in.
    pub(in crate::events) container: Option<usize>,
    /// Does it speak of places without naming them?
    pub(in crate::events) has_vague_place: bool,
    /// Does it point back to so many places told before («the three towns»)?
    pub(in crate::events) counts_back: Option<usize>,
    /// Does it point back to a place («there»)?
    pub(in crate::events) points_back: bool,
    /// Is it about a road, whose ends are no more than named («the road between X and Y»)?
    pub(in crate::events) is_on_road: bool,
    /// Only a part of the place?
    pub(in crate::events) is_partial: bool,
    /// Is it the agreement that the act told before it rests on?
    pub(in crate::events) is_basis: bool,
    /// Its date, by position in the reading's list.
    pub(in crate::events) date: Option<usize>,
    /// Does its date say since when, and not when?
    pub(in crate::events) is_since: bool,
    /// Is its weekday the next one, and not the last?
    pub(in crate::events) is_ahead: bool,
    /// Does its date lie behind the day of publication?
    pub(in crate::events) is_to_come: bool,
    /// Does it count from the beginning of the offensive, with no day told?
    pub(in crate::events) is_from_start: bool,
    /// How far the text stands behind it.
    pub(in crate::events) stance: Stance,
    /// Killed and wounded.
    pub(in crate::events) tolls: Vec<Toll>,
    /// Is its trigger a noun?
    pub(in crate::events) is_noun: bool,
    /// Is its trigger a noun that a finite verb carries?
    pub(in crate::events) is_carried: bool,
    /// Does a movement name a direction, though no place?
    pub(super) goes_somewhere: bool,
    /// Does it name a counterpart, though no known one?
    pub(in crate::events) is_with_someone: bool,
    /// Is its trigger in a relative or subordinate clause?
    pub(in crate::events) is_dependent: bool,
    /// Is it what the speaker does all the while, told without place or day?
    pub(in crate::events) is_own_act: bool,
    /// Is too little told of it, so that it counts only when its story places it?
    pub(in crate::events) is_thin: bool,
    /// Is its trigger in a relative clause?
    pub(in crate::events) is_relative: bool,
    /// Does whoever did it claim it behind it in the sentence?
    pub(in crate::events) is_claimed: bool,
    /// Does the pluperfect of a clause that only describes something tell it («posts that it had lost two days before»)?
    pub(in crate::events) is_flashback: bool,
    /// Is its trigger a verb whose object is a pronoun («entered it»)?
    pub(in crate::events) has_object: bool,
    /// Does its verb name no subject, so that whoever acted before acts on?
    pub(in crate::events) acts_on: bool,
    /// Do fighters act?
    pub(in crate::events) is_armed: bool,
    /// Does its trigger need more around it?
    pub(in crate::events) is_weak: bool,
    /// Do the words of its trigger name what is taken («raised the flag»), so that the place only says where?
    pub(in crate::events) names_thing: bool,
    /// Does it count the vehicles that arrive?
    pub(super) counts_column: bool,
    /// Is its trigger a noun with the article, which may point back to an act told before?
    pub(in crate::events) is_definite: bool,
    /// Is its trigger a noun that a day, month or year of its own tells apart?
    pub(in crate::events) is_named_by_day: bool,
    /// The act that a statement denies.
    pub(in crate::events) denied: Option<Box<Draft>>,
    /// Short reasons.
    pub(in crate::events) why: Vec<String>,
}

impl Draft {
    /// A draft of which only the kind and the trigger's tokens are known.
    pub(in crate::events) fn empty(
        kind: EventKind,
        frame: Frame,
        sentence: usize,
        trigger: (usize, usize),
    ) -> Self {
        Self {
            kind,
            frame,
            sentence,
            clause: 0,
            trigger,
            quote: trigger,
            initiators: Actors::new(),
            targets: Actors::new(),
            others: Actors::new(),
            thing: None,
            not_by: Actors::new(),
            places: SmallVec::new(),
            setting: None,
            destination: None,
            also_to: SmallVec::new(),
            container: None,
            has_vague_place: false,
            counts_back: None,
            points_back: false,
            is_on_road: false,
            is_partial: false,
            is_basis: false,
            date: None,
            is_since: false,
            is_ahead: false,
            is_to_come: false,
            is_from_start: false,
            stance: Stance::default(),
            tolls: Vec::new(),
            is_noun: false,
            is_carried: false,
            goes_somewhere: false,
            is_with_someone: false,
            is_dependent: false,
            is_own_act: false,
            is_thin: false,
            is_relative: false,
            is_flashback: false,
            is_claimed: false,
            has_object: false,
            acts_on: false,
            is_armed: false,
            is_weak: false,
            names_thing: false,
            counts_column: false,
            is_definite: false,
            is_named_by_day: false,
            denied: None,
            why: Vec::new(),
        }
    }
}

/// What the reader of one clause looks at.
#[derive(Clone, Copy)]
pub(in crate::events) struct Scope<'s, 'a> {
    /// All mentions.
    pub(in crate::events) reading: &'s Reading<'a>,
    /// The sentence's items.
    pub(in crate::events) items: &'s [Item],
    /// The sentence's clauses.
    pub(in crate::events) clauses: &'s [Clause],
    /// The clause, by position.
    pub(in crate::events) c: usize,
}

impl<'s> Scope<'s, '_> {
    /// The clause.
    pub(in crate::events) fn clause(self) -> &'s Clause {
        &self.clauses[self.c]
    }

    /// The trigger behind a form.
    pub(in crate::events) fn trigger(self, form: TriggerForm) -> &'s Trigger {
        &self.reading.knowledge.triggers.all[form.trigger as usize]
    }

    /// The frame of the verb at `item`.
    pub(in crate::events) fn trigger_frame(self, item: usize) -> Option<Frame> {
        self.items[item].verb_trigger().map(|(t, _)| self.trigger(t).frame)
    }

    /// Nouns such as «forces of the uprising» only qualify; a noun in the genitive of a trigger's noun still counts.
    pub(in crate::events) fn is_event_word(self, item: usize) -> bool {
        self.items[item].noun_trigger().is_none_or(|t| !self.trigger(t).needs_became)
    }
}

/// Does a word follow that the trigger asks for, in this form or in another of the same word?
fn has_its_word(scope: Scope<'_, '_>, item: &Item, form: TriggerForm) -> bool {
    let asks = |t: &TriggerForm| t.trigger == form.trigger && scope.reading.knowledge.triggers.asks_words(*t);
    item.triggers().iter().any(asks)
}

/// The draft of the trigger at `item`: who does what to whom.
pub(in crate::events) fn draft(
    scope: Scope<'_, '_>,
    item: usize,
    form: TriggerForm,
    sentence: usize,
) -> Option<Draft> {
    let trigger = scope.trigger(form);
    let kind = EventKind::from_word(&trigger.kind)?;
    let it = &scope.items[item];
    let mut draft = Draft::empty(kind, trigger.frame, sentence, (it.from, it.to));
    draft.clause = scope.c;
    draft.is_noun = !matches!(form.form, WordForm::Verb(_));
    draft.is_weak = trigger.is_weak;
    draft.is_definite = draft.is_noun && it.affixes.has(Affixes::AL);
    draft.names_thing = has_its_word(scope, it, form) || it.to - it.from > 1;
    match form.form {
        WordForm::Verb(verb) => {
            verb_actors(scope, item, verb, &mut draft);
            drive_out_them(scope, item, &mut draft);
            lay_to_launcher(scope, item, &mut draft);
            kind_of_subject(scope, item, &mut draft);
            appoint(scope, item, &mut draft);
            draft.has_object = it.has_pronoun && !trigger.expels;
            let own = scope.clause().finite.is_some_and(|f| f.item == item);
            draft.acts_on = own && scope.clause().is_without_subject;
        }
        WordForm::Noun => {
            // «its recapture»: the pronoun is what is taken; with «its control», who takes.
            let next = scope.items.get(item + 1);
            let ends = next.is_none_or(|n| super::object_only::ends_object(scope.reading, n));
            let taken = matches!(draft.frame, Frame::Take | Frame::Lose) || is_of_it(scope, item);
            draft.has_object = it.has_pronoun && ends && taken && !trigger.is_state && !trigger.needs_became;
            noun_actors(scope, item, &mut draft);
            drive_out_him(scope, item, &mut draft);
            name_leaver(scope, item, &mut draft);
            carry_noun(scope, item, &mut draft);
            draft.acts_on = goes_on_by_light_verb(scope, item, draft.kind);
        }
        WordForm::Participle => {
            draft.is_noun = true;
            draft.is_carried = true;
            draft.initiators.extend(scope.clause().subject.iter().copied());
            fly_on(scope, item, &mut draft);
        }
    }
    side_actors(scope, item, &mut draft);
    come_who_are_seen(scope, &mut draft);
    lay_down(scope, item, &mut draft);
    brought_down_by(scope, item, &mut draft);
    surrender(scope, item, &mut draft);
    Some(draft)
}

/// «the collapse of the truce in X», «after the signing of a deal in X»: does a noun of making, breaking or ending a deal
/// stand alone at the head of a sentence without a verb, or behind «after»?
fn heads_deal(scope: Scope<'_, '_>, item: usize, form: TriggerForm) -> bool {
    let clause = scope.clause();
    let asks = form.form == WordForm::Noun && scope.reading.knowledge.triggers.asks_words(form);
    let heads = item == clause.items.start && clause.finite.is_none();
    let after = item.checked_sub(1).is_some_and(|j| scope.items[j].is_cue(Cue::After));
    asks && (heads || after)
}

/// Where the draft of the trigger at `item` is set, and what stands behind the trigger.
pub(in crate::events) fn set(scope: Scope<'_, '_>, item: usize, form: TriggerForm, draft: &mut Draft) {
    let (trigger, it) = (scope.trigger(form), &scope.items[item]);
    let hit = draft.frame == Frame::Strike && !draft.is_noun && !strikes_in(scope, item);
    rest_on(scope, item, draft);
    let object = draft.has_object && (hit || matches!(draft.frame, Frame::Take | Frame::Enter | Frame::Lose));
    if !object && !trigger.is_nowhere && !is_by_telephone(scope, draft.frame) {
        places(scope, item, draft);
    }
    if draft.is_basis {
        let behind = |p: &usize| scope.reading.places[*p].tokens.start > it.from;
        draft.places.retain(|p| behind(p));
    }
    let end = scope.window_end(item);
    let deals = |i: &Item| i.noun_trigger().is_some_and(|t| scope.trigger(t).frame == Frame::Deal);
    let named = scope.items[item + 1..].iter().take(3).any(deals);
    draft.is_carried |=
        draft.frame == Frame::Deal && (!draft.is_noun && named || heads_deal(scope, item, form));
    let counted = scope.items.get(item + 1).is_some_and(|n| matches!(n.what, What::Number(_)));
    draft.is_carried |= draft.frame == Frame::Hold && counted && form.need.is_none();
    let clause_end = scope.clause().items.end;
    let counts = scope.items[item + 1..clause_end].iter().any(|i| matches!(i.what, What::Number(_)));
    let runs = draft.frame == Frame::Flee && draft.kind == EventKind::Displacement;
    draft.is_carried |= runs && counts && (!draft.is_noun || draft.names_thing);
    // «clashes between the two sides in X»: who fights is known from before.
    let sides = scope.items[item + 1..clause_end].windows(2).take(4).any(|w| {
        let word = w[1].what == What::Word && scope.reading.text.is_definite(w[1].from);
        w[0].is_cue(Cue::Prep(Prep::Between)) && !w[0].has_pronoun && word
    });
    // «after violent clashes in X».
    let past = item.checked_sub(1).is_some_and(|j| {
        let before = [Cue::After, Cue::Prep(Prep::With), Cue::Subordinate];
        let since = before.into_iter().any(|c| scope.items[j].is_cue(c));
        since && !scope.reading.text.is_definite(it.from) && it.affixes.is_empty()
    });
    draft.is_carried |= draft.frame == Frame::Fight && draft.is_noun && (sides || past);
    draft.is_carried |= past && super::office::is_change(draft);
    draft.is_carried |= is_hit_by(scope, item, draft);
    lead(scope, item, draft);
    let follows = |cue| scope.items[item + 1..end].iter().any(|i: &Item| i.is_cue(cue));
    draft.goes_somewhere = follows(Cue::Prep(Prep::To));
    draft.is_with_someone = follows(Cue::Prep(Prep::With));
}

/// «discussed in a telephone call»: whoever meets so meets nowhere.
fn is_by_telephone(scope: Scope<'_, '_>, frame: Frame) -> bool {
    let clause = scope.items[scope.clause().items.clone()].iter();
    let mut nouns = clause.filter_map(Item::noun_trigger).map(|t| scope.trigger(t));
    frame == Frame::Meet && nouns.any(|t| t.is_nowhere)
}
