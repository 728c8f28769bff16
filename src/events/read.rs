//! From mentions to drafts, sentence by sentence.

use super::EventKind;
use super::attach::{attach, date_tolls, share_places};
use super::clause::{Clause, Opener, clauses, finite_at, is_state};
use super::draft::{Draft, Scope, draft};
use super::item::{Item, What, items};
use super::reading::{ActorClass, PlaceHit, Reading};
use super::speech::statements;
use super::stance::{contents, stance};
use super::told::{has_commentator, holds, is_untold_act};
use super::toll::tolls;
use super::when::date_of;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::{Frame, TriggerForm, WordForm};
use crate::text::Affixes;

/// All drafts of an article in the order of the text, hypothetical ones too.
pub(super) fn drafts(reading: &Reading<'_>) -> Vec<Draft> {
    let mut out: Vec<Draft> = Vec::new();
    let mut voice = Voice::default();
    let mut last = Subject::default();
    for s in 0..reading.sentences.len() {
        let mut found = sentence(reading, s, &out, (&mut voice, &mut last));
        out.append(&mut found);
    }
    name_takers(reading, &mut out);
    out
}

/// Triggers that tell a state («places that X controls») and so are no event: their tokens and kinds.
pub(super) fn states(reading: &Reading<'_>) -> Vec<((usize, usize), EventKind)> {
    let mut out = Vec::new();
    for sentence in &reading.sentences {
        let items = items(reading, sentence.tokens.start, sentence.tokens.end);
        if items.is_empty() {
            continue;
        }
        for clause in clauses(reading, &items) {
            let lasts = |f: &super::clause::Finite| f.trigger.is_some_and(|t| t.need.is_none());
            let state = clause.finite.filter(|f| lasts(f) && is_state(reading, &clause, f));
            let Some(finite) = state else { continue };
            let trigger = finite.trigger.map(|t| &reading.knowledge.triggers.all[t.trigger as usize]);
            let item = &items[finite.item];
            out.extend(
                trigger.and_then(|t| EventKind::from_word(&t.kind)).map(|kind| ((item.from, item.to), kind)),
            );
        }
    }
    out
}

/// The drafts of one sentence.
fn sentence(
    reading: &Reading<'_>,
    s: usize,
    before: &[Draft],
    (voice, last): (&mut Voice, &mut Subject),
) -> Vec<Draft> {
    let tokens = reading.sentences[s].tokens.clone();
    if asks(reading, tokens.end) {
        return Vec::new();
    }
    let items = items(reading, tokens.start, tokens.end);
    if items.is_empty() {
        return Vec::new(); // marks that say nothing
    }
    let clauses = clauses(reading, &items);
    let contents = contents(&items, &clauses);
    let comments = voice.comments(&items, &clauses);
    let mut out: Vec<Draft> = Vec::new();
    for c in 0..clauses.len() {
        let scope = Scope { reading, items: &items, clauses: &clauses, c };
        for i in clauses[c].items.clone() {
            let Some(form) = trigger_at(reading, &items, &clauses[c], i) else { continue };
            let Some(mut found) = draft(scope, i, form, s) else { continue };
            found.stance = stance(scope, &contents, i);
            found.date = date_of(scope, &contents, i);
            found.is_dependent = matches!(clauses[c].opener, Opener::Relative | Opener::Subordinate);
            found.is_relative = clauses[c].opener == Opener::Relative;
            found.is_armed = found.initiators.iter().any(|&a| reading.actors[a].class == ActorClass::Armed);
            found.quote = quote(scope, i, &found);
            let speech = found.stance.content_of.or(clauses[c].speech().map(|_| c));
            found.stance.is_comment = speech.is_some_and(|s| comments[s]);
            include_places(reading, &items, i, &mut found);
            count_as_strike(&items, i, &mut found, out.last());
            found.is_own_act = is_own_act(scope, &found);
            out.push(found);
        }
    }
    name_doers(&items, &clauses, &mut out);
    join_strikes(&clauses, &mut out);
    join_closures(&mut out);
    for i in 0..out.len() {
        let (told, rest) = out.split_at_mut(i);
        if let Some(draft) = rest.first_mut() {
            object_places(reading, draft, told);
            look_back(reading, draft, before, last);
        }
    }
    last.note(reading, s, &clauses);
    let tolls = tolls(reading, tokens.start, tokens.end);
    attach(reading, &mut out, tolls, s);
    date_tolls(reading, &mut out, &items);
    share_places(reading, &mut out);
    name_followers(reading, &mut out);
    out.retain(|d| (holds(reading, d) || is_untold_act(d)) && !d.is_own_act && !is_recalled_loss(d));
    for draft in &mut out {
        go_on(draft, before);
        stay_in_place(reading, draft, before);
    }
    let scope = Scope { reading, items: &items, clauses: &clauses, c: 0 };
    let mut said = statements(scope, &contents, &out, s);
    for statement in &mut said {
        let scope = Scope { c: statement.clause, ..scope };
        let verb = clauses[statement.clause].finite.map_or(0, |f| f.item);
        statement.date = date_of(scope, &contents, verb);
    }
    out.append(&mut said);
    out.sort_by_key(|d| d.trigger);
    out
}

