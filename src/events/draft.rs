//! One trigger and what the clause around it says: who, whom, where.

use smallvec::SmallVec;

use super::clause::{Clause, Opener, coordinated};
use super::item::{Item, What};
use super::reading::{ActorClass, Reading};
use super::stance::Stance;
use super::{EventKind, Toll};
use crate::knowledge::PlaceKind;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::{Frame, Trigger, TriggerForm, WordForm};
use crate::text::Affixes;
use crate::text::inflect::VerbForm;

/// Positions in the reading's list of actors.
pub(super) type Actors = SmallVec<[usize; 2]>;

/// An event as one trigger tells it, before dates and merging. A draft with several places becomes
/// several events.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    /// What happened.
    pub(super) kind: EventKind,
    /// The grammar of its trigger.
    pub(super) frame: Frame,
    /// Sentence, by position in the reading.
    pub(super) sentence: usize,
    /// Clause, by position in the sentence.
    pub(super) clause: usize,
    /// Tokens of the trigger.
    pub(super) trigger: (usize, usize),
    /// Tokens of the words that carry the act.
    pub(super) quote: (usize, usize),
    /// Who acts.
    pub(super) initiators: Actors,
    /// Who is acted upon.
    pub(super) targets: Actors,
    /// Who takes part otherwise.
    pub(super) others: Actors,
    /// Where, one event each; positions in the reading's list of places.
    pub(super) places: SmallVec<[usize; 2]>,
    /// Where to.
    pub(super) destination: Option<usize>,
    /// The larger place that the list stands in.
    pub(super) container: Option<usize>,
    /// Does it speak of places without naming them?
    pub(super) has_vague_place: bool,
    /// Does it point back to a place («there»)?
    pub(super) points_back: bool,
    /// Only a part of the place?
    pub(super) is_partial: bool,
    /// Its date, by position in the reading's list.
    pub(super) date: Option<usize>,
    /// How far the text stands behind it.
    pub(super) stance: Stance,
    /// Killed and wounded.
    pub(super) tolls: Vec<Toll>,
    /// Is its trigger a noun?
    pub(super) is_noun: bool,
    /// Is its trigger a noun that a finite verb carries?
    pub(super) is_carried: bool,
    /// Does a movement name a direction, though no place?
    pub(super) goes_somewhere: bool,
    /// Is its trigger in a relative or subordinate clause?
    pub(super) is_dependent: bool,
    /// Is it what the speaker does all the while, told without place or day?
    pub(super) is_own_act: bool,
    /// Is its trigger in a relative clause?
    pub(super) is_relative: bool,
    /// Do fighters act?
    pub(super) is_armed: bool,
    /// Does its trigger need more around it?
    pub(super) is_weak: bool,
    /// Short reasons.
    pub(super) why: Vec<String>,
}

impl Draft {
    /// A draft of which only the kind and the trigger's tokens are known.
    pub(super) fn empty(kind: EventKind, frame: Frame, sentence: usize, trigger: (usize, usize)) -> Self {
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
            places: SmallVec::new(),
            destination: None,
            container: None,
            has_vague_place: false,
            points_back: false,
            is_partial: false,
            date: None,
            stance: Stance::default(),
            tolls: Vec::new(),
            is_noun: false,
            is_carried: false,
            goes_somewhere: false,
            is_dependent: false,
            is_own_act: false,
            is_relative: false,
            is_armed: false,
            is_weak: false,
            why: Vec::new(),
        }
    }
}

/// What the reader of one clause looks at.
#[derive(Clone, Copy)]
pub(super) struct Scope<'s, 'a> {
    /// All mentions.
    pub(super) reading: &'s Reading<'a>,
    /// The sentence's items.
    pub(super) items: &'s [Item],
    /// The sentence's clauses.
    pub(super) clauses: &'s [Clause],
    /// The clause, by position.
    pub(super) c: usize,
}

