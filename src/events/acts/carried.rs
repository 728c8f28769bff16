//! What makes a noun tell an event of its own: a beginning, a carrying out, what rests on it.

use super::draft::{Draft, Scope};
use crate::events::EventKind;
use crate::events::clauses::clause::{Clause, Finite};
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::knowledge::PlaceKind;
use crate::knowledge::status::{Cue, Prep, Speech};
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;
use crate::text::inflect::Tense;

/// «and launched an attack», «and fought battles with X»: a light verb that names no subject carries an act of war, so
/// whoever acted before does it.
pub(super) fn goes_on_by_light_verb(scope: Scope<'_, '_>, item: usize, kind: EventKind) -> bool {
    const THEN: [&str; 2] = ["\u{62B}\u{645}", "\u{643}\u{645}\u{627}"];
    let clause = scope.clause();
    let start = clause.items.start;
    // «and masked men launched an attack»: whoever stands between is its subject; a day is none.
    let days = |f: &Finite| scope.items[f.item + 1..item].iter().all(|i| matches!(i.what, What::Date(_)));
    let light = clause.finite.filter(|f| f.cue == Some(Cue::Light) && f.item < item && days(f));
    // «then it launched an attack».
    let then = || THEN.contains(&scope.reading.text.fold_at(scope.items[start].from));
    let opens =
        light.is_some_and(|f| (f.item == start || f.item == start + 1 && then()) && !f.verb.is_first_person);
    let fights = matches!(kind, EventKind::Clash | EventKind::AirStrike | EventKind::Shelling);
    opens && clause.subject.is_empty() && fights
}

/// Is the noun carried by what stands around it?
pub(super) fn carry_noun(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    let begun = item.checked_sub(1).is_some_and(|j| scope.items[j].is_cue(Cue::Begin));
    let mut behind = scope.items[item + 1..scope.clause().items.end].iter();
    let goes_on =
        behind.find(|n| n.is_cue(Cue::Going) || n.noun_trigger().is_some() || n.what == What::Comma);
    let goes_on = goes_on.is_some_and(|n| n.is_cue(Cue::Going));
    let goes_on = goes_on || is_unceasing(scope, item);
    let talks = matches!(draft.frame, Frame::Deal | Frame::Meet);
    let held = goes_on_held(scope, item);
    // «with the reaching of an agreement», and not «the need to reach an agreement».
    // «with the announcement of the reaching of an agreement».
    let announced = |j: usize| usize::from(j > 0 && scope.items[j].is_cue(Cue::SpeechNoun));
    let told = item.checked_sub(2).map(|j| j - announced(j)).is_some_and(|j| {
        let it = &scope.items[j];
        // «hours after the reaching of an agreement».
        let day = |i: &Item| matches!(i.what, What::Date(_)) || i.is_cue(Cue::After);
        let since = it.is_cue(Cue::Prep(Prep::From)) && scope.items[j.saturating_sub(2)..j].iter().any(day);
        let about = it.is_cue(Cue::Prep(Prep::With)) || it.is_cue(Cue::Prep(Prep::About));
        it.is_cue(Cue::After) || about || since || matches!(it.what, What::Date(_))
    });
    draft.is_carried |= (begun && told || held || starts_behind(scope, item)) && talks;
    draft.is_carried |=
        (begun || goes_on || breaks_out(scope, item)) && matches!(draft.frame, Frame::Fight | Frame::Rout);
    // «led to the closure of», «confirmed the burning of».
    let carries = |f: Finite| {
        let result = draft.frame == Frame::Close && f.cue == Some(Cue::Result);
        f.item < item && (result || matches!(f.cue, Some(Cue::Speech(_) | Cue::Light | Cue::PassiveLight)))
    };
    draft.is_carried |=
        matches!(draft.frame, Frame::Damage | Frame::Close) && scope.clause().finite.is_some_and(carries);
    draft.is_carried |= matches!(draft.frame, Frame::Fight | Frame::Strike) && dead_fall(scope, item);
    // «the fighting in X led to».
    let leads = scope.clause().finite.filter(|f| f.item > item && f.cue == Some(Cue::Result));
    draft.is_carried |= draft.frame == Frame::Fight
        && leads.is_some_and(|f| {
            let between = &scope.items[item + 1..f.item];
            between.iter().any(|i| matches!(i.what, What::Place(_)))
                && between.iter().all(|i| i.noun_trigger().is_none())
        });
    // «the battle in X ended»: it was fought.
    let ended = &scope.reading.knowledge.triggers.lists.ended;
    draft.is_carried |= draft.frame == Frame::Fight
        && item
            .checked_sub(1)
            .is_some_and(|j| ended.longest_at(&scope.reading.text, scope.items[j].from).is_some());
    // «the road has come to be cut».
    let became = scope.items[item].noun_trigger().is_some_and(|t| scope.trigger(t).needs_became);
    draft.is_carried |= draft.frame == Frame::Close && became;
    order(scope, item, draft);
    // «the general announced his defection from X»: who speaks turns.
    let own = draft.frame == Frame::Rout && scope.items[item].has_pronoun;
    let told = scope.clause().speech().is_some() && scope.clause().finite.is_some_and(|f| f.item < item);
    if own && told {
        (draft.is_carried, draft.names_thing) = (true, true);
        let subject = scope.clause().subject.iter().copied();
        let mut left = std::mem::take(&mut draft.initiators);
        draft.initiators.extend(subject);
        left.retain(|a| !draft.initiators.contains(a));
        draft.targets.extend(left);
    }
    let fell = item.checked_sub(1).and_then(|j| scope.trigger_frame(j)) == Some(Frame::Fall);
    let strikes = draft.frame == Frame::Strike;
    draft.is_carried |= strikes && (fell || is_flown_out(scope, item) || shakes(scope, item));
}

