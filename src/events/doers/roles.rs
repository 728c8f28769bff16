//! Who acts, who is acted upon and who takes part otherwise: from voice, order and particles.

use super::accused_of::{lay_to_accused, lay_to_accused_of};
use super::announced::announced_doer;
use super::beside_act::{is_its_word, names_doer, took_before};
use super::enabled::{enabled, helped_or_sharing};
use super::forced::forced;
use super::from_whom::from_whom;
use super::its_owner::{leaves_of_another, pronoun_owner};
use super::launched::{launches, succeeds, take_launcher};
use super::owned::{is_backer, is_owned, of_owner};
use super::submitted::{back_in_control, submitted_to};
use super::told_next::told_without_verb;
use crate::events::acts::aimed_at::is_aimed_at;
use crate::events::acts::aside::{accused, is_laid, part_from_subject};
use crate::events::acts::draft::{Actors, Draft, Scope};
use crate::events::acts::falls::{into_hands, into_their_hands};
use crate::events::acts::hits::{act_and_object, act_as_subject};
use crate::events::acts::masdar_object::{is_of_site, needs_object, object_behind};
use crate::events::acts::spot::is_any;
use crate::events::acts::strangers::{is_behind_subject, is_object_of_strangers};
use crate::events::clauses::active::{
    doers_before, is_hollow_active, is_passive, is_told_twice, kills_on, suffers,
};
use crate::events::clauses::clause::{Finite, Opener};
use crate::events::clauses::item::{Item, What, behind_source};
use crate::events::clauses::subject::coordinated;
use crate::events::mentions::reading::ActorClass;
use crate::knowledge::status::{Cue, Prep, Speech};
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;
use crate::text::inflect::VerbForm;

/// Who acts and who is acted upon, for a finite verb.
pub(in crate::events) fn verb_actors(scope: Scope<'_, '_>, item: usize, verb: VerbForm, draft: &mut Draft) {
    let clause = scope.clause();
    let subject = clause.subject.clone();
    let objects = objects(scope, item, &subject);
    let carried = clause.finite.is_some_and(|f| f.item == item);
    let marches = draft.frame == Frame::Rally && clause.subject_from.is_some();
    let subject = if carried && !marches { subject } else { Vec::new() };
    // With words before it, the actor behind the verb is not the one who acts.
    let follows = |subject: &[usize]| {
        let start = subject.first().map(|&a| scope.reading.actors[a].tokens.start);
        start.is_some_and(|start| start > scope.items[item].to)
    };
    match draft.frame {
        Frame::Lose => draft.targets.extend(subject),
        Frame::Enter | Frame::Fight if suffers(scope, item, verb, &subject) => draft.targets.extend(subject),
        Frame::Take if objects.is_empty() && is_ousted(scope, item) => {
            draft.targets.extend(subject);
            draft.why.push("passive".into());
            return;
        }
        // «unknown men hit the car of X».
        Frame::Strike | Frame::Fight
            if follows(&subject) && is_object_of_strangers(scope, item, &subject)
                || is_behind_subject(scope, item, &subject) =>
        {
            draft.targets.extend(subject);
        }
        Frame::Fall => {
            let hands = || submitted_to(scope, item).into_iter().collect::<Vec<_>>();
            let taken = into_hands(scope, item).or_else(|| into_their_hands(scope, item));
            draft.initiators.extend(taken.or_else(|| back_in_control(scope, item)).unwrap_or_else(hands));
        }
        Frame::Harm | Frame::Hold => {
            let twice = !verb.is_feminine
                && !is_hollow_active(scope, item, verb)
                && is_told_twice(scope, item, &subject, &objects);
            let is_passive = twice || is_passive(scope, item, verb, &subject, &objects);
            // «unknown men assassinated X»: X, with words before it, is not the one who acts.
            let strangers = is_hollow_active(scope, item, verb) && follows(&subject);
            if let Some(doers) = doers_before(scope, item) {
                draft.targets.extend(subject.into_iter().filter(|a| !doers.contains(a)));
                let more = objects.into_iter().filter(|a| !doers.contains(a) && !draft.targets.contains(a));
                let more: Actors = more.collect();
                draft.targets.extend(more);
                draft.initiators.extend(doers);
            } else if strangers {
                draft.targets.extend(subject);
            } else if let Some(attacks) = kills_on(scope, item).filter(|_| is_passive) {
                draft.initiators.extend(subject.into_iter().filter(|_| attacks));
            } else if is_passive {
                let nobody = subject.is_empty();
                draft.targets.extend(subject);
                // «a raid that killed ten»: those behind the verb.
                draft.targets.extend(objects.into_iter().filter(|_| nobody));
                draft.why.push("passive".into());
            } else {
                draft.initiators.extend(subject);
                draft.targets.extend(objects);
            }
            return;
        }
        _ => draft.initiators.extend(subject),
    }
    if let Some(act) = act_as_subject(scope, item).filter(|_| draft.initiators.is_empty()) {
        draft.initiators.extend(of_owner(scope, act)); // «a raid of X hit»
        act_and_object(scope, act, draft);
        return;
    }
    match draft.frame {
        Frame::Move | Frame::Reach | Frame::Leave | Frame::Flee | Frame::Rally => {}
        Frame::Meet | Frame::Deal | Frame::Send => draft.others.extend(objects),
        _ => draft.targets.extend(objects),
    }
}

