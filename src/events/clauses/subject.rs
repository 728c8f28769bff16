//! Whose act the verb of a clause tells: who stands before it, after it, or in the clause before.

use super::active::goes_on_killing;
use super::as_for::as_for;
use super::behind_verb::after_verb;
use super::clause::{Clause, Opener};
use super::gender::{agrees, in_agreement};
use super::item::{Item, What};
use super::latter::latter;
use super::meant::{described_by, is_bare_object, is_part_of, moves_convoy, one_of_many, opens_with_pronoun};
use super::of_noun::{is_of_noun_before, speaks_unknown};
use super::topic::{behind_object, waiting_topic};
use super::without::counts_object;
use crate::events::acts::aside::ends_in_pronoun;
use crate::events::acts::columns::column_before;
use crate::events::acts::draft::{Draft, Scope};
use crate::events::acts::hits::tells_of_strike;
use crate::events::acts::plane_hit::is_downed;
use crate::events::acts::strangers::{act_on_named, done_by_strangers, repelled_by_unknown};
use crate::events::doers::fallen::kills_somebody;
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::events::voices::bulletin::first_person;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;
use crate::text::inflect::Tense;

/// The subject of clause `c`, and the clause it was taken over from.
pub(in crate::events) fn subject(
    reading: &Reading<'_>,
    items: &[Item],
    clauses: &[Clause],
    c: usize,
) -> (Vec<usize>, Option<usize>) {
    let clause = &clauses[c];
    let Some(finite) = clause.finite else { return (of_unknown_verb(reading, items, clause), None) };
    if let Some((speakers, from)) = first_person(reading, items, clauses, c) {
        return (speakers, Some(from));
    }
    if let Some(topic) = as_for(reading, items, clauses, c) {
        return (vec![topic], c.checked_sub(1));
    }
    if opens_with_pronoun(reading, items, clause, finite.item)
        || goes_on_killing(reading, items, clauses, c)
        || meets_on(reading, items, clauses, c)
    {
        return take_over(reading, items, clauses, c);
    }
    let named_last = || latter(reading, items, clause, finite.item);
    if let Some(doer) = described_by(reading, items, clause, finite.item).or_else(named_last) {
        return (vec![doer], None);
    }
    if let Some(doers) = behind_object(reading, items, clause) {
        return (doers, None);
    }
    let before = before_verb(reading, items, clause, finite.item);
    let killed = before.iter().any(|&a| reading.actors[a].class == ActorClass::Civilians);
    if !killed && tells_of_strike(reading, items, clause, finite) {
        return (Vec::new(), None);
    }
    if before.is_empty() && act_on_named(reading, items, clause, finite.item) {
        return (Vec::new(), None);
    }
    if before.is_empty() && speaks_unknown(reading, items, clause) {
        return (Vec::new(), None);
    }
    let topic = before.first().is_some_and(|&a| is_topic(reading, items, clause, finite.item, a));
    let counted = counts_object(reading, items, clause);
    let after = if topic || counted || (finite.verb.is_plural && !finite.verb.is_feminine) {
        Vec::new()
    } else {
        in_agreement(reading, items, &finite, after_verb(reading, items, clause, finite.item))
    };
    let waits = if before.is_empty() { waiting_topic(reading, items, clauses, c) } else { None };
    // «X, which …, arrested five civilians»: X waits for its verb, and nobody else would act.
    let harmed = after.iter().all(|&a| reading.actors[a].class == ActorClass::Civilians);
    if let Some(topic) = waits.filter(|_| harmed) {
        return (topic, None);
    }
    if !after.is_empty() {
        return (after, None);
    }
    // «they refused»: many, and no single person or state.
    let one = |a: &usize| reading.actors[*a].class == ActorClass::Person || reading.actors[*a].is_land;
    let many = finite.verb.is_plural && !finite.verb.is_feminine && !finite.verb.is_first_person;
    let single = before.len() == 1 && before.iter().all(one);
    let many_of_one = many && single && finite.verb.tense == Tense::Perfect;
    if !before.is_empty() && !many_of_one {
        return (before, None);
    }
    if clause.opener == Opener::Relative {
        let head = head_before(items, clause.items.start);
        return (head.into_iter().collect(), None);
    }
    let ahead = &items[clause.items.start..finite.item];
    let counted = ahead.iter().any(|i| matches!(i.what, What::Number(_)));
    let downed = is_downed(reading, items, clause, finite.item);
    let convoy = moves_convoy(reading, ahead, finite.trigger.map(|t| reading.frame_of(t)));
    if clause.opener == Opener::That && (counted || downed || convoy || opens_with_stranger(reading, ahead)) {
        // Somebody, though nobody known: but a column has an owner.
        let column = column_before(reading, items, clause.items.start, finite.item);
        return (column.unwrap_or_default(), None);
    }
    if is_done_by_nobody_named(reading, items, clauses, c) {
        return (Vec::new(), None);
    }
    take_over(reading, items, clauses, c)
}