/// «the fighting in X has not ceased», «has not died down»: does a negated verb of ceasing stand right before the noun at
/// `item`, or behind it with no other act between?
fn is_unceasing(scope: Scope<'_, '_>, item: usize) -> bool {
    let items = scope.items;
    let range = scope.clause().items.clone();
    let ceases =
        |i: usize| i > range.start && items[i].is_cue(Cue::Ceasing) && items[i - 1].is_cue(Cue::Negation);
    let before = item.checked_sub(1).is_some_and(ceases);
    let mut behind = item + 1..range.end;
    let ends = |i: usize| items[i].noun_trigger().is_some() || items[i].what == What::Comma;
    before || behind.find(|&i| ends(i) || items[i].is_cue(Cue::Ceasing)).is_some_and(ceases)
}

/// «a drone carried out a raid on X»: aircraft of nobody in particular are the subject of the verb that carries the noun.
pub(super) fn is_flown_out(scope: Scope<'_, '_>, item: usize) -> bool {
    const REACH: usize = 5;
    let verb = scope.clause().finite.filter(|f| f.item < item && item - f.item <= REACH);
    let Some(verb) = verb.filter(|f| f.cue == Some(Cue::Light)) else { return false };
    let air = &scope.reading.knowledge.triggers.lists.air;
    let flies = |n: &Item| air.longest_at(&scope.reading.text, n.from).is_some() && n.proclitic().is_none();
    scope.items.get(verb.item + 1).is_some_and(flies)
}

/// «explosions shook X», «a violent explosion shakes X»: the noun opens its clause as the subject of a verb that carries
/// it.
fn shakes(scope: Scope<'_, '_>, item: usize) -> bool {
    const ADJECTIVES: usize = 2;
    let it = &scope.items[item];
    let before = item.checked_sub(1).map(|j| &scope.items[j]);
    let governed =
        before.is_some_and(|b| !b.cues().is_empty() && !b.is_cue(Cue::That)) || it.proclitic().is_some();
    let Some(verb) = scope.clause().finite.filter(|f| f.item > item && f.cue == Some(Cue::Light)) else {
        return false;
    };
    let between = &scope.items[item + 1..verb.item];
    let adjectives = between.len() <= ADJECTIVES && between.iter().all(|n| n.what == What::Word);
    adjectives && !governed && !scope.items[verb.item].is_joined()
}

/// «issued orders to the forces to withdraw»: those who are told to leave are to leave.
fn order(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    let start = scope.clause().items.start;
    let order = (start..item).rev().find(|&i| scope.items[i].is_cue(Cue::Order));
    let leaves = draft.frame == Frame::Leave && scope.items[item].affixes.has(Affixes::BI);
    let Some(order) = order.filter(|_| leaves) else { return };
    draft.is_carried = true;
    let told = scope.items[order + 1..item].iter().find_map(|i| match i.what {
        What::Actor(a) if i.proclitic() == Some(Prep::On) => Some(a),
        _ => None,
    });
    if let Some(told) = told {
        draft.initiators.clear();
        draft.initiators.push(told);
    }
}

/// «dead and wounded fell in fighting at»: the verb tells of the dead, and the noun where they fell.
fn dead_fall(scope: Scope<'_, '_>, item: usize) -> bool {
    let falls = scope.clause().finite.filter(|f| f.item + 1 < item);
    let falls = falls.filter(|f| scope.trigger_frame(f.item) == Some(Frame::Fall));
    let lexicon = &scope.reading.knowledge.tolls.lexicon;
    falls.is_some_and(|f| lexicon.longest_at(&scope.reading.text, scope.items[f.item + 1].from).is_some())
}