/// «X was driven out of PLACE»: a verb of taking whose first place is where somebody is driven from.
fn is_ousted(scope: Scope<'_, '_>, item: usize) -> bool {
    let end = scope.window_end(item);
    let expels = scope.items[item].verb_trigger().is_some_and(|(t, _)| scope.trigger(t).expels);
    let place = (item + 1..end).find(|&i| matches!(scope.items[i].what, What::Place(_)));
    // «they were driven out of it».
    let next = scope.items.get(item + 1).is_some_and(|n| n.is_cue(Cue::ThereFrom));
    // «the troops drove it out of X»: with an object it is no passive.
    expels
        && !scope.items[item].has_pronoun
        && (next || place.is_some_and(|i| scope.items[i - 1].is_cue(Cue::Prep(Prep::From))))
}

/// Actors after the verb that no preposition governs and that are not its subject.
fn objects(scope: Scope<'_, '_>, item: usize, subject: &[usize]) -> Actors {
    let end = scope.window_end(item);
    let mut out = Actors::new();
    let mut source = 0;
    for i in item + 1..end {
        if scope.items[i].is_cue(Cue::According) {
            source = behind_source(scope.items, i, end); // whose word it is
        }
        if i < source {
            continue;
        }
        let What::Actor(a) = scope.items[i].what else { continue };
        // «except for the quarters held by X».
        let beside = &scope.items[item + 1..i];
        let aside = beside.iter().rev().take_while(|n| n.what != What::Comma);
        let aside = aside.into_iter().any(|n| n.is_cue(Cue::Prep(Prep::About)));
        let governed = aside || scope.items[i].proclitic().is_some() || scope.items[i - 1].prep().is_some();
        let things = &scope.reading.knowledge.triggers.lists.flags; // «the flag of X»
        let flag = things.longest_at(&scope.reading.text, scope.items[i - 1].from).is_some();
        let apart = flag || is_backer(scope.items, i);
        // «arrested the minister of X and the minister of Y»: one more right behind the object.
        let after = |n: &Item| n.actor().is_some_and(|b| out.contains(&b));
        let more = scope.items[i].affixes == Affixes::WA && after(&scope.items[i - 1]);
        if !governed && !apart && !subject.contains(&a) && (more || !scope.items[i].is_joined()) {
            out.push(a);
        }
    }
    out
}