/// Did whoever the verb of clause `c` tells of, and nobody who was named before, do it: a stranger, what fell or went off, what
/// stands right before a bare verb?
fn is_done_by_nobody_named(reading: &Reading<'_>, items: &[Item], clauses: &[Clause], c: usize) -> bool {
    let clause = &clauses[c];
    let Some(finite) = clause.finite else { return false };
    if kills_somebody(reading, items, clauses, c)
        || repelled_by_unknown(reading, items, clause, finite.item)
        || done_by_strangers(reading, items, clause)
    {
        return true;
    }
    let is_about_unknown = finite.item + 1 < clause.items.end
        && matches!(items[finite.item + 1].what, What::Word)
        && !is_accusative(reading, &items[finite.item + 1])
        && !finite.verb.is_plural
        && clause.opener != Opener::That;
    if is_about_unknown && finite.trigger.is_some_and(|_| !items[finite.item].is_joined()) {
        return true;
    }
    // «X entered Y, while shells fell on Z»: nobody who was named before is told to have fired.
    let noun = || items.get(finite.item + 1).and_then(Item::noun_trigger);
    let strikes = finite.trigger.or_else(noun).is_some_and(|t| reading.frame_of(t) == Frame::Strike);
    strikes && items[finite.item].is_cue(Cue::GoesOff) || is_of_noun_before(reading, items, clause)
}

/// «visited X, where he met Y», «reached X and met Y»: with one name behind a verb of meeting, whoever came met them.
fn meets_on(reading: &Reading<'_>, items: &[Item], clauses: &[Clause], c: usize) -> bool {
    let clause = &clauses[c];
    let meets = clause.finite.filter(|f| {
        f.trigger.is_some_and(|t| t.need.is_none() && reading.frame_of(t) == Frame::Meet)
            && !items[f.item].has_pronoun
            && f.item <= clause.items.start + 1
    });
    let came = c.checked_sub(1).map(|p| &clauses[p]).is_some_and(|p| {
        let moves =
            |f: Frame| matches!(f, Frame::Meet | Frame::Reach | Frame::Move | Frame::Enter | Frame::Leave);
        let person = |a: &usize| matches!(reading.actors[*a].class, ActorClass::Person | ActorClass::State);
        p.finite.and_then(|f| f.trigger).is_some_and(|t| moves(reading.frame_of(t)))
            && p.subject.iter().any(person)
    });
    let Some(verb) = meets.filter(|_| came && matches!(clause.opener, Opener::Joined | Opener::Subordinate))
    else {
        return false;
    };
    let Some([met, rest @ ..]) = items.get(verb.item + 1..clause.items.end) else { return false };
    let named = |i: &Item| matches!(i.what, What::Actor(_)) && !i.is_joined();
    let placed = rest.first().is_some_and(|i| matches!(i.what, What::Place(_)) && i.prep().is_none());
    let with = rest.iter().any(|i| i.is_cue(Cue::Prep(Prep::With)));
    named(met) && met.affixes.is_empty() && !placed && !with && !rest.iter().any(named)
}