/// «regained the villages that it had lost»: the main verb tells it.
fn is_recalled_loss(draft: &Draft) -> bool {
    draft.frame == Frame::Lose && draft.is_relative && draft.has_object
}

/// Does the sentence end as a question?
fn asks(reading: &Reading<'_>, end: usize) -> bool {
    (end.saturating_sub(2)..end).any(|i| matches!(reading.text.fold_at(i), "\u{61F}" | "?"))
}

/// «an attack, which the factions launched»: the doer of a noun told before.
fn name_doers(items: &[Item], clauses: &[Clause], out: &mut [Draft]) {
    for (c, clause) in clauses.iter().enumerate() {
        let Some(finite) = clause.finite.filter(|f| f.cue == Some(Cue::Light)) else { continue };
        if !items[finite.item].has_pronoun || clause.subject_from.is_some() {
            continue;
        }
        let told = out.iter_mut().rev().find(|d| {
            d.clause <= c
                && d.trigger.0 < items[finite.item].from
                && d.is_noun
                && d.initiators.is_empty()
                && matches!(d.frame, Frame::Fight | Frame::Strike)
        });
        if let Some(draft) = told {
            draft.initiators.extend(clause.subject.iter().copied());
            draft.is_carried = true;
        }
    }
}

/// «the airport closed and all flights were cancelled» is one closure.
fn join_closures(out: &mut Vec<Draft>) {
    let first = out.iter().position(|d| d.frame == Frame::Close);
    let mut at = 0;
    out.retain(|d| {
        let keep = d.frame != Frame::Close || first == Some(at) || !d.initiators.is_empty();
        at += 1;
        keep
    });
}

/// «an air raid that hit the market»: the verb goes on telling of the noun before it.
fn join_strikes(clauses: &[Clause], out: &mut Vec<Draft>) {
    for i in (1..out.len()).rev() {
        let (noun, verb) = (&out[i - 1], &out[i]);
        let same = noun.frame == Frame::Strike
            && verb.frame == Frame::Strike
            && noun.is_noun
            && !verb.is_noun
            && verb.clause <= noun.clause + 1
            && clauses[verb.clause].opener != Opener::Start
            && clauses[verb.clause].finite.is_none_or(|_| {
                clauses[verb.clause].subject_from.is_some() || clauses[verb.clause].subject.is_empty()
            });
        if same {
            let verb = out.remove(i);
            let noun = &mut out[i - 1];
            if noun.places.is_empty() || !verb.places.is_empty() {
                noun.places = verb.places;
            }
            noun.targets.extend(verb.targets);
            noun.is_carried = true;
            noun.quote = (noun.quote.0.min(verb.quote.0), noun.quote.1.max(verb.quote.1));
            noun.date = noun.date.or(verb.date);
        }
    }
}