/// «the clashes that grew fierce with X in Y»: a relative clause whose verb carries the noun names the other side.
fn fought_with(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    let Some(next) = scope.clauses.get(scope.c + 1) else { return };
    let carries = next.finite.is_some_and(|f| f.cue == Some(Cue::Light) && f.trigger.is_none());
    // «fierce clashes that broke out in X between Y and Z»: an indefinite noun takes the verb alone.
    let alone =
        next.opener == Opener::Joined && !scope.items[next.items.start].is_joined() && !draft.is_definite;
    let words = || {
        let between = scope.items[item + 1..next.items.start.max(item + 1)].iter();
        between.map(|i| &i.what).all(|w| *w == What::Word)
    };
    let behind = next.opener == Opener::Relative && next.items.start == item + 1;
    if draft.frame != Frame::Fight || !carries || !(behind || alone && words()) {
        return;
    }
    draft.is_carried = true;
    for (i, pair) in scope.items[next.items.clone()].windows(2).enumerate() {
        let What::Actor(a) = pair[1].what else { continue };
        let at = next.items.start + i + 1;
        let sides = || coordinated(scope.reading, scope.items, next.items.end, at, a);
        if pair[0].is_cue(Cue::Prep(Prep::With)) {
            draft.others.extend(sides());
        } else if pair[0].is_cue(Cue::Prep(Prep::Between)) && draft.initiators.is_empty() {
            let mut sides = sides().into_iter();
            draft.initiators.extend(sides.next());
            draft.others.extend(sides);
        }
    }
}

/// The verb that governs the noun at `item`, of its clause or of the one that it goes on with. «An attack that X launched …,
/// and the operation goes on»: what such a verb carries is told by its pronoun.
fn governor_of(scope: Scope<'_, '_>, item: usize) -> Option<Finite> {
    let clause = scope.clause();
    let resumed = || clause.resumes.and_then(|main| scope.clauses[main].finite);
    let carries_it = |f: &Finite| f.cue == Some(Cue::Light) && scope.items[f.item].has_pronoun;
    clause.finite.or_else(resumed).filter(|f| f.item < item && !carries_it(f))
}

/// Who acts and who is acted upon, for a noun: from the verb that carries it and from what follows it.
pub(in crate::events) fn noun_actors(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    let clause = scope.clause();
    let governor = governor_of(scope, item);
    if let Some(actor) = genitive(scope, item) {
        let all = coordinated(scope.reading, scope.items, scope.window_end(item), actor.1, actor.0);
        genitive_role(scope, item, actor, all, draft);
    } else if draft.frame == Frame::Strike {
        draft.initiators.extend(of_owner(scope, item)); // «with shelling by the planes of X»
    }
    if draft.initiators.is_empty() {
        draft.initiators = from_whom(scope, item, draft);
    }
    if lay_to_accused_of(scope, item, draft) {
        return;
    }
    own_doers(scope, item, governor, draft);
    announced_doer(scope, item, governor, draft);
    if draft.frame == Frame::Take && draft.initiators.is_empty() {
        draft.initiators.extend(governor.and_then(|g| back_in_control(scope, g.item)).unwrap_or_default());
    }
    fought_with(scope, item, draft);
    let Some(governor) = governor else {
        told_without_verb(scope, item, draft);
        return;
    };
    let intends = matches!(governor.cue, Some(Cue::Plan | Cue::Hypothetical | Cue::Speech(Speech::Demand)));
    let from = governor.item.max(item.saturating_sub(2));
    if intends && scope.items[from..item].iter().any(|i| i.is_cue(Cue::After)) {
        return; // «seeks help after an attack»: who seeks did not attack
    }
    if governor.cue == Some(Cue::Speech(Speech::Accuse)) {
        lay_to_accused(scope, item, governor, draft);
        draft.is_carried = true;
        return;
    }
    // «confirmed that X had come under shelling from Y»: who speaks is no part of it.
    let told = governor.cue == Some(Cue::PassiveLight)
        && clause.subject_from.is_some_and(|p| p + 1 == scope.c && scope.clauses[p].speech().is_some());
    let carries = match governor.cue {
        _ if told => {
            draft.is_carried = true;
            return;
        }
        // «X bombed … and the village came under shelling»: whoever acted before acts on.
        Some(Cue::PassiveLight)
            if scope.items[item].affixes.has(Affixes::LI)
                && clause.subject_from.is_some_and(|_| clause.resumes.is_none()) =>
        {
            true
        }
        Some(Cue::PassiveLight) => {
            undergone_by(scope, item, draft);
            return;
        }
        // «brought down a plane during raids on X»: who does bombs nobody.
        Some(Cue::Light) if governor.trigger.is_some_and(|t| scope.trigger(t).frame == Frame::Repel) => {
            does_beside(scope, item, governor, draft)
        }
        Some(Cue::Light | Cue::Speech(_) | Cue::Plan | Cue::Hypothetical | Cue::Negation | Cue::Judge) => {
            true
        }
        Some(Cue::Became) => draft.frame == Frame::Enter,
        _ => does_beside(scope, item, governor, draft),
    };
    took_before(scope, item, governor, draft);
    draft.is_carried |= matches!(governor.cue, Some(Cue::Light | Cue::Result | Cue::Plan | Cue::Speech(_)));
    let open = draft.initiators.is_empty() && (carries || draft.frame == Frame::Harm);
    if open && !part_from_subject(scope, item, governor, draft) && carries {
        carried_doers(scope, item, governor, draft);
    }
}