/// «that drones attacked X»: does an indefinite noun stand right behind «that», which is neither the speaker's own nor
/// made definite by the word behind it («the air arm»)?
fn opens_with_stranger(reading: &Reading<'_>, ahead: &[Item]) -> bool {
    const ONE: char = '\u{647}';
    let [that, noun, then @ ..] = ahead else { return false };
    let definite = |n: &Item| reading.text.is_definite(n.from);
    // «said that a drone had struck X»: it may be the speaker's own.
    let flies = reading.text.fold_at(noun.from).ends_with(ONE)
        && reading.knowledge.triggers.lists.air.longest_at(&reading.text, noun.from).is_some();
    let own = ends_in_pronoun(reading, noun.from) || flies;
    let act =
        noun.noun_trigger().is_some_and(|t| matches!(reading.frame_of(t), Frame::Strike | Frame::Fight));
    let whole = then.first().is_some_and(|n| n.what == What::Word && definite(n));
    that.is_cue(Cue::That)
        && (noun.what == What::Word || act)
        && noun.affixes.is_empty()
        && !(own || whole || definite(noun))
}

/// «headed south», «left secretly»: an indefinite accusative is no subject.
pub(in crate::events) fn is_accusative(reading: &Reading<'_>, item: &Item) -> bool {
    const ACCUSATIVE: char = '\u{627}';
    const OF_LAND: &str = "\u{64A}\u{627}";
    let word = reading.text.fold_at(item.from);
    let long = word.chars().count() >= 4;
    long && word.ends_with(ACCUSATIVE) && !word.ends_with(OF_LAND) && !reading.text.is_definite(item.from)
}

/// «Iran backed …»: the actor right after an unknown word that opens a clause, which may be its verb.
fn of_unknown_verb(reading: &Reading<'_>, items: &[Item], clause: &Clause) -> Vec<usize> {
    let opens = matches!(clause.opener, Opener::Start | Opener::Joined);
    match items[clause.items.clone()].first_chunk() {
        Some([verb, Item { what: What::Actor(a), affixes, .. }])
            if opens && is_unread(verb) && *affixes == Affixes::default() =>
        {
            coordinated(reading, items, clause.items.end, clause.items.start + 1, *a)
        }
        _ => before_unknown_verb(reading, items, clause).unwrap_or_default(),
    }
}

/// «but X came back (and took it)»: X, alone with a verb that nothing knows.
fn before_unknown_verb(reading: &Reading<'_>, items: &[Item], clause: &Clause) -> Option<Vec<usize>> {
    const WORDS: usize = 3;
    let start = clause.items.start;
    let opener = items.get(start).filter(|i| i.is_cue(Cue::Contrast) || i.is_cue(Cue::That));
    let at = start + 1;
    let rest = items.get(at..clause.items.end).filter(|_| opener.is_some())?;
    // «but the latter came back».
    if let Some(named_last) = latter(reading, items, clause, at + 1).filter(|_| rest.iter().all(is_unread)) {
        return Some(vec![named_last]);
    }
    let [Item { what: What::Actor(a), .. }, ..] = rest else { return None };
    let words = rest.iter().rev().take_while(|i| is_unread(i) && i.prep().is_none()).count();
    let named = rest[..rest.len() - words].iter().all(|i| matches!(i.what, What::Actor(_)));
    let told = (1..=WORDS).contains(&words) && named && rest[0].proclitic().is_none();
    told.then(|| coordinated(reading, items, clause.items.end, at, *a))
}