impl<'s> Scope<'s, '_> {
    /// The clause.
    pub(super) fn clause(self) -> &'s Clause {
        &self.clauses[self.c]
    }

    /// The trigger behind a form.
    pub(super) fn trigger(self, form: TriggerForm) -> &'s Trigger {
        &self.reading.knowledge.triggers.all[form.trigger as usize]
    }

    /// Where the arguments of the trigger at `item` end: at the next trigger, or with the clause.
    fn window_end(self, item: usize) -> usize {
        let end = self.clause().items.end;
        (item + 1..end)
            .find(|&i| {
                (self.items[i].noun_trigger().is_some() || self.items[i].verb_trigger().is_some())
                    && !matches!(self.items[i].what, What::Place(_) | What::Actor(_))
                    && self.is_event_word(i)
            })
            .unwrap_or(end)
    }

    /// The frame of the verb at `item`.
    fn trigger_frame(self, item: usize) -> Option<Frame> {
        self.items[item].verb_trigger().map(|(t, _)| self.trigger(t).frame)
    }

    /// Nouns such as «forces of the uprising» only qualify; a noun right after another trigger's noun
    /// in the genitive still counts as a word of its own.
    fn is_event_word(self, item: usize) -> bool {
        self.items[item].noun_trigger().is_none_or(|t| !self.trigger(t).needs_became)
    }
}

/// The draft of the trigger at `item`.
pub(super) fn draft(scope: Scope<'_, '_>, item: usize, form: TriggerForm, sentence: usize) -> Option<Draft> {
    let trigger = scope.trigger(form);
    let kind = EventKind::from_word(&trigger.kind)?;
    let it = &scope.items[item];
    let mut draft = Draft::empty(kind, trigger.frame, sentence, (it.from, it.to));
    draft.clause = scope.c;
    draft.is_noun = !matches!(form.form, WordForm::Verb(_));
    draft.is_weak = trigger.is_weak;
    match form.form {
        WordForm::Verb(verb) => {
            verb_actors(scope, item, verb, &mut draft);
            kind_of_subject(scope, item, &mut draft);
        }
        WordForm::Noun => noun_actors(scope, item, &mut draft),
        WordForm::Participle => {
            draft.is_noun = true;
            draft.is_carried = true;
            draft.initiators.extend(scope.clause().subject.iter().copied());
        }
    }
    side_actors(scope, item, &mut draft);
    places(scope, item, &mut draft);
    let end = scope.window_end(item);
    draft.goes_somewhere = scope.items[item + 1..end].iter().any(|i| i.is_cue(Cue::Prep(Prep::To)));
    settle(scope.reading, &mut draft);
    Some(draft)
}

/// «strikes hit …»: the noun that is the verb's subject names the kind.
fn kind_of_subject(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    let Some(next) = scope.items.get(item + 1).filter(|_| draft.frame == Frame::Strike) else { return };
    let Some(trigger) = next.noun_trigger().map(|t| scope.trigger(t)) else { return };
    if trigger.frame == Frame::Strike
        && let Some(kind) = EventKind::from_word(&trigger.kind)
    {
        draft.kind = kind;
    }
}

/// Who acts and who is acted upon, for a finite verb.
fn verb_actors(scope: Scope<'_, '_>, item: usize, verb: VerbForm, draft: &mut Draft) {
    let clause = scope.clause();
    let subject = clause.subject.clone();
    let objects = objects(scope, item, &subject);
    let carried = clause.finite.is_some_and(|f| f.item == item);
    let subject = if carried { subject } else { Vec::new() };
    match draft.frame {
        Frame::Lose => draft.targets.extend(subject),
        Frame::Fall | Frame::Damage if objects.is_empty() && draft.frame == Frame::Fall => {}
        Frame::Harm | Frame::Hold => {
            let is_passive = is_passive(scope, item, verb, &subject, &objects);
            if is_passive {
                draft.targets.extend(subject);
                draft.why.push("passive".into());
            } else {
                draft.initiators.extend(subject);
                draft.targets.extend(objects);
            }
            return;
        }
        _ => draft.initiators.extend(subject),
    }
    match draft.frame {
        Frame::Meet | Frame::Deal => draft.others.extend(objects),
        Frame::Move | Frame::Reach | Frame::Leave | Frame::Flee | Frame::Rally => {}
        Frame::Send => draft.others.extend(objects),
        _ => draft.targets.extend(objects),
    }
}

/// Actors after the verb that no preposition governs and that are not its subject.
fn objects(scope: Scope<'_, '_>, item: usize, subject: &[usize]) -> Actors {
    let end = scope.window_end(item);
    let mut out = Actors::new();
    for i in item + 1..end {
        let What::Actor(a) = scope.items[i].what else { continue };
        let governed = scope.items[i].proclitic().is_some() || scope.items[i - 1].prep().is_some();
        if !governed && !subject.contains(&a) && !scope.items[i].is_joined() {
            out.push(a);
        }
    }
    out
}