/// «X came under shelling»: a noun that its subject undergoes.
fn undergone_by(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    let clause = scope.clause();
    draft.is_carried = true;
    // «…, while fighting took place between X and Y»: whoever acted before is not fought.
    let between = |i: &Item| i.is_cue(Cue::Prep(Prep::Between));
    let names_both = draft.frame == Frame::Fight
        && clause.subject_from.is_some()
        && scope.items[item + 1..scope.window_end(item)].iter().any(between);
    if draft.targets.is_empty() && draft.frame != Frame::Take && !names_both {
        let land = |a: &usize| scope.reading.actors[*a].is_land;
        // «X repelled them, and three tanks were destroyed and those in them killed»: not X.
        // «a man was hurt, while the villages came under fire»: nor he.
        let hurt = |a: &usize| scope.reading.actors[*a].class == ActorClass::Civilians;
        let other =
            draft.frame == Frame::Harm || draft.frame == Frame::Strike && clause.subject.iter().all(hurt);
        let on = other && clause.subject_from.is_some();
        let subject = clause.subject.iter().copied().filter(|_| !on);
        draft.targets.extend(subject.filter(|a| !land(a)));
    }
}

/// Does the subject of a verb that tells an act of its own do what the noun tells, too?
fn does_beside(scope: Scope<'_, '_>, item: usize, governor: Finite, draft: &mut Draft) -> bool {
    let harms = governor.trigger.is_some_and(|t| scope.trigger(t).frame == Frame::Harm);
    let leaves =
        governor.trigger.is_some_and(|t| matches!(scope.trigger(t).frame, Frame::Leave | Frame::Flee));
    let bombs = draft.frame == Frame::Strike;
    // «repelled a rocket attack of X»: who repels does not bomb.
    let repels = governor.trigger.is_some_and(|t| scope.trigger(t).frame == Frame::Repel);
    // «repelled, with raids and shelling, an attack»: what the repeller does it with.
    let with = |i: &Item| i.noun_trigger().is_some() && i.proclitic() == Some(Prep::At);
    let means = scope.items[item.saturating_sub(2)..item].iter().any(with);
    let means = with(&scope.items[item]) || scope.items[item].is_joined() && means;
    let repels = repels && !means;
    draft.is_carried |= bombs && repels;
    (bombs && !repels || draft.frame == Frame::Fight)
        && governor.trigger.is_some()
        && !harms
        && !(bombs && leaves)
}