/// «shells fell», «dead fell»: what falls is no place.
fn falls_otherwise(reading: &Reading<'_>, items: &[Item], i: usize, finite: &super::clause::Finite) -> bool {
    let falls = finite
        .trigger
        .is_some_and(|t| reading.knowledge.triggers.all[t.trigger as usize].frame == Frame::Fall);
    let bombs = |t: TriggerForm| reading.knowledge.triggers.all[t.trigger as usize].frame == Frame::Strike;
    falls
        && items.get(i + 1).is_some_and(|n| {
            n.noun_trigger().is_some_and(bombs) || matches!(n.what, What::Number(_) | What::Actor(_))
        })
}

/// The trigger form that item `i` is read as; nothing for a state or a word that is no trigger here.
/// Acts told in one breath («shelling and strikes») are one; the first word names the kind.
fn is_absorbed(reading: &Reading<'_>, items: &[Item], i: usize, form: TriggerForm) -> bool {
    let bombs = |f: Frame| matches!(f, Frame::Strike | Frame::Fight);
    let frame_of = |t: TriggerForm| reading.knowledge.triggers.all[t.trigger as usize].frame;
    if form.form != WordForm::Noun || !bombs(frame_of(form)) || !items[i].is_joined() {
        return false;
    }
    let before = items[i.saturating_sub(3)..i].iter().rev();
    before
        .take_while(|b| matches!(b.what, What::Word | What::Known(..)) && b.prep().is_none())
        .any(|b| b.noun_trigger().is_some_and(|t| bombs(frame_of(t))))
}

/// «regained control of»: the noun is the object of a verb of its own family and tells nothing more.
fn is_object_of_its_like(
    reading: &Reading<'_>,
    items: &[Item],
    clause: &Clause,
    i: usize,
    form: TriggerForm,
) -> bool {
    let all = &reading.knowledge.triggers.all;
    let frame = all[form.trigger as usize].frame;
    let Some(verb) = clause.finite.filter(|f| f.item < i) else { return false };
    let Some(governor) = verb.trigger.map(|t| all[t.trigger as usize].frame) else { return false };
    let near = (verb.item + 1..i).all(|j| !matches!(items[j].what, What::Place(_) | What::Comma));
    let takes = |f: Frame| matches!(f, Frame::Take | Frame::Lose);
    near && ((takes(frame) && takes(governor))
        || (frame == Frame::Strike && governor == frame && i == verb.item + 1))
}

/// A noun of control is a state («under the control of») unless a verb of becoming carries it.
fn is_bare_state(
    reading: &Reading<'_>,
    items: &[Item],
    clause: &Clause,
    i: usize,
    form: TriggerForm,
) -> bool {
    let trigger = &reading.knowledge.triggers.all[form.trigger as usize];
    let a = items[i].affixes;
    let to_control = trigger.is_state && a.has(Affixes::LI) && !a.has(Affixes::AL);
    let from_control = trigger.is_state
        && i.checked_sub(1).is_some_and(|j| items[j].is_cue(Cue::Prep(Prep::From)) && !a.has(Affixes::AL));
    (trigger.needs_became && !clause.has_become()) || to_control || from_control
}

fn trigger_at(reading: &Reading<'_>, items: &[Item], clause: &Clause, i: usize) -> Option<TriggerForm> {
    let item = &items[i];
    let verb = finite_at(items, i).filter(|f| f.trigger.is_some());
    if let Some(finite) = verb {
        let imperfect = finite.verb.tense == crate::text::inflect::Tense::Imperfect;
        if clause.has_was && imperfect {
            return None;
        }
        let there = items.get(i + 1).is_some_and(|n| n.is_cue(Cue::There));
        if is_state(reading, clause, &finite) && (there || !reading.text_is_headline(item.from)) {
            return None;
        }
        if finite.verb.is_first_person || falls_otherwise(reading, items, i, &finite) {
            return None;
        }
        return finite.trigger;
    }
    let form = item.noun_trigger()?;
    let within = i.checked_sub(1).is_some_and(|j| items[j].is_cue(Cue::Within));
    let in_name = i.checked_sub(1).is_some_and(|j| match items[j].what {
        What::Actor(a) => reading.actors[a].class == ActorClass::Source,
        _ => false,
    });
    let names_speaker = clause.speech().is_some()
        && clause.finite.is_some_and(|f| f.item < i && i - f.item <= 2)
        && matches!(items[i - 1].what, What::Word);
    let falls = reading.knowledge.triggers.all[form.trigger as usize].frame == Frame::Fall
        && items.get(i + 1).is_some_and(|n| {
            n.noun_trigger().is_some() || matches!(n.what, What::Number(_))
        });
    let judged = clause.finite.is_some_and(|f| f.item < i && f.cue == Some(Cue::Judge));
    let skipped = within
        || falls
        || judged
        || names_speaker
        || in_name
        || is_absorbed(reading, items, i, form)
        || is_object_of_its_like(reading, items, clause, i, form)
        || is_bare_state(reading, items, clause, i, form);
    (!skipped).then_some(form)
}