/// Is the subject of this verb of harm the one who suffers?
fn is_passive(
    scope: Scope<'_, '_>,
    item: usize,
    verb: VerbForm,
    subject: &[usize],
    objects: &[usize],
) -> bool {
    let reading = scope.reading;
    let token = &reading.text.tokens[scope.items[item].from];
    let written = token.span.of(reading.text.source);
    if written.chars().nth(1) == Some('\u{64F}') || written.chars().nth(2) == Some('\u{64F}') {
        return true;
    }
    let class = subject.first().map(|&a| reading.actors[a].class);
    if scope.trigger_frame(item) == Some(Frame::Hold) {
        return class == Some(ActorClass::Civilians);
    }
    let next_is_count = scope.items.get(item + 1).is_some_and(|i| matches!(i.what, What::Number(_)));
    let before = subject.first().is_some_and(|&a| reading.actors[a].tokens.start < scope.items[item].from);
    if before {
        return class == Some(ActorClass::Civilians) || (objects.is_empty() && !verb.is_first_person);
    }
    next_is_count || class == Some(ActorClass::Civilians) || objects.is_empty()
}

/// Who acts and who is acted upon, for a noun: from the verb that carries it and from what follows it.
fn noun_actors(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    let clause = scope.clause();
    let governor = clause.finite.filter(|f| f.item < item);
    if let Some(actor) = genitive(scope, item) {
        let all = coordinated(scope.reading, scope.items, scope.window_end(item), actor.1, actor.0);
        let civilians = scope.reading.actors[actor.0].class == ActorClass::Civilians;
        match draft.frame {
            Frame::Harm | Frame::Hold | Frame::Appoint | Frame::Damage | Frame::Lose | Frame::Repel => {
                draft.targets.extend(all);
            }
            Frame::Strike if civilians => draft.targets.extend(all),
            Frame::Rally if !civilians => draft.targets.extend(all),
            _ => draft.initiators.extend(all),
        }
    }
    if scope.items[item].has_pronoun
        && draft.initiators.is_empty()
        && governor.is_none_or(|g| g.cue.is_none())
    {
        draft.initiators.extend(pronoun_owner(scope, item));
    }
    let Some(governor) = governor else { return };
    let carries = match governor.cue {
        Some(Cue::Light) => true,
        Some(Cue::PassiveLight) => {
            draft.is_carried = true;
            if draft.targets.is_empty() && draft.frame != Frame::Take {
                draft.targets.extend(clause.subject.iter().copied());
            }
            return;
        }
        Some(Cue::Speech(_)) => true,
        Some(Cue::Plan | Cue::Hypothetical | Cue::Negation) => true,
        _ => {
            let harms = governor.trigger.is_some_and(|t| scope.trigger(t).frame == Frame::Harm);
            matches!(draft.frame, Frame::Fight | Frame::Strike) && governor.trigger.is_some() && !harms
        }
    };
    draft.is_carried |= matches!(governor.cue, Some(Cue::Light | Cue::Result | Cue::Plan | Cue::Speech(_)));
    if carries && draft.initiators.is_empty() {
        match draft.frame {
            Frame::Fall | Frame::Close => {}
            Frame::Lose => draft.targets.extend(clause.subject.iter().copied()),
            _ => draft.initiators.extend(clause.subject.iter().copied()),
        }
    }
}

/// Whom the pronoun on a verbal noun means: the last actor before it, else the subject of its clause.
fn pronoun_owner(scope: Scope<'_, '_>, item: usize) -> Vec<usize> {
    let before = scope.items[..item].iter().rev().find_map(|i| match i.what {
        What::Actor(a) if i.proclitic().is_none() => Some(a),
        _ => None,
    });
    before.map_or_else(|| scope.clause().subject.clone(), |a| vec![a])
}

/// The actor in the genitive after a noun, with its position in the items.
fn genitive(scope: Scope<'_, '_>, item: usize) -> Option<(usize, usize)> {
    let end = scope.clause().items.end;
    for i in item + 1..end.min(item + 4) {
        match scope.items[i].what {
            What::Actor(a) if scope.items[i].proclitic().is_none() => return Some((a, i)),
            What::Word | What::Quote => {}
            _ => return None,
        }
    }
    None
}