/// Whether the actor in the genitive of a noun, with those joined to it, does it or suffers it.
fn genitive_role(
    scope: Scope<'_, '_>,
    item: usize,
    actor: (usize, usize),
    all: Vec<usize>,
    draft: &mut Draft,
) {
    let civilians = scope.reading.actors[actor.0].class == ActorClass::Civilians;
    if let Some(object) = object_behind(scope, item, actor.1, draft) {
        draft.initiators.extend(all);
        draft.targets.extend(object);
        return;
    }
    match draft.frame {
        // «an Israeli campaign of arrests».
        Frame::Hold if names_doer(scope, item, actor.0) => draft.initiators.extend(all),
        // «the repelling by X of an attack»: with its object behind, X repels.
        Frame::Repel if takes_object(scope, actor.1) => draft.initiators.extend(all),
        Frame::Harm | Frame::Hold | Frame::Appoint | Frame::Damage | Frame::Lose | Frame::Repel => {
            draft.targets.extend(all);
        }
        Frame::Strike
            if civilians || scope.reading.is_position(actor.0) || is_killed(scope, item, actor.0) =>
        {
            draft.targets.extend(all);
        }
        // «the targeting of fighters of X in Y»: aimed at, unless an object of theirs stands behind.
        Frame::Strike if is_aimed_at(scope, item, actor.1) => draft.targets.extend(all),
        // «the expulsion of X from Y».
        _ if scope.items[item].noun_trigger().is_some_and(|t| scope.trigger(t).expels) => {
            draft.targets.extend(all);
        }
        // «the pursuit of the remnants of X»: the word that the noun needs names whom it is done to.
        Frame::Fight if needs_object(scope, item) => draft.targets.extend(all),
        // «the taking of the headquarters of X»: whose it was.
        Frame::Take | Frame::Enter if is_of_site(scope, item, actor.1) => draft.targets.extend(all),
        Frame::Rally if !civilians => draft.targets.extend(all),
        // «X launched the operation "Y"»: the name of the operation is no side.
        Frame::Fight if is_launched(scope, item) => {
            draft.initiators.extend(scope.clause().subject.iter().copied());
        }
        _ => draft.initiators.extend(all),
    }
}

/// «a raid killed a leader of X», verb first: the indefinite noun behind the raid is whom it killed.
fn is_killed(scope: Scope<'_, '_>, item: usize, actor: usize) -> bool {
    const OBJECT: [&str; 2] = ["\u{627}", "\u{64A}\u{646}"];
    let hit = &scope.reading.actors[actor];
    let harms =
        |f: &Finite| f.item + 1 == item && f.trigger.is_some_and(|t| scope.trigger(t).frame == Frame::Harm);
    let word = scope.reading.text.fold_at(hit.tokens.start);
    let one =
        !scope.reading.text.is_definite(hit.tokens.start) && OBJECT.iter().any(|end| word.ends_with(end));
    one && scope.clause().finite.as_ref().is_some_and(harms)
}

/// Is it an operation that the subject of the clause launches, with the verb before its noun?
fn is_launched(scope: Scope<'_, '_>, item: usize) -> bool {
    let clause = scope.clause();
    let named = scope.items[item].noun_trigger().is_some_and(|t| scope.trigger(t).needs_name);
    let fights = |a: &usize| matches!(scope.reading.actors[*a].class, ActorClass::Armed | ActorClass::State);
    named && clause.finite.is_some_and(|f| launches(&f, item)) && clause.subject.iter().any(fights)
}

/// Who the noun itself or what stands beside it names: its pronoun, who launched it, whom it drove.
fn own_doers(scope: Scope<'_, '_>, item: usize, governor: Option<Finite>, draft: &mut Draft) {
    if scope.items[item].has_pronoun
        && !draft.has_object
        && draft.initiators.is_empty()
        && (governor.is_none_or(|g| g.cue.is_none() || g.cue == Some(Cue::Became))
            || leaves_of_another(scope, item, draft))
    {
        let owner = pronoun_owner(scope, item);
        // «its loss of X»: who has X no more; «met their death», «after his abduction».
        let suffers = matches!(draft.frame, Frame::Lose | Frame::Harm | Frame::Hold);
        let side = if suffers { &mut draft.targets } else { &mut draft.initiators };
        side.extend(owner);
    }
    // «with the launching by X of raids on Y», «of X's coming to an understanding with Y».
    let deal = draft.frame == Frame::Deal;
    let to = usize::from(deal && item > 0 && scope.items[item - 1].is_cue(Cue::Prep(Prep::To)));
    let counted = usize::from(item > 0 && matches!(scope.items[item - 1].what, What::Number(_)));
    let begun = item.checked_sub(2 + to + counted).map(|j| (&scope.items[j], &scope.items[j + 1]));
    if let Some((begin, Item { what: What::Actor(a), .. })) = begun.filter(|_| draft.initiators.is_empty())
        && begin.is_cue(Cue::Begin)
        && (deal || matches!(draft.frame, Frame::Strike | Frame::Fight))
    {
        draft.initiators.push(*a);
        draft.is_carried = true;
    }
    if matches!(draft.frame, Frame::Take | Frame::Enter | Frame::Repel) && draft.initiators.is_empty() {
        draft.initiators.extend(succeeds(scope, item));
        if draft.initiators.is_empty() {
            draft.initiators = enabled(scope, item);
        }
        if draft.initiators.is_empty() {
            draft.initiators = helped_or_sharing(scope, item);
        }
    }
    take_launcher(scope, item, draft);
    if matches!(draft.frame, Frame::Rout | Frame::Leave | Frame::Flee) && draft.initiators.is_empty() {
        draft.initiators.extend(forced(scope, item));
        draft.is_carried |= draft.frame != Frame::Rout && !draft.initiators.is_empty();
    }
}