/// A word that nothing knows, or of which nothing stayed («came back», without the words that it needs).
fn is_unread(item: &Item) -> bool {
    match &item.what {
        What::Word => true,
        What::Known => item.triggers().is_empty() && item.cues().is_empty(),
        _ => false,
    }
}

/// Is the word at item `i` an indefinite accusative with «of» behind it?
pub(super) fn is_number_of(reading: &Reading<'_>, items: &[Item], i: usize) -> bool {
    items.get(i + 1).is_some_and(|n| n.is_cue(Cue::Prep(Prep::From))) && is_accusative(reading, &items[i])
}

/// Does the actor stand at the head of the clause with nothing that parts it from the verb at `verb`?
fn is_topic(reading: &Reading<'_>, items: &[Item], clause: &Clause, verb: usize, actor: usize) -> bool {
    let from = reading.actors[actor].tokens.start;
    let Some(at) = (clause.items.start..verb).find(|&i| items[i].from == from) else { return false };
    // «that a group of gunmen attacked».
    let part = at > 0 && is_part_of(reading, items, clause, at - 1, actor);
    let first = at <= clause.items.start + 1 || part;
    let parted = items[at..verb].iter().any(|i| matches!(i.what, What::Comma | What::Stop));
    first && !parted
}

/// A subject named before, of the gender of the verb: the speaker for «that they …», else the subject of the clause before.
fn take_over(
    reading: &Reading<'_>,
    items: &[Item],
    clauses: &[Clause],
    c: usize,
) -> (Vec<usize>, Option<usize>) {
    let wanted = clauses[c].opener;
    let mut nearest = None;
    // «…, as X announced»: who is quoted does nothing else.
    let quoted =
        |p: usize| clauses[p].items.start.checked_sub(1).is_some_and(|j| items[j].is_cue(Cue::According));
    // «attacked areas (that) Y controls, and took X»: a relative clause without its pronoun.
    let describes = |p: usize| {
        let own = &clauses[p].items;
        let vague = own.start.checked_sub(1).is_some_and(|j| items[j].is_cue(Cue::VaguePlace));
        vague && !items[own.start].is_joined() && items[own.clone()].iter().any(|i| i.is_cue(Cue::There))
    };
    for p in (0..c).rev() {
        if quoted(p) || describes(p) {
            continue;
        }
        if clauses[p].opener == Opener::Relative && wanted != Opener::Relative {
            continue;
        }
        if clauses[p].subject.is_empty() {
            continue;
        }
        if let Some(one) = one_of_many(reading, items, clauses, c, p) {
            return (vec![one], Some(p));
        }
        if clauses[c].finite.is_none_or(|verb| agrees(reading, &verb, &clauses[p].subject)) {
            return (clauses[p].subject.clone(), Some(p));
        }
        nearest = nearest.or(Some(p));
    }
    (nearest.map_or_else(Vec::new, |p| clauses[p].subject.clone()), nearest)
}

/// The actor at item `at` and those joined to it by «and», a comma or in apposition.
pub(in crate::events) fn coordinated(
    reading: &Reading<'_>,
    items: &[Item],
    end: usize,
    at: usize,
    first: usize,
) -> Vec<usize> {
    let mut out = vec![first];
    let mut i = at + 1;
    let mut gap = 0;
    while i < end && gap < 2 {
        let item = &items[i];
        match item.what {
            // «the soldiers arrested the minister of X and Y»: whom they arrested, and one more.
            What::Actor(a) if gap == 0 && i == at + 1 && is_bare_object(reading, item, first, a) => break,
            What::Actor(a) if item.is_joined() || gap > 0 => {
                if reading.actors[a].class != ActorClass::Source && item.is_joined() {
                    out.push(a);
                }
                gap = 0;
            }
            What::Actor(_) => {}
            What::Comma | What::Quote => gap += 1,
            _ => break,
        }
        i += 1;
    }
    out
}