/// Actors that a preposition names: by whom, against whom, with whom, between whom.
fn side_actors(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    let end = scope.window_end(item);
    let mut prep: Option<Prep> = None;
    let mut i = item + 1;
    while i < end {
        let it = &scope.items[i];
        if let What::Actor(a) = it.what {
            let role = it.proclitic().or(prep);
            let known = draft.initiators.contains(&a) || draft.targets.contains(&a);
            if let (Some(role), false) = (role, known) {
                place_actor(scope, draft, role, i, a, end);
            }
        }
        match &it.what {
            What::Known(..) => prep = it.cues().iter().find_map(|c| prep_of(c.cue)).or(prep),
            What::Word | What::Quote => {}
            What::Actor(_) if prep == Some(Prep::Between) => {}
            _ => prep = None,
        }
        i += 1;
    }
}

fn prep_of(cue: Cue) -> Option<Prep> {
    match cue {
        Cue::Prep(p) => Some(p),
        _ => None,
    }
}

/// «a raid of the coalition»: the actor with a proclitic right after a noun of bombing does it.
fn of_the_doer(scope: Scope<'_, '_>, draft: &Draft, i: usize) -> bool {
    let follows = scope.items[i].proclitic() == Some(Prep::On)
        && i.checked_sub(1).is_some_and(|j| {
            scope.items[j].noun_trigger().is_some() || matches!(scope.items[j].what, What::Word)
        });
    follows && draft.is_noun && draft.frame == Frame::Strike && draft.initiators.is_empty()
}

fn place_actor(scope: Scope<'_, '_>, draft: &mut Draft, role: Prep, i: usize, a: usize, end: usize) {
    let all = || coordinated(scope.reading, scope.items, end, i, a);
    match role {
        Prep::By => {
            if draft.frame == Frame::Take || draft.frame == Frame::Fall || draft.initiators.is_empty() {
                draft.initiators = all().into_iter().collect();
            }
        }
        Prep::On if of_the_doer(scope, draft, i) => draft.initiators.extend(all()),
        Prep::Against | Prep::On => match draft.frame {
            Frame::Meet | Frame::Deal => draft.others.extend(all()),
            Frame::Enter | Frame::Take if draft.is_noun && draft.initiators.is_empty() => {
                draft.initiators.extend(all());
            }
            _ => draft.targets.extend(all()),
        },
        Prep::From if draft.frame == Frame::Take => draft.targets.extend(all()),
        Prep::From if draft.frame == Frame::Send && draft.is_noun && draft.initiators.is_empty() => {
            draft.initiators.extend(all());
        }
        Prep::From => draft.others.push(a),
        Prep::With => draft.others.extend(all()),
        Prep::Between => {
            let mut sides = all().into_iter();
            if draft.initiators.is_empty() {
                draft.initiators.extend(sides.next());
            }
            draft.others.extend(sides);
        }
        Prep::To | Prep::At | Prep::About => {}
    }
}

/// A place after a trigger, with the preposition that governs it and the list it stands in.
struct Found {
    place: usize,
    prep: Option<Prep>,
    list: usize,
}

/// The places of an event: the best governed list after its trigger, else before it in the clause.
fn places(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    let clause = scope.clause();
    let near = scope.window_end(item);
    let mut found = after(scope, item + 1, near, draft);
    if found.is_empty() && near < clause.items.end && !draft.points_back && !draft.has_vague_place {
        found = after(scope, near, clause.items.end, draft);
    }
    if draft.frame == Frame::Leave {
        let to = found.iter().find(|f| f.prep == Some(Prep::To)).map(|f| f.place);
        let from = found.iter().find(|f| f.prep != Some(Prep::To)).map(|f| f.list);
        draft.destination = to;
        match from {
            Some(list) => draft.places.extend(found.iter().filter(|f| f.list == list).map(|f| f.place)),
            None if to.is_some() && !draft.points_back => {
                draft.kind = EventKind::Deployment;
                draft.why.push("only where to is named: a deployment there".into());
                draft.places.extend(draft.destination.take());
            }
            None => {}
        }
        return;
    }
    if draft.frame == Frame::Deal {
        found.retain(|f| rank(Frame::Deal, f.prep) < 9);
    }
    if draft.frame == Frame::Take && !draft.has_vague_place && !draft.is_partial {
        // «took over the command in the city»: what is taken is not the place.
        found.retain(|f| f.prep != Some(Prep::At));
    }
    let best = found.iter().min_by_key(|f| rank(draft.frame, f.prep)).map(|f| f.list);
    if let Some(list) = best {
        draft.places.extend(found.iter().filter(|f| f.list == list).map(|f| f.place));
        return;
    }
    if draft.points_back || draft.has_vague_place {
        return;
    }
    draft.places.extend(free_place_before(scope, item));
    if draft.places.is_empty() {
        draft.places.extend(place_in_next_clause(scope));
    }
}