/// The subject of the verb that carries the noun, as far as it does what the noun tells.
fn carried_doers(scope: Scope<'_, '_>, item: usize, governor: Finite, draft: &mut Draft) {
    let clause = scope.clause();
    match draft.frame {
        // «X announced the closure of its airspace».
        Frame::Close if matches!(governor.cue, Some(Cue::Speech(_))) => {
            let state = |a: &usize| scope.reading.actors[*a].class == ActorClass::State;
            draft.initiators.extend(clause.subject.iter().copied().filter(state));
        }
        Frame::Fall | Frame::Close => {}
        // «the agency announced the flight of»: who speaks does not flee.
        Frame::Flee if matches!(governor.cue, Some(Cue::Speech(_))) && !scope.items[item].has_pronoun => {}
        Frame::Lose => draft.targets.extend(clause.subject.iter().copied()),
        _ => draft.initiators.extend(clause.subject.iter().copied()),
    }
}

/// Does a noun of attacking stand right behind item `at`, bare, as the object of the noun before?
fn takes_object(scope: Scope<'_, '_>, at: usize) -> bool {
    scope.items.get(at + 1).is_some_and(|i| {
        let attacks =
            i.noun_trigger().is_some_and(|t| matches!(scope.trigger(t).frame, Frame::Fight | Frame::Enter));
        // «their stand against an attempt»: so does one with «to».
        let object = i.prep().is_none_or(|p| p == Prep::On && i.affixes.has(Affixes::LI));
        (attacks || i.is_cue(Cue::Plan)) && object && !i.is_joined()
    })
}

/// The actor in the genitive after a noun, with its position in the items.
pub(super) fn genitive(scope: Scope<'_, '_>, item: usize) -> Option<(usize, usize)> {
    let end = scope.clause().items.end;
    let frame = scope.items.get(item).and_then(Item::noun_trigger).map(|t| scope.trigger(t).frame);
    let acts = matches!(frame, Some(Frame::Strike | Frame::Fight));
    let moves = matches!(frame, Some(Frame::Leave | Frame::Flee | Frame::Move | Frame::Reach | Frame::Hold));
    for i in item + 1..end.min(item + 4) {
        match scope.items[i].what {
            What::Actor(a) if scope.items[i].prep().is_none() && !is_for(scope, a) => return Some((a, i)),
            // «successive withdrawals of X», «reinforcements of X arrived».
            What::Actor(a) if scope.items[i].affixes.has(Affixes::LI) && is_owned(scope, item, frame) => {
                return Some((a, i));
            }
            What::Word if acts && is_laid(scope, i) => return accused(scope, i),
            // «the fall of a Turkish shell»: the word that the noun asks for.
            What::Known if acts && i == item + 1 && is_its_word(scope, item, i) => {}
            What::Word | What::Quote => {}
            // «the flight of 26 thousand people», «the entry of any terrorist».
            What::Number(_) if moves => {}
            What::Known if i == item + 1 && is_any(scope.reading, &scope.items[i]) => {}
            _ => return None,
        }
    }
    None
}

/// Does the actor begin with «for»? What stands before it is another's.
fn is_for(scope: Scope<'_, '_>, actor: usize) -> bool {
    let reading = scope.reading;
    let start = reading.actors[actor].tokens.start;
    reading.text.readings_at(start).first().is_some_and(|r| r.affixes.has(Affixes::LI))
}