/// The subject that stands before its verb: the first free actor of the clause.
fn before_verb(reading: &Reading<'_>, items: &[Item], clause: &Clause, verb: usize) -> Vec<usize> {
    if let Some(actor) = joined_before(items, clause, verb) {
        return vec![actor];
    }
    let mut i = clause.items.start;
    while i < verb {
        if let What::Actor(a) = items[i].what {
            let governed = items[i].proclitic().is_some()
                || i.checked_sub(1).is_some_and(|j| {
                    let source = items[j].is_cue(Cue::According) && !items[j].is_cue(Cue::That);
                    let governs = items[j].prep().is_some() && !items[j].is_cue(Cue::That);
                    let part = is_part_of(reading, items, clause, j, a);
                    j >= clause.items.start && (governs && !part || source)
                });
            // «as for the fighters in X, some have left»: the topic, parted from its clause by a comma.
            let topic = i <= clause.items.start + 2
                && items[i].affixes.has(Affixes::LI)
                && items[i..verb].iter().any(|c| c.what == What::Comma);
            if !governed || topic {
                return coordinated(reading, items, verb, i, a);
            }
        }
        i += 1;
    }
    Vec::new()
}

/// «X accepts a truce and Y takes Z», the first verb unknown: the one joined by «and» right before a verb of one in the
/// present tense, with other words before it.
fn joined_before(items: &[Item], clause: &Clause, verb: usize) -> Option<usize> {
    let finite = clause.finite.filter(|f| f.item == verb)?;
    let [before @ .., last, subject] = items.get(clause.items.start..verb)? else { return None };
    let one = finite.verb.tense == Tense::Imperfect && !finite.verb.is_plural && !items[verb].is_joined();
    let other = matches!(last.what, What::Word | What::Known) && last.prep().is_none();
    let unread = before.iter().any(|i| i.what == What::Word);
    match subject.what {
        What::Actor(a) if one && other && unread && subject.affixes == Affixes::WA => Some(a),
        _ => None,
    }
}

/// The actor that a relative clause speaks of.
fn head_before(items: &[Item], start: usize) -> Option<usize> {
    items[start.saturating_sub(5)..start].iter().rev().find_map(Item::actor)
}

/// «the forces are now two kilometres from X»: who stands before a noun that a verb of becoming carries.
pub(in crate::events) fn became_near(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> Option<usize> {
    let needs = scope.items[item].noun_trigger().is_some_and(|t| scope.trigger(t).needs_became);
    let start = scope.clause().items.start;
    let open = needs && draft.frame == Frame::Enter && draft.initiators.is_empty();
    (start..item).filter(|_| open).rev().find_map(|i| match scope.items[i].what {
        What::Actor(a) if scope.items[i].proclitic().is_none() => Some(a),
        _ => None,
    })
}

/// «drove the soldiers to mutiny»: who stands right before «to» mutinies.
pub(in crate::events) fn incited(scope: Scope<'_, '_>, item: usize) -> Option<usize> {
    let on = &scope.items[item.checked_sub(1)?];
    // «drove the people of the village to flight».
    // «the rebels were forced on Friday to withdraw».
    let passed = |i: &Item| match &i.what {
        What::Date(_) => true,
        What::Known => i.triggers().is_empty() && i.cues().iter().all(|c| c.cue == Cue::May),
        _ => false,
    };
    let there = |i: &&Item| (!i.is_cue(Cue::There) || i.prep().is_some()) && !passed(i);
    let mut before = scope.items.get(scope.clause().items.start..item - 1)?.iter().rev().filter(there);
    let last = before.next()?;
    // «drove the people of X to flight».
    let of_place = matches!(last.what, What::Place(_)) && last.affixes.is_empty();
    let before = if of_place { before.next()? } else { last };
    match before.what {
        What::Actor(a) if on.is_cue(Cue::Prep(Prep::On)) || on.is_cue(Cue::Prep(Prep::To)) => Some(a),
        _ => None,
    }
}