/// A place in the clause right after, when that clause tells no event of its own.
fn place_in_next_clause(scope: Scope<'_, '_>) -> Option<usize> {
    let next = scope.clauses.get(scope.c + 1)?;
    let continues = matches!(next.opener, Opener::Relative | Opener::Joined) && next.speech().is_none();
    let items = &scope.items[next.items.clone()];
    let tells = items.iter().any(|i| i.noun_trigger().is_some() || i.verb_trigger().is_some());
    if !continues || tells {
        return None;
    }
    items.iter().find_map(|i| match i.what {
        What::Place(p) => Some(p),
        _ => None,
    })
}

/// The last place before a trigger that no other trigger has a claim to.
fn free_place_before(scope: Scope<'_, '_>, item: usize) -> Option<usize> {
    let start = scope.clause().items.start;
    for i in (start..item).rev() {
        match scope.items[i].what {
            What::Place(p) => {
                let claimed = scope.items[start..i]
                    .iter()
                    .any(|b| b.noun_trigger().is_some() || b.verb_trigger().is_some());
                return (!claimed).then_some(p);
            }
            _ if scope.items[i].noun_trigger().is_some() => return None,
            _ => {}
        }
    }
    None
}

/// Which preposition fits a frame best; low is good.
fn rank(frame: Frame, prep: Option<Prep>) -> u8 {
    let order: &[Option<Prep>] = match frame {
        Frame::Take | Frame::Strike | Frame::Lose => {
            &[Some(Prep::On), None, Some(Prep::At), Some(Prep::To), Some(Prep::From)]
        }
        Frame::Enter => &[None, Some(Prep::To), Some(Prep::On), Some(Prep::At), Some(Prep::From)],
        Frame::Move | Frame::Send | Frame::Reach => &[Some(Prep::To), Some(Prep::At), None, Some(Prep::On)],
        Frame::Deal => &[Some(Prep::At), None],
        Frame::Flee => &[Some(Prep::From), Some(Prep::At), None, Some(Prep::To)],
        _ => &[Some(Prep::At), None, Some(Prep::On), Some(Prep::To)],
    };
    order.iter().position(|&p| p == prep).map_or(9, |p| p as u8)
}

/// All places in `from..to` with their prepositions, containers («in the countryside of …») left out.
fn after(scope: Scope<'_, '_>, from: usize, to: usize, draft: &mut Draft) -> Vec<Found> {
    let mut out: Vec<Found> = Vec::new();
    let mut prep: Option<Prep> = None;
    let mut since_place = usize::MAX;
    let mut has_comma = false;
    for i in from..to {
        let it = &scope.items[i];
        match &it.what {
            What::Place(p) => {
                let own = it.proclitic();
                let joined = it.affixes.has(Affixes::WA);
                let role = own.or(prep);
                let last = out.last();
                let listed = last.is_some()
                    && since_place <= 2
                    && (joined
                        || (has_comma && role.is_none() && last.is_some_and(|f| alike(scope, f.place, *p))));
                let contained = scope.reading.places[*p].is_qualifier && last.is_some()
                    || last.is_some()
                        && !joined
                        && (since_place == 0 && !has_comma || since_place <= 1 && role == Some(Prep::At));
                if contained {
                    draft.container = Some(*p);
                    since_place = 0;
                    prep = None;
                    continue;
                }
                let (row, role) = match last {
                    Some(f) if listed => (f.list, f.prep),
                    _ => (out.len(), role),
                };
                out.push(Found { place: *p, prep: role, list: row });
                since_place = 0;
                has_comma = false;
                prep = None;
                continue;
            }
            What::Comma => has_comma = true,
            What::Known(..) => {
                if let Some(p) = it.cues().iter().find_map(|c| prep_of(c.cue)) {
                    prep = Some(p);
                } else if it.is_cue(Cue::VaguePlace) {
                    draft.has_vague_place |= out.is_empty();
                } else if it.is_cue(Cue::Partial) {
                    draft.is_partial = true;
                } else if it.is_cue(Cue::There) || (it.is_cue(Cue::ThereFrom) && draft.frame == Frame::Leave)
                {
                    draft.points_back |= out.is_empty();
                }
                if it.proclitic().is_some() && prep.is_none() {
                    prep = it.proclitic();
                }
            }
            What::Actor(_) => prep = None,
            _ => {}
        }
        since_place = since_place.saturating_add(usize::from(!matches!(it.what, What::Comma | What::Quote)));
    }
    out
}