/// Takes the agreement that an act rests on for an event of its own, at the place of that act.
pub(super) fn rest_on(scope: Scope<'_, '_>, item: usize, draft: &mut Draft) {
    if rests_on(scope, item, draft) {
        let civilians = |a: &usize| scope.reading.actors[*a].class == ActorClass::Civilians;
        draft.initiators.retain(|a| !civilians(a));
        (draft.is_basis, draft.is_carried) = (!draft.is_definite, true);
    }
}

/// «the fighting moved to X»: no troops are sent there; «the attack entered its fifth day», «the battle in X enters its
/// second week»: nobody enters. Is the verb at item `i` said of fighting, which it only carries?
pub(super) fn is_said_of_fight(
    reading: &Reading<'_>,
    items: &[Item],
    clause: &Clause,
    i: usize,
    finite: &Finite,
) -> bool {
    let moves = finite.trigger.is_some_and(|t| matches!(reading.frame_of(t), Frame::Move | Frame::Close));
    let fighting = |n: &Item| n.noun_trigger().is_some_and(|t| reading.frame_of(t) == Frame::Fight);
    let fought = i.checked_sub(1).is_some_and(|j| j >= clause.items.start && fighting(&items[j]));
    let follows = items.get(i + 1).is_some_and(fighting);
    let mark = |n: &&Item| matches!(n.what, What::Stop | What::Quote);
    let opens = || {
        let noun = items[clause.items.start..i].iter().find(|n| !mark(n));
        clause.subject.is_empty() && noun.is_some_and(fighting)
    };
    moves && (fought || follows)
        || spreads_on(reading, &items[i]) && (follows || opens())
        || stops_what_was_told(reading, items, i, finite)
}

/// «the battles in X began, then stopped»: does the verb of stopping at item `i`, behind which nothing is named, tell of the
/// act told before it, and of no site that stands still?
fn stops_what_was_told(reading: &Reading<'_>, items: &[Item], i: usize, finite: &Finite) -> bool {
    const BACK: usize = 14;
    let trigger = finite.trigger.map(|t| &reading.knowledge.triggers.all[usize::from(t.trigger)]);
    let stops = trigger.is_some_and(|t| t.frame == Frame::Close && t.is_weak);
    // «stopped in the morning», «stopped altogether»
    let adverb = |n: &Item| {
        let fold = reading.text.fold_at(n.from);
        n.what == What::Word && fold.ends_with('\u{627}') && !reading.text.is_definite(n.from)
    };
    let mark = |n: &Item| matches!(n.what, What::Date(_) | What::Comma | What::Stop);
    let ends = |n: &Item| mark(n) || n.is_cue(Cue::After) || adverb(n);
    if !stops || items[i].has_pronoun || !items.get(i + 1).is_none_or(ends) {
        return false;
    }
    let before = &items[i.saturating_sub(BACK)..i];
    let act = before.iter().rposition(|n| n.noun_trigger().is_some());
    let Some(act) = act else { return false };
    let told = before[act].noun_trigger().is_some_and(|t| {
        use Frame::{Deal, Enter, Fight, Flee, Leave, Meet, Move, Send, Strike, Take};
        matches!(
            reading.frame_of(t),
            Fight | Strike | Leave | Flee | Meet | Deal | Send | Move | Enter | Take
        )
    });
    let site = |n: &Item| match n.what {
        What::Place(p) => matches!(reading.places[p].kind, PlaceKind::Base | PlaceKind::Crossing),
        _ => false,
    };
    told && !before[act..].iter().any(site)
}

/// A verb of entering or spreading that tells little by itself: fighting that enters its third week, or spreads to X, goes
/// on there.
pub(super) fn spreads_on(reading: &Reading<'_>, verb: &Item) -> bool {
    verb.verb_trigger().is_some_and(|(t, _)| {
        let trigger = &reading.knowledge.triggers.all[usize::from(t.trigger)];
        trigger.frame == Frame::Enter && trigger.is_weak && t.need.is_none()
    })
}