/// The words that carry the act: trigger, the actors around it, the first place.
fn quote(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> (usize, usize) {
    let clause = scope.clause();
    let (mut from, mut to) = draft.trigger;
    let lo = scope.items[clause.items.start].from;
    let hi = scope.items[clause.items.end - 1].to;
    let reading = scope.reading;
    let parts = draft.initiators.iter().chain(&draft.targets).map(|&a| &reading.actors[a].tokens);
    let places = draft.places.first().map(|&p| &reading.places[p].tokens);
    for tokens in parts.chain(places) {
        if tokens.start >= lo && tokens.end <= hi {
            (from, to) = (from.min(tokens.start), to.max(tokens.end));
        }
    }
    if let Some(f) = clause.finite.filter(|f| f.item < item && draft.is_carried) {
        from = from.min(scope.items[f.item].from);
    }
    (from, to)
}

/// «wide areas …, among them the cities of X and Y»: the places are those named after «among them».
fn include_places(reading: &Reading<'_>, items: &[Item], item: usize, draft: &mut Draft) {
    let unnamed = draft.places.is_empty() && (draft.has_vague_place || draft.is_partial);
    if !unnamed || !matches!(draft.frame, Frame::Take | Frame::Enter | Frame::Lose | Frame::Strike) {
        return;
    }
    let includes = |i: &Item| {
        let particle = reading.knowledge.actors.words.longest_at(&reading.text, i.from);
        let inner = i.is_cue(Cue::Within) || i.is_cue(Cue::Prep(crate::knowledge::status::Prep::Between));
        (inner && i.has_pronoun) || particle.is_some_and(|m| m.value.particle.is_some_and(|p| p.including))
    };
    let Some(at) = (item + 1..items.len()).find(|&i| includes(&items[i])) else { return };
    let mut place = None;
    for (gap, it) in items[at + 1..].iter().enumerate() {
        match it.what {
            What::Place(_) if place.is_none() && gap > 2 => return,
            What::Place(p) if !reading.places[p].is_qualifier => {
                draft.places.push(p);
                place = Some(p);
            }
            What::Place(_) | What::Comma | What::Quote => {}
            _ if place.is_some() => break,
            _ => {}
        }
    }
    if place.is_some() {
        draft.why.push("places named as some of those meant".into());
    }
}

/// «entered it»: the object is the place, or the list of places, told last before the verb.
fn object_places(reading: &Reading<'_>, draft: &mut Draft, told: &[Draft]) {
    let takes_place = matches!(draft.frame, Frame::Take | Frame::Enter | Frame::Lose | Frame::Leave);
    if !draft.places.is_empty() {
        return;
    }
    let site = told.iter().rev().find(|d| d.places.iter().any(|&p| !reading.places[p].kind.is_area()));
    if let Some(site) = site.filter(|_| draft.points_back && draft.is_noun) {
        draft.places.push(site.places[0]);
        draft.why.push("object pronoun: the place told before it".into());
    }
    if !draft.has_object || !takes_place || !draft.places.is_empty() {
        return;
    }
    let list = told.last().filter(|d| d.places.len() > 1 && !draft.is_relative);
    if let Some(list) = list {
        draft.places.clone_from(&list.places);
        draft.why.push("object pronoun: the places told before it".into());
        return;
    }
    let sentence = reading.sentences[draft.sentence].tokens.start;
    let own = last_place(reading, draft.trigger.0).filter(|&p| reading.places[p].tokens.start >= sentence);
    draft.places.extend(own);
    draft.points_back |= own.is_none();
}

/// Resolves «there» and a missing taker from what was told before.
fn look_back(reading: &Reading<'_>, draft: &mut Draft, before: &[Draft], last: &Subject) {
    act_on(reading, draft, last);
    if draft.places.is_empty() && draft.points_back {
        let sentence = reading.sentences[draft.sentence].tokens.start;
        let told = before.iter().rev().take(8).find(|d| !d.places.is_empty() && d.sentence < draft.sentence);
        let told = told
            .filter(|d| draft.sentence - d.sentence <= 2)
            .map(|d| d.container.filter(|_| is_last_of_list(d, before)).unwrap_or(d.places[0]));
        let own =
            last_place(reading, draft.trigger.0).filter(|&p| reading.places[p].tokens.start >= sentence);
        let relative = draft.is_relative.then_some(own).flatten();
        let own_site = own.filter(|&p| !reading.places[p].kind.is_area());
        if let Some(p) = relative.or(own_site).or(told).or(own).or_else(|| last_place(reading, draft.trigger.0)) {
            draft.places.push(p);
            draft.why.push("«there»: the last place named before".into());
        }
    }
    let takes = matches!(draft.kind, EventKind::Capture | EventKind::Retake | EventKind::Advance);
    if takes && draft.initiators.is_empty() {
        let reach = if draft.frame == Frame::Lose { 60 } else { 6 };
        let winner = before.iter().rev().take(reach).find(|d| {
            matches!(d.kind, EventKind::Capture | EventKind::Advance)
                && !d.initiators.is_empty()
                && draft.sentence - d.sentence <= if draft.frame == Frame::Lose { 40 } else { 4 }
        });
        if let Some(winner) = winner {
            draft.initiators.clone_from(&winner.initiators);
            draft.why.push("taker named before".into());
        }
    }
    let leaves = draft.frame == Frame::Leave && draft.is_noun && draft.initiators.is_empty();
    if leaves {
        let mover = before.iter().rev().take(4).find(|d| d.frame == Frame::Leave && !d.initiators.is_empty());
        if let Some(mover) = mover.filter(|d| draft.sentence - d.sentence <= 2) {
            draft.initiators.clone_from(&mover.initiators);
            draft.why.push("leaver named before".into());
        }
    }
    let unsided = draft.kind == EventKind::Clash && draft.is_carried && draft.initiators.is_empty();
    if unsided && draft.targets.is_empty() && draft.others.is_empty() {
        let attacker =
            before.iter().rev().take(4).find(|d| {
                matches!(d.kind, EventKind::Capture | EventKind::Advance) && !d.initiators.is_empty()
            });
        if let Some(attacker) = attacker.filter(|d| draft.sentence - d.sentence <= 3) {
            draft.initiators.clone_from(&attacker.initiators);
            draft.why.push("attacker named before".into());
        }
    }
    turn_by_side(reading, draft);
}

/// Whoever bombed in the sentence before goes on bombing; whoever took the place frees the prisoners.
fn go_on(draft: &mut Draft, before: &[Draft]) {
    if !draft.initiators.is_empty() {
        return;
    }
    let gap = |d: &Draft| draft.sentence - d.sentence;
    let same = |d: &&Draft| match draft.kind {
        EventKind::AirStrike | EventKind::Shelling => d.frame == Frame::Strike && gap(d) <= 3,
        EventKind::Clash if draft.targets.is_empty() && draft.others.is_empty() => {
            let fights = matches!(d.frame, Frame::Fight | Frame::Enter | Frame::Take);
            fights && gap(d) <= 3
        }
        EventKind::Release => matches!(d.kind, EventKind::Capture) && draft.sentence - d.sentence <= 12,
        _ => false,
    };
    let told = before.iter().rev().find(|d| same(d) && !d.initiators.is_empty());
    if let Some(told) = told {
        draft.initiators.clone_from(&told.initiators);
        draft.why.push("doer named before".into());
    }
}

/// Fighting, fire and tolls told without a place happen where the sentence before them put the story, in
/// the same paragraph.
fn stay_in_place(reading: &Reading<'_>, draft: &mut Draft, before: &[Draft]) {
    let stays = matches!(
        draft.kind,
        EventKind::Clash
            | EventKind::AirStrike
            | EventKind::Shelling
            | EventKind::Casualties
            | EventKind::Infighting
            | EventKind::Defence
            | EventKind::Attack
            | EventKind::Detention
    );
    if !stays || !draft.places.is_empty() || draft.has_vague_place || draft.points_back {
        return;
    }
    let paragraph = |s: usize| reading.sentences[s].paragraph;
    let is_site = |d: &&Draft| {
        let talks = matches!(
            d.kind,
            EventKind::Statement | EventKind::Diplomacy | EventKind::Leadership | EventKind::Agreement
        );
        !talks && d.places.iter().any(|&p| reading.places[p].kind != crate::knowledge::PlaceKind::Country)
    };
    let told = before.iter().rev().take(6).find(is_site);
    let told = told.filter(|d| {
        let gap = draft.sentence - d.sentence;
        gap <= 1 || (gap <= 3 && paragraph(d.sentence) == paragraph(draft.sentence))
    });
    if let Some(told) = told {
        draft.places.push(told.container.filter(|_| told.places.len() > 1).unwrap_or(told.places[0]));
        draft.why.push("no place named: where the sentence before happened".into());
    }
}

/// Who acted last, from sentence to sentence.
#[derive(Default)]
struct Subject {
    sentence: usize,
    actors: Vec<usize>,
}

impl Subject {
    /// Takes in the subjects of a sentence.
    fn note(&mut self, reading: &Reading<'_>, sentence: usize, clauses: &[Clause]) {
        let acts = |c: &&Clause| c.subject_from.is_none() && c.speech().is_none() && c.finite.is_some();
        let subjects = clauses.iter().filter(acts).map(|c| &c.subject);
        let named = subjects.filter(|s| {
            s.iter().any(|&a| matches!(reading.actors[a].class, ActorClass::Armed | ActorClass::Person))
        });
        if let Some(actors) = named.last() {
            self.sentence = sentence;
            self.actors.clone_from(actors);
        }
    }
}

/// A verb without any subject goes on telling of whoever acted in the sentences before.
fn act_on(reading: &Reading<'_>, draft: &mut Draft, last: &Subject) {
    let acts = matches!(
        draft.frame,
        Frame::Take | Frame::Enter | Frame::Leave | Frame::Move | Frame::Reach | Frame::Repel | Frame::Send
    );
    let near = draft.sentence - last.sentence <= 2;
    if draft.acts_on && acts && near && draft.initiators.is_empty() {
        draft.initiators.extend(last.actors.iter().copied());
        draft.is_armed = draft.initiators.iter().any(|&a| reading.actors[a].class == ActorClass::Armed);
        if !last.actors.is_empty() {
            draft.why.push("acts on from the sentence before".into());
        }
    }
}

/// Who leaves makes room for whoever takes places in the same sentence.
fn name_followers(reading: &Reading<'_>, drafts: &mut [Draft]) {
    let taker = drafts
        .iter()
        .find(|d| matches!(d.kind, EventKind::Capture | EventKind::Advance) && !d.initiators.is_empty());
    let Some(taker) = taker.map(|d| d.initiators.clone()) else { return };
    let faction = |a: &usize| reading.actors[*a].faction;
    let ours = taker.first().and_then(faction);
    for draft in drafts.iter_mut().filter(|d| d.kind == EventKind::Withdrawal && d.others.is_empty()) {
        if draft.initiators.first().and_then(faction) != ours {
            draft.others.clone_from(&taker);
        }
    }
}

/// Whoever took the place that a side left made it leave.
fn name_takers(reading: &Reading<'_>, drafts: &mut [Draft]) {
    let place_of = |d: &Draft| d.places.first().and_then(|&p| reading.places[p].place);
    let takers: Vec<_> = drafts
        .iter()
        .filter(|d| {
            let takes = matches!(d.kind, EventKind::Capture | EventKind::Retake | EventKind::Advance);
            takes && !d.initiators.is_empty() && d.stance.modality <= super::Modality::Claimed
        })
        .filter_map(|d| Some((place_of(d)?, d.initiators.clone())))
        .collect();
    let faction = |a: &usize| reading.actors[*a].faction;
    for draft in drafts.iter_mut().filter(|d| d.kind == EventKind::Withdrawal && d.others.is_empty()) {
        let ours = draft.initiators.first().and_then(faction);
        let taker = takers.iter().find(|(place, who)| {
            Some(*place) == place_of(draft) && who.first().and_then(faction) != ours
        });
        if let Some((_, who)) = taker {
            draft.others.clone_from(who);
            draft.why.push("followed by whoever took the place".into());
        }
    }
}

/// Does the draft name several places, so that «there» means what holds them all?
fn is_last_of_list(draft: &Draft, _before: &[Draft]) -> bool {
    draft.places.len() > 1
}

/// A capture by the government is a retake, a retake by anybody else a capture.
fn turn_by_side(reading: &Reading<'_>, draft: &mut Draft) {
    let Some(id) = draft.initiators.first().and_then(|&a| reading.actors[a].faction) else { return };
    let faction = reading.knowledge.conflict.faction(id);
    let (government, holds_ground) = (faction.is_government, faction.holds_ground);
    match draft.kind {
        EventKind::Capture if government && draft.frame != Frame::Lose => draft.kind = EventKind::Retake,
        EventKind::Retake if !government && holds_ground => draft.kind = EventKind::Capture,
        _ => {}
    }
}

/// The last place named before token `at`.
fn last_place(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let end = reading.places.partition_point(|p: &PlaceHit| p.tokens.start < at);
    end.checked_sub(1)
}

/// Who speaks, over several sentences.
#[derive(Default)]
struct Voice {
    /// Is it someone who only comments?
    is_comment: bool,
}

impl Voice {
    /// For each clause of speech, whether a commentator speaks; who is not named speaks on.
    fn comments(&mut self, items: &[Item], clauses: &[Clause]) -> Vec<bool> {
        let mut out = Vec::with_capacity(clauses.len());
        for (c, clause) in clauses.iter().enumerate() {
            if clause.speech().is_some() {
                let end = clauses.get(c + 1).map_or(clause.items.end, |n| n.items.end);
                let verb = clause.finite.map_or(clause.items.start, |f| f.item);
                let names_nobody = items[verb + 1..clause.items.end]
                    .iter()
                    .all(|i| !matches!(i.what, What::Word | What::Actor(_) | What::Known(..)));
                if has_commentator(&items[clause.items.start..end]) {
                    self.is_comment = true;
                } else if !(names_nobody && clause.subject.is_empty()) {
                    self.is_comment = false;
                }
            }
            out.push(self.is_comment);
        }
        out
    }
}

/// «… strikes, among them 23 attacks on the city»: counted attacks are of the kind told before.
fn count_as_strike(items: &[Item], i: usize, draft: &mut Draft, before: Option<&Draft>) {
    let counted = i.checked_sub(1).is_some_and(|j| matches!(items[j].what, What::Number(_)));
    let Some(before) = before.filter(|b| b.frame == Frame::Strike) else { return };
    if counted && draft.frame == Frame::Fight && draft.is_noun && draft.clause.abs_diff(before.clause) <= 1 {
        draft.kind = before.kind;
        draft.initiators.clone_from(&before.initiators);
        draft.targets.clone_from(&before.targets);
        draft.why.push("counted among the strikes before it".into());
    }
}

/// Does a side only speak of what it is doing, without place or day? That is a statement.
fn is_own_act(scope: Scope<'_, '_>, draft: &Draft) -> bool {
    let Some(speech) = draft.stance.content_of else { return false };
    let speaker = &scope.clauses[speech].subject;
    let is_imperfect =
        scope.clause().finite.is_some_and(|f| f.verb.tense == crate::text::inflect::Tense::Imperfect);
    let same = !speaker.is_empty() && draft.initiators.iter().all(|a| speaker.contains(a));
    let nowhere = draft.places.is_empty() && !draft.points_back && !draft.has_vague_place;
    !draft.is_noun && is_imperfect && same && nowhere
}