/// Are both places areas, or both not? Only such stand in one list without «and».
fn alike(scope: Scope<'_, '_>, a: usize, b: usize) -> bool {
    let kind = |p: usize| scope.reading.places[p].kind.is_area();
    kind(a) == kind(b)
}

/// Last touches that need the whole draft: who is no actor, what the quote covers.
fn settle(reading: &Reading<'_>, draft: &mut Draft) {
    let is_source = |a: &usize| reading.actors[*a].class == ActorClass::Source;
    draft.initiators.retain(|a| !is_source(a));
    draft.targets.retain(|a| !is_source(a));
    draft.others.retain(|a| !is_source(a));
    let initiators = draft.initiators.clone();
    draft.targets.retain(|a| !initiators.contains(a));
    let taken: Vec<usize> = initiators.iter().chain(&draft.targets).copied().collect();
    draft.others.retain(|a| !taken.contains(a));
    refine_kind(reading, draft);
    draft.is_partial |= draft.places.iter().any(|&p| reading.places[p].is_part);
}

/// What the actors and the place make of a kind: civilians who are sent away flee, attackers who reach
/// the edge of a place advance, an official who arrives visits.
fn refine_kind(reading: &Reading<'_>, draft: &mut Draft) {
    let class = |a: &usize| reading.actors[*a].class;
    let all = |list: &Actors, wanted: ActorClass| !list.is_empty() && list.iter().all(|a| class(a) == wanted);
    let is_partial = draft.is_partial || draft.places.iter().any(|&p| reading.places[p].is_part);
    let government = draft.initiators.iter().any(|&a| {
        reading.actors[a].faction.is_some_and(|f| reading.knowledge.conflict.faction(f).is_government)
    });
    let is_country = |p: &usize| reading.places[*p].kind == PlaceKind::Country;
    if draft.frame == Frame::Appoint
        || (draft.kind == EventKind::Advance
            && draft.is_noun
            && !draft.is_weak
            && draft.places.iter().all(is_country))
    {
        draft.places.clear();
    }
    let country = draft.places.first().is_some_and(|&p| reading.places[p].kind == PlaceKind::Country);
    if draft.frame == Frame::Enter && country && draft.is_weak && draft.kind == EventKind::Advance {
        draft.kind = EventKind::Deployment;
    }
    let fights_own = matches!(draft.frame, Frame::Fight | Frame::Harm)
        && draft.initiators.iter().any(|&a| draft.targets.iter().any(|&b| are_friends(reading, a, b)));
    let is_site = draft.places.iter().any(|&p| !reading.places[p].kind.is_area());
    match draft.frame {
        Frame::Fight | Frame::Harm if fights_own => draft.kind = EventKind::Infighting,
        Frame::Send | Frame::Move | Frame::Reach | Frame::Leave
            if all(&draft.others, ActorClass::Civilians) && draft.frame == Frame::Send
                || all(&draft.initiators, ActorClass::Civilians) =>
        {
            draft.kind = EventKind::Displacement;
        }
        Frame::Reach
            if (is_partial || is_site) && all(&draft.initiators, ActorClass::Armed) && !government =>
        {
            let attacks = draft.initiators.iter().any(|&a| {
                reading.actors[a].faction.is_some_and(|f| reading.knowledge.conflict.faction(f).holds_ground)
            });
            if attacks {
                draft.kind = EventKind::Advance;
            }
        }
        Frame::Move | Frame::Reach | Frame::Leave
            if draft.initiators.iter().any(|&a| {
                matches!(class(&a), ActorClass::Person | ActorClass::State) && !reading.actors[a].is_commander
            }) =>
        {
            draft.kind = EventKind::Diplomacy;
        }
        _ => {}
    }
}

/// Are both of one faction, or of factions that fight side by side?
fn are_friends(reading: &Reading<'_>, a: usize, b: usize) -> bool {
    let (Some(x), Some(y)) = (reading.actors[a].faction, reading.actors[b].faction) else { return false };
    let conflict = &reading.knowledge.conflict;
    let armed = |i: usize| matches!(reading.actors[i].class, ActorClass::Armed | ActorClass::Person);
    let allied = conflict.faction(x).allies.contains(&y) || conflict.faction(y).allies.contains(&x);
    armed(a) && armed(b) && conflict.faction(x).holds_ground && (x == y || allied)
}