/// «fighting has raged since Saturday»: the noun is the subject of the verb that only carries it.
fn breaks_out(scope: Scope<'_, '_>, item: usize) -> bool {
    let clause = scope.clause();
    let moves = |f: &Finite| {
        scope.trigger_frame(f.item) == Some(Frame::Move) || spreads_on(scope.reading, &scope.items[f.item])
    };
    if clause.finite.is_some_and(|f| f.item + 1 == item && moves(&f)) {
        return true; // «the fighting was centred on X»
    }
    let verb = clause.finite.filter(|f| f.item > item && (f.cue == Some(Cue::Light) || moves(f)));
    // «the fighting between the two sides broke out».
    // «the battle in X enters its third week».
    let lies = |i: &Item| {
        let enters = verb.is_some_and(|f| spreads_on(scope.reading, &scope.items[f.item]));
        enters && (matches!(i.what, What::Place(_)) || matches!(i.prep(), Some(Prep::At | Prep::On)))
    };
    let plain = |i: &Item| matches!(i.what, What::Word) || i.is_cue(Cue::Prep(Prep::Between)) || lies(i);
    // «the fighting had broken out after the burial of X»: whoever stands behind such a verb did not.
    // «the fighting is still going on in X».
    let aside = |i: &Item| i.is_cue(Cue::May) || i.is_cue(Cue::Skip);
    let at_once = |f: &Finite| scope.items[item + 1..f.item].iter().all(aside);
    verb.is_some_and(|f| {
        let between = scope.items[item + 1..f.item].iter().all(plain);
        at_once(&f) || between && clause.subject.is_empty()
    }) || starts_behind(scope, item)
}

/// «the attack on X (had) started on 13 June»: does a verb that only carries it, and has nothing else to carry, stand behind
/// the noun at `item` and its place?
fn starts_behind(scope: Scope<'_, '_>, item: usize) -> bool {
    let clause = scope.clause();
    let light = |f: &Finite| {
        f.item > item
            && f.verb.tense == Tense::Perfect
            && matches!(f.cue, Some(Cue::Light | Cue::PassiveLight))
    };
    let Some(verb) = clause.finite.filter(light) else { return false };
    let end = |n: &Item| {
        matches!(n.what, What::Date(_) | What::Comma | What::Stop)
            || n.prep() == Some(Prep::At) && !n.has_pronoun
    };
    let alone = scope.items.get(verb.item + 1).is_none_or(end);
    let head = |i: &Item| i.is_cue(Cue::Was) || i.is_cue(Cue::That) || i.is_cue(Cue::Contrast);
    let heads = scope.items[clause.items.start..item].iter().all(head);
    let place = |i: &Item| {
        matches!(i.what, What::Place(_) | What::Word)
            || matches!(i.prep(), Some(Prep::At | Prep::On)) && !i.has_pronoun
            || i.is_cue(Cue::May)
    };
    let between = &scope.items[item + 1..verb.item];
    // «the talks had started in X».
    let there = scope.items.get(verb.item + 2);
    let mut named = between.iter().chain(there).filter(|i| matches!(i.what, What::Place(_)));
    alone && heads && between.iter().all(place) && named.next().is_some()
}

/// «left X under an agreement with Y», «according to an agreement reached by Z»: a new deal, with its parties
/// or how it came about behind it, that what is told before it rests on.
fn rests_on(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> bool {
    const REACH: usize = 2;
    let told_next = scope.items.get(item + 1).is_some_and(|n| n.is_cue(Cue::Relative));
    if draft.frame != Frame::Deal || !draft.is_noun || (draft.is_definite && !told_next) {
        return false;
    }
    let before = item.checked_sub(1).map(|j| &scope.items[j]);
    let rests = before.is_some_and(|b| {
        let cue = |c| b.is_cue(c);
        cue(Cue::Prep(Prep::About)) || cue(Cue::According) || cue(Cue::Within) || cue(Cue::After)
    });
    let made = |i: &Item| {
        i.is_cue(Cue::Prep(Prep::With))
            || i.verb_cue().is_some_and(|(c, v)| {
                matches!(c, Cue::Light | Cue::PassiveLight) && v.tense == Tense::Perfect
            })
    };
    rests && scope.items[item + 1..].iter().take(REACH).any(made)
}

/// «a meeting held today in X», «a deal announced on Friday», «the summit of X, which opened on»: a verb of carrying out or
/// telling stands right behind the noun and its name, and a day or place behind the verb.
fn goes_on_held(scope: Scope<'_, '_>, item: usize) -> bool {
    const REACH: usize = 4;
    const NAME: usize = 4;
    let name = |i: &&Item| {
        let bare = i.prep().is_none() && !i.is_joined();
        matches!(i.what, What::Word | What::Place(_) | What::Comma) && bare || i.is_cue(Cue::Relative)
    };
    let rest = &scope.items[item + 1..];
    let n = rest.iter().take(NAME).take_while(name).count();
    let which = n > 0 && rest[n - 1].is_cue(Cue::Relative);
    let item = if which { item + n } else { item };
    let verb = scope.items.get(item + 1).and_then(Item::verb_cue);
    let tells = |cue: Cue| matches!(cue, Cue::Light | Cue::PassiveLight | Cue::Speech(Speech::Announce));
    let set = |i: &Item| matches!(i.what, What::Date(_) | What::Place(_));
    verb.is_some_and(|(cue, form)| tells(cue) && form.tense == Tense::Perfect)
        && scope.items[item + 2..].iter().take(REACH).any(set)
}
